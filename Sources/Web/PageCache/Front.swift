import NIOCore

/// Makes the handlers that answer from the page cache, each with the counter of its event loop.
struct Front: Sendable {
  let desk: PageDesk
  let metrics: Metrics

  /// - slow: is told by the handlers behind.
  func handler(_ slow: SlowSide, on loop: any EventLoop, _ limits: ServerLimits) -> PageHandler {
    PageHandler(desk: desk, slow: slow, limits: limits, count: metrics.hitCount(of: loop))
  }
}
