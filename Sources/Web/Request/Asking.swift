import Foundation
import HTTPTypes
import HummingbirdCore

/// A request as the rooms of the site see it.
struct Asking: Sendable {
  let method: HTTPRequest.Method
  /// The target as it came: path and query.
  let target: String
  let fields: HTTPFields
  /// The reader's address, looked up behind trusted proxies; nil where the system does not tell.
  let client: NetworkAddress?
  /// Whether it came inside TLS to this server itself.
  let isSecure: Bool
  /// Sixteen hexadecimal digits, new for each request.
  let id: String
  /// Whether it names a host as a browser does; what is made for another is not kept.
  var hasPlainHost = true
  /// The host that was asked, with its port where one is named; nil when none is.
  var authority: String?
  /// What comes behind the head; only the newsroom reads it.
  var body: RequestBody?

  /// A number that no other request has, as far as chance goes.
  static func makeID() -> String {
    let digits = String(UInt64.random(in: .min ... .max), radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
