import NIOCore

/// Stands between the socket and all else, on bytes: refuses a connection too many, drops one on which nothing moves,
/// and lets what was written arrive before a connection is closed.
final class ConnectionGuard: ChannelDuplexHandler, RemovableChannelHandler {
  typealias InboundIn = ByteBuffer
  typealias InboundOut = ByteBuffer
  typealias OutboundIn = IOData
  typealias OutboundOut = IOData

  private let limits: ServerLimits
  private let connections: Connections
  private let isAdmitted: Bool
  /// What one connection too many is told; empty when it could not be read (TLS).
  private let refusal: String
  private var check: Scheduled<Void>?
  private var received = 0
  private var written = 0
  private var before = Progress()
  private var isClosing = false
  /// Requests whose work may take long, and since when the connection has been spared for them.
  private var longWorks = 0
  private var spared: NIODeadline?

  private struct Progress: Equatable {
    var received = 0
    /// Bytes that the system took for the client.
    var taken = 0
    var waiting = 0
  }

  init(limits: ServerLimits, connections: Connections, isAdmitted: Bool, refusal: String) {
    self.limits = limits
    self.connections = connections
    self.isAdmitted = isAdmitted
    self.refusal = refusal
  }

  func channelActive(context: ChannelHandlerContext) {
    guard isAdmitted else {
      context.write(wrapOutboundOut(.byteBuffer(ByteBuffer(string: refusal))), promise: nil)
      close(context: context, mode: .all, promise: nil)
      return
    }
    schedule(context)
    context.fireChannelActive()
  }

  func channelInactive(context: ChannelHandlerContext) {
    check?.cancel()
    context.fireChannelInactive()
  }

  func handlerRemoved(context: ChannelHandlerContext) { check?.cancel() }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    received += unwrapInboundIn(data).readableBytes
    context.fireChannelRead(data)
  }

  func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
    written += unwrapOutboundIn(data).readableBytes
    context.write(data, promise: promise)
  }

  func triggerUserOutboundEvent(context: ChannelHandlerContext, event: Any, promise: EventLoopPromise<Void>?) {
    guard let work = event as? LongWork else {
      context.triggerUserOutboundEvent(event, promise: promise)
      return
    }
    longWorks += work == .begins ? 1 : -1
    if longWorks == 0 { spared = nil }
    promise?.succeed()
  }

  /// A closed socket forgets what is still waiting in it, so all that is written goes first.
  func close(context: ChannelHandlerContext, mode: CloseMode, promise: EventLoopPromise<Void>?) {
    guard mode == .all, context.channel.isActive, !connections.isStopping else {
      context.close(mode: mode, promise: promise)
      return
    }
    guard !isClosing else {
      context.channel.closeFuture.cascade(to: promise)
      return
    }
    isClosing = true
    let sent = context.eventLoop.makePromise(of: Void.self)
    sent.futureResult.assumeIsolated().whenComplete { _ in context.close(mode: .all, promise: promise) }
    context.writeAndFlush(wrapOutboundOut(.byteBuffer(ByteBuffer())), promise: sent)
  }

  private func schedule(_ context: ChannelHandlerContext) {
    check = context.eventLoop.assumeIsolated().scheduleTask(in: TimeAmount(limits.idleTime)) {
      self.drop(context)
    }
  }

  private func drop(_ context: ChannelHandlerContext) {
    let waiting = (try? context.channel.syncOptions?.getOption(.bufferedWritableBytes)) ?? 0  // a closed one has none
    let now = Progress(received: received, taken: written - waiting, waiting: waiting)
    let isIdle = now.received == before.received && now.taken == before.taken
    let isStalled = before.waiting > 0 && waiting > 0 && now.taken - before.taken < limits.takenBytesMin
    before = now
    if isIdle, isSpared() { return schedule(context) }
    if isIdle || isStalled {
      context.close(mode: .all, promise: nil)
    } else {
      schedule(context)
    }
  }
  /// Whether the connection waits for work of ours, and not for too long.
  private func isSpared() -> Bool {
    guard longWorks > 0 else { return false }
    let since = spared ?? .now()
    spared = since
    return .now() - since < TimeAmount(limits.desk.requestTime)
  }
}
