import Foundation
import Logging
import Synchronization

/// Caps how many views of one address count in a minute, and notes it in the log once a minute.
struct BurstGuard: Sendable {
  /// Nil where there is no limit.
  private let allowance: Allowance<NetworkAddress?>?
  private let perMinute: Int
  private let logger: Logger
  private let noted = MinuteNote()

  /// - perMinute: 0 for no limit.
  /// - clientsMax: how many addresses are told apart in a minute; beyond it the count begins anew.
  init(perMinute: Int, clientsMax: Int, logger: Logger) {
    allowance = perMinute > 0 ? Allowance(perMinute: perMinute, clientsMax: clientsMax) : nil
    self.perMinute = perMinute
    self.logger = logger
  }

  /// Whether one more view of this address counts.
  func lets(_ client: NetworkAddress?, at now: Date) -> Bool {
    guard let allowance, !allowance.take(client, at: now) else { return true }
    if noted.isFirst(at: now) {
      logger.warning(
        "views capped",
        metadata: ["client": "\(client.map(\.description) ?? "-")", "per_minute": "\(perMinute)"])
    }
    return false
  }
}

/// Tells whether something is said for the first time in a minute.
final class MinuteNote: Sendable {
  private let minute = Mutex<Int?>(nil)

  func isFirst(at now: Date) -> Bool {
    let current = Int(now.timeIntervalSince1970 / 60)
    return minute.withLock { minute in
      defer { minute = current }
      return minute != current
    }
  }
}
