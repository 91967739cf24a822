import Foundation
import HTTPTypes
import Model
import NIOCore
import Press

/// A document packed in one coding: what is sent for it, but for what depends on who asks and when.
struct Parcel: Sendable {
  let status: HTTPResponse.Status
  let fields: HTTPFields
  /// Strong, with its quotes. Nil where there is no state to compare: for redirects, faults and what is gone.
  let entityTag: String?
  let modified: Date?
  let body: ByteBuffer

  init(
    status: HTTPResponse.Status, fields: HTTPFields, entityTag: String?, modified: Date?, body: ByteBuffer
  ) {
    self.status = status
    self.fields = fields
    self.entityTag = entityTag
    self.modified = modified
    self.body = body
  }

  /// Packs a document. In a coding that does not help with it, or does not work, it is left as it is.
  ///
  /// - hash: of the document, as `hash(of:)` makes it; the tag is made of it.
  init(_ document: Document, hash: String, in wanted: ContentCoding) {
    let isCompressible = Parcel.isCompressible(document)
    let packed = isCompressible ? Parcel.pack(document, in: wanted) : nil
    let coding = packed == nil ? .identity : wanted
    let body = packed ?? ByteBuffer(bytes: document.body)
    var fields: HTTPFields = [.contentType: document.contentType]
    fields[.cacheControl] = Parcel.cacheControl(document)
    if isCompressible { fields.addVary("Accept-Encoding") }
    if coding != .identity { fields[.contentEncoding] = coding.rawValue }
    if let location = document.location { fields[.location] = location }
    var tag: String?
    if document.status == 200 {
      tag = "\"\(hash)\(coding.tagSuffix)\""
      fields[.eTag] = tag
      if let modified = document.modified { fields[.lastModified] = HTTPDate.text(modified) }
    }
    fields[.contentLength] = String(body.readableBytes)
    self.init(
      status: HTTPResponse.Status(code: document.status), fields: fields, entityTag: tag,
      modified: document.status == 200 ? document.modified : nil, body: body)
  }

  /// Thirty-two hexadecimal digits.
  static func hash(of document: Document) -> String { String(ContentHash.text(of: document.body).prefix(32)) }

  static func isCompressible(_ document: Document) -> Bool {
    Compressor.helps(contentType: document.contentType, bytes: document.body.count)
  }

  /// What is sent to one who asks with these fields.
  func answer(to asked: HTTPFields) -> Answer {
    guard let entityTag else { return Answer(status, fields, body: .bytes(body)) }
    return switch Conditions.judge(asked, entityTag: entityTag, modified: modified) {
    case .send: Answer(status, fields, body: .bytes(body))
    case .notModified: Parcel.unchanged(fields)
    case .failed: .plain(.preconditionFailed, "412 Precondition Failed")
    }
  }

  /// 304, with what a kept copy is to be told and nothing about a body that is not there.
  static func unchanged(_ fields: HTTPFields) -> Answer {
    var fields = fields
    for name in [HTTPField.Name.contentType, .contentEncoding, .contentLength] { fields[name] = nil }
    return Answer(.notModified, fields)
  }

  private static func pack(_ document: Document, in coding: ContentCoding) -> ByteBuffer? {
    let effort: Compressor.Effort = document.caching == .forever ? .thorough : .quick
    return switch coding {
    case .identity: nil
    case .gzip: ByteBuffer(bytes: Compressor.gzip(document.body, effort: effort))
    case .brotli: Compressor.brotli(document.body, effort: effort).map { ByteBuffer(bytes: $0) }
    }
  }

  private static func cacheControl(_ document: Document) -> String {
    guard [200, 301, 308, 410].contains(document.status) else { return "no-store" }
    return switch document.caching {
    case .page: "public, max-age=60"
    case .forever: "public, max-age=31536000, immutable"
    case .none: "no-store"
    }
  }
}
