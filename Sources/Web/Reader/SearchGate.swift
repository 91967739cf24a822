import Synchronization

/// Lets so many searches run at once, and so many more wait their turn, so that the rest of the paper stays quick.
final class SearchGate: Sendable {
  private struct State {
    var running = 0
    /// Those who wait, the first to come first.
    var waiting: [CheckedContinuation<Bool, Never>] = []
  }

  private let runningMax: Int
  private let waitingMax: Int
  private let state = Mutex(State())

  init(runningMax: Int, waitingMax: Int) {
    self.runningMax = runningMax
    self.waitingMax = waitingMax
  }

  /// Nil when too many wait already.
  func pass<Value: Sendable>(_ search: () async throws -> Value) async rethrows -> Value? {
    guard await enter() else { return nil }
    defer { leave() }
    return try await search()
  }

  /// False when there is no room even to wait.
  private func enter() async -> Bool {
    await withCheckedContinuation { continuation in
      let entry = state.withLock { state -> Bool? in
        if state.running < runningMax {
          state.running += 1
          return true
        }
        guard state.waiting.count < waitingMax else { return false }
        state.waiting.append(continuation)
        return nil
      }
      if let entry { continuation.resume(returning: entry) }
    }
  }

  /// The place goes to the next in line without becoming free between.
  private func leave() {
    let next = state.withLock { state -> CheckedContinuation<Bool, Never>? in
      guard !state.waiting.isEmpty else {
        state.running -= 1
        return nil
      }
      return state.waiting.removeFirst()
    }
    next?.resume(returning: true)
  }
}
