import NIOCore

/// Stands before the HTTP decoder of a connection and answers from the page cache what is asked in the plainest form.
/// Everything else is passed on untouched.
///
/// A request is answered here only when nothing before it is unanswered, so answers keep their order. While a reader
/// does not take what is sent, no more is answered and no more is read.
final class PageHandler: ChannelDuplexHandler, RemovableChannelHandler {
  typealias InboundIn = ByteBuffer
  typealias InboundOut = ByteBuffer
  typealias OutboundIn = IOData
  typealias OutboundOut = IOData

  private let desk: PageDesk
  private let slow: SlowSide
  private let requestTime: TimeAmount
  private let count: HitCount
  /// What came while the reader did not take its answers.
  private var held: ByteBuffer?
  /// What came after that and must not go before it.
  private var heldEvents: [Any] = []
  private var mayRead = true
  private var isReadHeld = false
  private var isServing = false
  private var isClosing = false
  private var hasWritten = false
  private var hasPassed = false
  private var since = NIODeadline.now()
  private var check: Scheduled<Void>?

  init(desk: PageDesk, slow: SlowSide, limits: ServerLimits, count: HitCount) {
    self.desk = desk
    self.slow = slow
    self.count = count
    requestTime = TimeAmount(limits.requestTime)
  }

  func handlerAdded(context: ChannelHandlerContext) {
    if context.channel.isActive { watch(context, from: .now()) }
  }

  func channelActive(context: ChannelHandlerContext) {
    if check == nil { watch(context, from: .now()) }
    context.fireChannelActive()
  }

  func channelInactive(context: ChannelHandlerContext) {
    check?.cancel()
    held = nil
    for event in heldEvents { context.fireUserInboundEventTriggered(event) }
    heldEvents = []
    context.fireChannelInactive()
  }

  func handlerRemoved(context: ChannelHandlerContext) { check?.cancel() }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    var buffer = unwrapInboundIn(data)
    if held != nil {
      held?.writeBuffer(&buffer)
    } else {
      serve(buffer, context)
    }
  }

  func channelReadComplete(context: ChannelHandlerContext) {
    flush(context)
    // Where all was answered here, nobody behind has anything to complete.
    if hasPassed {
      hasPassed = false
      context.fireChannelReadComplete()
    }
  }

  func channelWritabilityChanged(context: ChannelHandlerContext) {
    if !isServing, context.channel.isWritable, let waiting = held {
      held = nil
      serve(waiting, context)
      channelReadComplete(context: context)
      if held == nil { release(context) }
    }
    context.fireChannelWritabilityChanged()
  }

  func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
    if held != nil, case .inputClosed = event as? ChannelEvent {
      heldEvents.append(event)
    } else {
      context.fireUserInboundEventTriggered(event)
    }
  }

  func read(context: ChannelHandlerContext) {
    if held == nil {
      context.read()
    } else {
      isReadHeld = true
    }
  }

  func close(context: ChannelHandlerContext, mode: CloseMode, promise: EventLoopPromise<Void>?) {
    isClosing = true
    flush(context)
    context.close(mode: mode, promise: promise)
  }

  /// Answers requests as long as it can, and passes on the rest.
  private func serve(_ buffer: ByteBuffer, _ context: ChannelHandlerContext) {
    var rest = buffer
    isServing = true
    defer { isServing = false }
    while rest.readableBytes > 0 {
      guard !isClosing, slow.isAtRest else { return pass(rest, context) }
      if !context.channel.isWritable { flush(context) }
      guard context.channel.isWritable else {
        held = rest
        return
      }
      guard let hit = rest.withUnsafeReadableBytes({ desk.answer($0, on: context.channel) }) else {
        return pass(rest, context)
      }
      rest.moveReaderIndex(forwardBy: hit.requestBytes)
      hasWritten = true
      count.add(status: hit.status, bytes: hit.bodyBytes)
      context.write(wrapOutboundOut(.byteBuffer(hit.response)), promise: nil)
    }
  }

  private func pass(_ rest: ByteBuffer, _ context: ChannelHandlerContext) {
    // Answers given here stand before those of the slow way.
    hasPassed = true
    rest.withUnsafeReadableBytes { slow.pass($0) }
    context.fireChannelRead(wrapInboundOut(rest))
  }

  private func flush(_ context: ChannelHandlerContext) {
    guard hasWritten else { return }
    hasWritten = false
    since = .now()
    context.flush()
  }

  private func release(_ context: ChannelHandlerContext) {
    let events = heldEvents
    heldEvents = []
    for event in events { context.fireUserInboundEventTriggered(event) }
    if isReadHeld {
      isReadHeld = false
      context.read()
    }
  }

  /// A request's header must be there in time, counted from the opening of the connection or the last answer.
  private func watch(_ context: ChannelHandlerContext, from start: NIODeadline) {
    check = context.eventLoop.assumeIsolated().scheduleTask(deadline: start + requestTime) {
      let now = NIODeadline.now()
      let last = max(self.since, self.slow.lastAnswer ?? self.since)
      if self.slow.isBusy || self.held != nil {
        self.watch(context, from: now)
      } else if now - last >= self.requestTime {
        self.close(context: context, mode: .all, promise: nil)
      } else {
        self.watch(context, from: last)
      }
    }
  }
}
