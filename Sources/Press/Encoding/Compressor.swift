import Markup

/// Makes bodies smaller for the way to the reader.
package enum Compressor {
  /// How much time a body is worth.
  package enum Effort: Sendable {
    /// A page that is made again within the minute: about 2 ms for one of 60 KB.
    case quick
    /// A file that is made once and kept: about a hundred times slower by Brotli.
    case thorough
  }

  /// Bodies below this many bytes fit one packet anyway and are sent as they are.
  package static let bytesMin = 512

  /// Whether a body gains by compression: text does, pictures and recordings already are compressed.
  package static func helps(contentType: String, bytes: Int) -> Bool {
    let type = contentType.prefix(while: { $0 != ";" }).lowercased()
    let isText =
      type.hasPrefix("text/") || type.hasSuffix("+xml") || type.hasSuffix("+json") || type.hasSuffix("/json")
      || ["application/xml", "application/javascript", "application/x-bibtex", "image/svg+xml"].contains(type)
    return isText && bytes >= bytesMin
  }

  /// RFC 1952, without name or time: the same bytes give the same file.
  package static func gzip(_ bytes: [UInt8], effort: Effort = .quick) -> [UInt8] {
    Deflate.compress(bytes, into: .gzip, level: effort == .quick ? 6 : 9)
  }

  /// RFC 7932; nil when there is no memory for it.
  package static func brotli(_ bytes: [UInt8], effort: Effort = .quick) -> [UInt8]? {
    Brotli.compress(bytes, quality: effort == .quick ? 5 : 11)
  }
}
