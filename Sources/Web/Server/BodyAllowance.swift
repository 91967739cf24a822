/// How large the body of a request may be and how long it may take: little for the paper, much for the newsroom, and
/// there only for who shows what looks like a key. Whether it is one is found out before anything of it is read.
struct BodyAllowance {
  let bytesMax: Int
  let time: Duration

  /// - hasKey: asked only where it matters.
  init(target: String, hasKey: @autoclosure () -> Bool, limits: ServerLimits) {
    if DeskAddress.isOfDesk(target), hasKey() {
      (bytesMax, time) = (limits.desk.bodyBytesMax, limits.desk.requestTime)
    } else {
      (bytesMax, time) = (limits.bodyBytesMax, limits.requestTime)
    }
  }

  /// Whether a request shows a session or a token, true or not.
  static func showsKey(cookies: [String], authorization: String?) -> Bool {
    if let authorization, authorization.prefix(7).lowercased() == "bearer " { return true }
    return cookies.contains { SessionCookie.isNamed(in: $0) }
  }
}
