import NIOCore
import Synchronization

/// The connections that are open, so that their number has a bound and a stop can end those that will not end.
final class Connections: Sendable {
  private struct State {
    var open: [ObjectIdentifier: any Channel] = [:]
    var isStopping = false
  }

  private let state = Mutex(State())
  private let most: Int

  init(most: Int) { self.most = most }

  var count: Int { state.withLock { $0.open.count } }

  /// Whether the time that running requests were given is over.
  var isStopping: Bool { state.withLock { $0.isStopping } }

  /// Counts a connection until it closes; false when there are too many, and this one must go.
  func admit(_ channel: any Channel) -> Bool {
    let key = ObjectIdentifier(channel)
    let isAdmitted = state.withLock { state in
      guard state.open.count < most, !state.isStopping else { return false }
      state.open[key] = channel
      return true
    }
    guard isAdmitted else { return false }
    channel.closeFuture.whenComplete { _ in self.state.withLock { $0.open[key] = nil } }
    return true
  }

  /// Closes all at once, finished or not.
  func closeAll() {
    let open = state.withLock { state in
      state.isStopping = true
      return Array(state.open.values)
    }
    for channel in open { channel.close(promise: nil) }
  }
}
