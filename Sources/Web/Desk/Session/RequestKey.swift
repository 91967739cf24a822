import HTTPTypes
import Newsroom

/// What a request shows to be let in.
enum RequestKey: Equatable {
  case none
  /// The secret in the cookie of a session.
  case session(String)
  /// The secret of a token: `Authorization: Bearer …` (RFC 6750, section 2.1).
  case token(String)

  init(_ fields: HTTPFields) {
    if let field = fields[.authorization], field.prefix(7).lowercased() == "bearer " {
      self = .token(String(field.dropFirst(7).drop { $0 == " " }))
    } else if let secret = SessionCookie.value(of: SessionCookie.name, in: fields[values: .cookie]) {
      self = .session(secret)
    } else {
      self = .none
    }
  }
}

/// Whether a form came from a page of ours: no other site can make a browser send one.
struct ForgeryCheck: Sendable {
  let origins: OwnOrigins

  /// Whether the request may be from a page of ours by what the browser says of where it is from. A browser always says
  /// so when a form comes from another site; what is no browser has the token of the form to show.
  func isOwn(_ asking: Asking) -> Bool {
    if let site = asking.fields[.secFetchSite], site != "same-origin", site != "none" { return false }
    guard asking.fields[.origin] != nil || asking.fields[.referer] != nil else { return true }
    return origins.isOwn(asking)
  }

  /// Whether the form carries the token of the secret that the cookie holds.
  static func holds(_ form: SentForm, _ fields: HTTPFields, secret: String) -> Bool {
    guard let token = fields[.xCSRF] ?? form["csrf"] else { return false }
    return Secret.isCSRF(token, of: secret)
  }
}
