internal import CCommonMark

/// CommonMark with tables (libcmark-gfm), as a small tree that knows its lines. Raw HTML is given as its text, so that
/// nobody passes it through unawares.
package enum CommonMark {
  /// More than any text that a person writes.
  package static let bytesMax = 4_194_304
  /// Blocks and inlines within each other.
  package static let depthMax = 64
  /// Bars on one line: the parser's cost grows with their square.
  package static let barsMax = 200

  /// Why a text is not read.
  package enum Failure: Error, Hashable {
    case tooLong(bytes: Int)
    /// The line where it became too deep, from 1.
    case tooDeep(line: Int)
    /// The line that has more columns than any table.
    case tooWide(line: Int)
    /// The parser could not be made: no memory.
    case unavailable
  }

  /// The blocks of a text. Lines count from 1, plus `lineOffset`.
  package static func blocks(of text: String, lineOffset: Int = 0) throws(Failure) -> [MarkNode] {
    let bytes = text.utf8.count
    guard bytes <= bytesMax else { throw .tooLong(bytes: bytes) }
    if let line = lineWithManyBars(text) { throw .tooWide(line: line + lineOffset) }
    cmark_gfm_core_extensions_ensure_registered()
    guard let parser = cmark_parser_new(CMARK_OPT_DEFAULT), let table = cmark_find_syntax_extension("table")
    else { throw .unavailable }
    defer { cmark_parser_free(parser) }
    cmark_parser_attach_syntax_extension(parser, table)
    var text = text
    text.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) { cmark_parser_feed(parser, $0.baseAddress, $0.count) }
    }
    guard let document = cmark_parser_finish(parser) else { throw .unavailable }
    defer { cmark_node_free(document) }
    return try MarkTree(lineOffset: lineOffset).read(document)
  }

  /// From 1.
  private static func lineWithManyBars(_ text: String) -> Int? {
    var bars = 0
    var line = 1
    for byte in text.utf8 {
      if byte == UInt8(ascii: "|") {
        bars += 1
        if bars > barsMax { return line }
      } else if byte == UInt8(ascii: "\n") {
        line += 1
        bars = 0
      }
    }
    return nil
  }
}
