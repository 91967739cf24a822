import Foundation
import HTTPTypes
import NIOCore
import Press

/// Turns a document into an answer: its headers, its coding, and whether the reader has it already.
enum DocumentAnswer {
  /// The document may be packed on the way; what was packed is then in `prepared`.
  static func make(_ prepared: inout Prepared, for asking: Asking) -> Answer {
    let document = prepared.document
    var coding = prepared.isCompressible ? ContentCoding.chosen(asking.fields[.acceptEncoding]) : .identity
    if !prepared.pack(coding) { coding = .identity }
    var fields: HTTPFields = [.contentType: document.contentType]
    fields[.cacheControl] = cacheControl(document)
    if prepared.isCompressible { fields.addVary("Accept-Encoding") }
    if coding != .identity { fields[.contentEncoding] = coding.rawValue }
    if let location = document.location { fields[.location] = location }
    if document.status == 200 {
      let tag = prepared.entityTag(coding)
      fields[.eTag] = tag
      if let modified = document.modified { fields[.lastModified] = HTTPDate.text(modified) }
      switch Conditions.judge(asking.fields, entityTag: tag, modified: document.modified) {
      case .send: break
      case .notModified: return unchanged(fields)
      case .failed: return .plain(.preconditionFailed, "412 Precondition Failed")
      }
    }
    guard let body = prepared.bodies[coding] else { return Answer(.internalServerError) }
    fields[.contentLength] = String(body.readableBytes)
    return Answer(HTTPResponse.Status(code: document.status), fields, body: .bytes(body))
  }

  /// 304, with what a kept copy is to be told and nothing about a body that is not there.
  static func unchanged(_ fields: HTTPFields) -> Answer {
    var fields = fields
    for name in [HTTPField.Name.contentType, .contentEncoding, .contentLength] { fields[name] = nil }
    return Answer(.notModified, fields)
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
