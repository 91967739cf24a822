internal import CXML2

/// XML with namespaces (libxml2), as a tree. No network, no document type and no entities but the five of XML: a text
/// that declares any is refused, so that none can grow.
package enum XML {
  /// Elements within each other.
  package static let depthMax = 200
  /// Elements, attributes and runs of text in one file.
  package static let nodesMax = 1_500_000
  /// How many bytes are handed to the library at once.
  private static let runMax = 1 << 16

  /// Why a file is not read.
  package enum Failure: Error, Hashable {
    /// Not well-formed; the line where that was found, from 1.
    case damaged(line: Int)
    /// It declares a document type.
    case documentType
    case tooDeep
    case tooMany
  }

  /// The root element.
  ///
  /// - Parameter prefixes: by namespace. A name of another namespace begins with `?:`, one of none stands alone.
  package static func tree(of bytes: [UInt8], prefixes: [String: String] = [:]) throws(Failure) -> Element {
    let builder = TreeBuilder(prefixes: prefixes)
    var line = 1
    // The builder outlives the parser, which holds its address alone.
    let isWhole = withExtendedLifetime(builder) {
      parse(bytes, Unmanaged.passUnretained(builder).toOpaque(), builder, &line)
    }
    if let failure = builder.failure { throw failure }
    guard isWhole, let root = builder.root else { throw .damaged(line: line) }
    return root
  }

  private static func parse(
    _ bytes: [UInt8], _ address: UnsafeMutableRawPointer, _ builder: TreeBuilder, _ line: inout Int
  ) -> Bool {
    var handler = TreeBuilder.handler
    guard let parser = xmlCreatePushParserCtxt(&handler, address, nil, 0, nil) else { return false }
    defer { xmlFreeParserCtxt(parser) }
    xmlCtxtUseOptions(parser, Int32(XML_PARSE_NONET.rawValue))
    bytes.withUnsafeBytes { all in
      var at = 0
      while at < all.count, builder.failure == nil, parser.pointee.wellFormed != 0 {
        let count = min(runMax, all.count - at)
        let run = all.baseAddress.map { ($0 + at).assumingMemoryBound(to: CChar.self) }
        xmlParseChunk(parser, run, Int32(count), at + count == all.count ? 1 : 0)
        at += count
      }
    }
    line = max(1, Int(parser.pointee.lastError.line))
    return parser.pointee.wellFormed != 0
  }
}
