import HTTPTypes
import Logging

/// One line for each request, when its answer has been sent.
struct RequestLog: Sendable {
  /// A longer path is cut in the log.
  static let pathBytesMax = 300

  let logger: Logger

  /// - bytes: of the body, as sent.
  func write(_ asking: Asking, status: Int, bytes: Int, took: Duration) {
    logger.info(
      "request",
      metadata: [
        "id": "\(asking.id)", "method": "\(asking.method.rawValue)", "path": "\(RequestLog.path(asking.target))",
        "status": "\(status)", "bytes": "\(bytes)", "ms": "\(RequestLog.milliseconds(took))",
        "client": "\(asking.client.map(\.description) ?? "-")",
      ])
  }

  /// Without the query, which may hold what a reader looked for; nothing in it can begin a new line.
  static func path(_ target: String) -> String {
    let path = target.prefix(while: { $0 != "?" }).utf8.prefix(pathBytesMax)
    return String(decoding: path.map { (0x21...0x7E).contains($0) ? $0 : 0x3F }, as: UTF8.self)
  }

  /// With three digits behind the point.
  static func milliseconds(_ duration: Duration) -> String {
    let (seconds, attoseconds) = duration.components
    let micro = seconds * 1_000_000 + attoseconds / 1_000_000_000_000
    let rest = String(micro % 1_000)
    return "\(micro / 1_000)." + String(repeating: "0", count: 3 - rest.count) + rest
  }
}
