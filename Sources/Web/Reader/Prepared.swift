import Foundation
import Model
import NIOCore
import Press

/// A document ready to be sent: its tag known, packed in as many ways as were asked for.
struct Prepared: Sendable {
  let document: Document
  /// What its strong entity tag is made of.
  let hash: String
  let isCompressible: Bool
  private(set) var bodies: [ContentCoding: ByteBuffer]

  init(_ document: Document) {
    self.document = document
    hash = String(ContentHash.text(of: document.body).prefix(32))
    isCompressible = Compressor.helps(contentType: document.contentType, bytes: document.body.count)
    bodies = [.identity: ByteBuffer(bytes: document.body)]
  }

  /// In bytes, in all its packings.
  var bytes: Int { document.body.count + bodies.values.reduce(0) { $0 + $1.readableBytes } }

  func entityTag(_ coding: ContentCoding) -> String { "\"\(hash)\(coding.tagSuffix)\"" }

  /// Packs it in a way, once; false when that does not work.
  mutating func pack(_ coding: ContentCoding) -> Bool {
    if bodies[coding] != nil { return true }
    let effort: Compressor.Effort = document.caching == .forever ? .thorough : .quick
    switch coding {
    case .identity: return true
    case .gzip: bodies[.gzip] = ByteBuffer(bytes: Compressor.gzip(document.body, effort: effort))
    case .brotli: bodies[.brotli] = Compressor.brotli(document.body, effort: effort).map { ByteBuffer(bytes: $0) }
    }
    return bodies[coding] != nil
  }
}
