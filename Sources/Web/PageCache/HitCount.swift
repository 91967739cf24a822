import Synchronization

/// What one event loop answered from the page cache. Nobody else writes it.
final class HitCount: Sendable {
  struct Figures: Sendable {
    /// By hundreds of the status.
    var requests: [Int: Int] = [:]
    /// Of bodies.
    var bytes = 0
  }

  private let ok = Atomic(0)
  private let elsewhere = Atomic(0)
  private let refused = Atomic(0)
  private let bytes = Atomic(0)

  func add(status: Int, bytes: Int) {
    switch status {
    case 200..<300: ok.add(1, ordering: .relaxed)
    case 300..<400: elsewhere.add(1, ordering: .relaxed)
    default: refused.add(1, ordering: .relaxed)
    }
    self.bytes.add(bytes, ordering: .relaxed)
  }

  var figures: Figures {
    Figures(
      requests: [
        2: ok.load(ordering: .relaxed), 3: elsewhere.load(ordering: .relaxed), 4: refused.load(ordering: .relaxed),
      ], bytes: bytes.load(ordering: .relaxed))
  }
}
