import Synchronization

/// Lets so many searches run at once: each reads through all texts, and the rest of the paper must stay quick.
final class SearchGate: Sendable {
  private let most: Int
  private let running = Mutex(0)

  init(most: Int) { self.most = most }

  /// Nil when there are too many.
  func pass<Value: Sendable>(_ search: () async throws -> Value) async rethrows -> Value? {
    let isFree = running.withLock { running in
      guard running < most else { return false }
      running += 1
      return true
    }
    guard isFree else { return nil }
    defer { running.withLock { $0 -= 1 } }
    return try await search()
  }
}
