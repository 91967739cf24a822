import Foundation
import HTTPTypes

/// Judges a conditional request (RFC 9110, section 13), in the order that the standard sets.
enum Conditions {
  enum Verdict: Equatable {
    case send
    /// 304.
    case notModified
    /// 412.
    case failed
  }

  /// - entityTag: strong, with its quotes.
  static func judge(_ fields: HTTPFields, entityTag: String, modified: Date?) -> Verdict {
    if let match = joined(fields, .ifMatch) {
      guard matches(match, entityTag, weakly: false) else { return .failed }
    } else if let since = date(fields, .ifUnmodifiedSince), let modified, seconds(modified) > seconds(since) {
      return .failed
    }
    if let none = joined(fields, .ifNoneMatch) {
      return matches(none, entityTag, weakly: true) ? .notModified : .send
    }
    if let since = date(fields, .ifModifiedSince), let modified, seconds(modified) <= seconds(since) {
      return .notModified
    }
    return .send
  }

  /// Whether a range may be answered by a part: `If-Range` is absent, or names exactly this state.
  static func rangeHolds(_ fields: HTTPFields, entityTag: String, modified: Date?) -> Bool {
    guard let condition = fields[.ifRange] else { return true }
    if condition.hasPrefix("\"") { return condition == entityTag }
    guard let date = HTTPDate.date(condition), let modified else { return false }
    return seconds(date) == seconds(modified)
  }

  private static func joined(_ fields: HTTPFields, _ name: HTTPField.Name) -> String? {
    let values = fields[values: name]
    return values.isEmpty ? nil : values.joined(separator: ",")
  }

  private static func date(_ fields: HTTPFields, _ name: HTTPField.Name) -> Date? {
    fields[name].flatMap(HTTPDate.date)
  }

  private static func seconds(_ date: Date) -> Int { Int(date.timeIntervalSince1970.rounded(.down)) }

  /// Whether a list of entity tags holds one, or is `*`. Our tags hold no comma, so cutting at commas is enough.
  private static func matches(_ list: String, _ entityTag: String, weakly: Bool) -> Bool {
    list.split(separator: ",").contains { part in
      var tag = part.drop(while: { $0 == " " || $0 == "\t" })
      while tag.last == " " || tag.last == "\t" { tag = tag.dropLast() }
      if tag == "*" { return true }
      if weakly, tag.hasPrefix("W/") { tag = tag.dropFirst(2) }
      return tag == entityTag
    }
  }
}
