import Foundation
import Synchronization

/// So many of something for each client in a minute.
final class Allowance: Sendable {
  private struct State {
    var minute = 0
    var used: [NetworkAddress?: Int] = [:]
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
  func take(_ client: NetworkAddress?, at now: Date) -> Bool {
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
