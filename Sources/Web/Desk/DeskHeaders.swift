import HTTPTypes

/// What every answer of the newsroom tells a browser and what stands between: keep nothing, load nothing of others.
struct DeskHeaders: Sendable {
  static let policy = [
    "default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self' data: blob:", "font-src 'self'",
    "connect-src 'self'", "media-src 'self' blob:", "frame-src 'self'", "manifest-src 'self'", "form-action 'self'",
    "base-uri 'none'", "frame-ancestors 'self'",
  ].joined(separator: "; ")

  /// - isSecure: whether it came inside TLS to this server itself.
  static func add(to answer: inout Answer, isSecure: Bool) {
    answer.fields[.cacheControl] = "no-store"
    answer.fields[.xRobotsTag] = "noindex, nofollow"
    answer.fields[.xContentTypeOptions] = "nosniff"
    answer.fields[.referrerPolicy] = "same-origin"
    answer.fields[.xFrameOptions] = "SAMEORIGIN"
    answer.fields[.permissionsPolicy] = SafetyHeaders.permissions
    answer.fields[.crossOriginOpenerPolicy] = "same-origin"
    answer.fields[.crossOriginResourcePolicy] = "same-origin"
    if answer.fields[.contentSecurityPolicy] == nil { answer.fields[.contentSecurityPolicy] = policy }
    if isSecure { answer.fields[.strictTransportSecurity] = SafetyHeaders.transportSecurity }
    answer.fields.addVary("Cookie")
    answer.fields.addVary("Authorization")
    answer.fields.addVary("Accept")
  }
}

extension HTTPField.Name {
  // These names are tokens, as the initialiser asks.
  static let xRobotsTag = Self("X-Robots-Tag")!
  static let crossOriginOpenerPolicy = Self("Cross-Origin-Opener-Policy")!
  static let forwarded = Self("Forwarded")!
  static let xCSRF = Self("X-CSRF")!
}
