import HTTPTypes

/// What every answer tells a browser not to do.
struct SafetyHeaders: Sendable {
  /// Two years, as browsers' own lists ask for.
  static let transportSecurity = "max-age=63072000"
  /// Everything that a newspaper has no use for.
  static let permissions = [
    "accelerometer", "autoplay", "camera", "display-capture", "geolocation", "gyroscope", "magnetometer",
    "microphone", "midi", "payment", "usb", "xr-spatial-tracking",
  ].map { $0 + "=()" }.joined(separator: ", ")

  /// What the name of WeChat's browser has in it.
  static let wechatAgent = "MicroMessenger"

  let policy: ContentPolicy
  /// Whether the paper has credentials for WeChat, so that pages differ inside it.
  let hasWeChat: Bool

  /// - asked: the fields of the request.
  /// - isSecure: whether it came inside TLS to this server itself.
  func add(to answer: inout Answer, asked: HTTPFields, isSecure: Bool) {
    answer.fields[.xContentTypeOptions] = "nosniff"
    answer.fields[.referrerPolicy] = "strict-origin-when-cross-origin"
    answer.fields[.xFrameOptions] = "SAMEORIGIN"
    if isSecure { answer.fields[.strictTransportSecurity] = SafetyHeaders.transportSecurity }
    guard SafetyHeaders.isActive(answer.fields[.contentType]) else { return }
    answer.fields[.permissionsPolicy] = SafetyHeaders.permissions
    if answer.fields[.contentType] == "image/svg+xml" {
      answer.fields[.contentSecurityPolicy] = policy.drawing
      return
    }
    answer.fields[.contentSecurityPolicy] = policy.standard
    guard hasWeChat else { return }
    answer.fields.addVary("User-Agent")
    if SafetyHeaders.isInWeChat(asked) {
      answer.fields[.contentSecurityPolicy] = policy.inWeChat
    }
  }

  /// Whether a request is of WeChat's browser.
  static func isInWeChat(_ asked: HTTPFields) -> Bool { asked[.userAgent]?.contains(wechatAgent) == true }

  /// Whether a browser would run or draw what else may be in it. Pictures, recordings and PDF are left without a
  /// policy: it would keep some readers' viewers from working and guards nothing there.
  private static func isActive(_ type: String?) -> Bool {
    guard let type = type?.prefix(while: { $0 != ";" }) else { return true }
    return type.hasPrefix("text/") || type.hasSuffix("xml") || type.hasSuffix("json")
      || type.hasSuffix("javascript")
  }
}

extension HTTPFields {
  /// Adds a name to `Vary`, once.
  mutating func addVary(_ name: String) {
    guard let present = self[.vary] else {
      self[.vary] = name
      return
    }
    if !present.split(separator: ",").contains(where: { $0.trimmingPrefix(" ") == name }) {
      self[.vary] = present + ", " + name
    }
  }
}

extension HTTPField.Name {
  // These names are tokens, as the initialiser asks.
  static let xFrameOptions = Self("X-Frame-Options")!
  static let referrerPolicy = Self("Referrer-Policy")!
  static let permissionsPolicy = Self("Permissions-Policy")!
  static let xForwardedFor = Self("X-Forwarded-For")!
  static let xRequestID = Self("X-Request-Id")!
}
