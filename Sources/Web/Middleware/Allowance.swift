import Foundation
import Synchronization

/// So many of something for each client in a minute; what tells clients apart is theirs who ask.
final class Allowance<Client: Hashable & Sendable>: Sendable {
  private struct State {
    var minute = 0
    var used: [Client: Int] = [:]
  }

  private let perMinute: Int
  private let clientsMax: Int
  private let state = Mutex(State())

  /// - clientsMax: beyond so many clients in a minute the count begins anew, so that its size has a bound.
  init(perMinute: Int, clientsMax: Int) {
    self.perMinute = perMinute
    self.clientsMax = clientsMax
  }

  /// Takes one; false when the client has had all of its minute.
  func take(_ client: Client, at now: Date) -> Bool {
    let minute = Int(now.timeIntervalSince1970 / 60)
    return state.withLock { state in
      if state.minute != minute || state.used.count > clientsMax { state = State(minute: minute, used: [:]) }
      let used = state.used[client, default: 0]
      guard used < perMinute else { return false }
      state.used[client] = used + 1
      return true
    }
  }
}
