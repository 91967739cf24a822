internal import CCommonMark

/// CommonMark with tables (libcmark-gfm), as a small tree that knows its lines. Raw HTML is given as its text, so that
/// nobody passes it through unawares.
package enum CommonMark {
  /// More than any text that a person writes.
  package static let bytesMax = 4_194_304
  /// Blocks and inlines within each other.
  package static let depthMax = 64

  package enum Failure: Error, Hashable {
    case tooLong(bytes: Int)
    /// The line where it became too deep, from 1.
    case tooDeep(line: Int)
    /// The parser could not be made: no memory.
    case unavailable
  }

  /// The blocks of a text. Lines count from 1, plus `lineOffset`.
  package static func blocks(of text: String, lineOffset: Int = 0) throws(Failure) -> [MarkNode] {
    let bytes = text.utf8.count
    guard bytes <= bytesMax else { throw .tooLong(bytes: bytes) }
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
}
