import Foundation
import HTTPTypes

/// The cookies of the newsroom. Their names begin with `__Host-`, so a browser takes them from this host alone, for the
/// whole of it, and over a safe line (RFC 6265bis, section 4.1.3.2).
enum SessionCookie {
  static let name = "__Host-broadsheet"
  /// Before there is a session: what a sign-in form must send back.
  static let signInName = "__Host-broadsheet-sign-in"
  /// More cookies than any browser of ours sends; the rest is not read.
  private static let cookiesMax = 100
  /// A longer value is none of ours.
  private static let valueBytesMax = 200

  /// Whether a `Cookie` field names a session.
  static func isNamed(in field: String) -> Bool { value(of: name, in: [field]) != nil }

  /// The value of a cookie; nil where there is none, or several that differ, of which one was not set by us.
  static func value(of name: String, in fields: [String]) -> String? {
    var found: String?
    for pair in fields.lazy.flatMap({ $0.split(separator: ";") }).prefix(cookiesMax) {
      let pair = pair.drop { $0 == " " }
      guard pair.utf8.starts(with: name.utf8) else { continue }
      let rest = pair.utf8.dropFirst(name.utf8.count)
      guard rest.first == 0x3D else { continue }
      let value = String(Substring(rest.dropFirst()))
      guard !value.isEmpty, value.utf8.count <= valueBytesMax, found == nil || found == value else { return nil }
      found = value
    }
    return found
  }

  /// The field that sets a cookie for so many seconds; nil for as long as the browser runs.
  static func setting(_ name: String, to value: String, seconds: Int?) -> String {
    let age = seconds.map { "; Max-Age=\($0)" } ?? ""
    return "\(name)=\(value); Path=/\(age); HttpOnly; Secure; SameSite=Lax"
  }

  /// The field that takes a cookie away.
  static func clearing(_ name: String) -> String { setting(name, to: "", seconds: 0) }
}
