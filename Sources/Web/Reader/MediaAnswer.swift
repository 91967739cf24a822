import Foundation
import HTTPTypes
import Model

/// Answers for a stored file: whole, in part, or not at all when the reader has it.
enum MediaAnswer {
  /// The name is the hash of the content, so the address may be kept for ever and the tag never changes.
  static func make(_ name: MediaName, path: String, facts: FileReader.Facts, for asking: Asking) -> Answer {
    let tag = "\"\(name.hash.prefix(32))\""
    let modified = Date(timeIntervalSince1970: Double(facts.modified))
    var fields: HTTPFields = [
      .contentType: name.type.contentType, .cacheControl: "public, max-age=31536000, immutable", .eTag: tag,
      .lastModified: HTTPDate.text(modified), .acceptRanges: "bytes",
    ]
    switch Conditions.judge(asking.fields, entityTag: tag, modified: modified) {
    case .send: break
    case .notModified: return Parcel.unchanged(fields)
    case .failed: return .plain(.preconditionFailed, "412 Precondition Failed")
    }
    var range = ByteRange.whole
    if asking.method == .get, Conditions.rangeHolds(asking.fields, entityTag: tag, modified: modified) {
      range = ByteRange(asking.fields[.range], size: facts.size)
    }
    switch range {
    case .whole:
      fields[.contentLength] = String(facts.size)
      return Answer(.ok, fields, body: facts.size == 0 ? .none : .file(path: path, part: 0..<facts.size))
    case .part(let part):
      fields[.contentLength] = String(part.count)
      fields[.contentRange] = "bytes \(part.lowerBound)-\(part.upperBound - 1)/\(facts.size)"
      return Answer(.partialContent, fields, body: .file(path: path, part: part))
    case .unsatisfiable:
      var answer = Answer.plain(.rangeNotSatisfiable, "416 Range Not Satisfiable")
      answer.fields[.contentRange] = "bytes */\(facts.size)"
      return answer
    }
  }
}
