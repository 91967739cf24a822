import Synchronization

/// The pages that are being made at this moment, so that many who ask for the same wait for one.
final class Makings: Sendable {
  struct Key: Hashable, Sendable {
    let path: String
    let generation: Int
  }

  enum Turn: Sendable {
    /// Nobody makes it: do it, and tell with `end`.
    case make
    /// Another made it; nil when there was nothing or it failed.
    case made(Page?)
  }

  private let waiting = Mutex<[Key: [CheckedContinuation<Turn, Never>]]>([:])

  /// Returns at once for the first who comes, and for others when that one is done.
  func begin(_ key: Key) async -> Turn {
    await withCheckedContinuation { continuation in
      let isFirst = waiting.withLock { waiting in
        guard waiting[key] != nil else {
          waiting[key] = []
          return true
        }
        waiting[key]?.append(continuation)
        return false
      }
      if isFirst { continuation.resume(returning: .make) }
    }
  }

  /// How many wait for the one who makes it.
  func waitingCount(_ key: Key) -> Int { waiting.withLock { $0[key]?.count ?? 0 } }

  func end(_ key: Key, with page: Page?) {
    let all = waiting.withLock { $0.removeValue(forKey: key) } ?? []
    for continuation in all { continuation.resume(returning: .made(page)) }
  }
}
