import NIOCore
import NIOHTTP1

/// Holds one HTTP/1 connection to its limits: refuses what cannot be read or is too large with the right status, ends
/// a body that does not come, and closes after an answer where the version or either side says so.
final class ExchangeGuard: ChannelDuplexHandler, RemovableChannelHandler {
  typealias InboundIn = HTTPServerRequestPart
  typealias InboundOut = HTTPServerRequestPart
  typealias OutboundIn = HTTPServerResponsePart
  typealias OutboundOut = HTTPServerResponsePart

  private let limits: ServerLimits
  private let slow: SlowSide
  /// For each request in hand, the oldest first: whether the connection ends with its answer.
  private var endings: CircularBuffer<Bool> = []
  private var bodyBytes = 0
  private var bodyBytesMax = 0
  private var isBodyOpen = false
  private var isAnswering = false
  private var isRefusing = false
  private var deadline: Scheduled<Void>?

  init(limits: ServerLimits, slow: SlowSide) {
    self.limits = limits
    self.slow = slow
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    guard !isRefusing else { return }
    let part = unwrapInboundIn(data)
    slow.decoded(part)
    switch part {
    case .head(var head):
      let allowance = allowance(of: head)
      if let status = fault(in: head, allowance) { return refuse(status, context) }
      endings.append(!head.isKeepAlive || head.version.minor == 0)
      (bodyBytes, bodyBytesMax, isBodyOpen) = (0, allowance.bytesMax, true)
      deadline = context.eventLoop.assumeIsolated().scheduleTask(in: TimeAmount(allowance.time)) {
        self.refuse(.requestTimeout, context)
      }
      askForBody(of: head, context)
      guard head.uri.hasPrefix("/") else {
        // An absolute address names its own host, which goes before the field (RFC 9112, section 3.2.2). It is an odd
        // one here: answered, and nothing kept of it.
        head.headers.replaceOrAdd(name: "host", value: head.uri)
        return context.fireChannelRead(wrapInboundOut(.head(head)))
      }
    case .body(let body):
      bodyBytes += body.readableBytes
      if bodyBytes > bodyBytesMax { return refuse(.payloadTooLarge, context) }
    case .end:
      isBodyOpen = false
      deadline?.cancel()
    }
    context.fireChannelRead(data)
  }

  func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
    guard !isRefusing else {
      promise?.fail(ChannelError.ioOnClosedChannel)
      return
    }
    switch unwrapOutboundIn(data) {
    case .head(var head):
      isAnswering = true
      if endings.first == true {
        head.headers.replaceOrAdd(name: "connection", value: "close")
      } else if head.headers["connection"].contains("close"), !endings.isEmpty {
        endings[endings.startIndex] = true
      }
      context.write(wrapOutboundOut(.head(head)), promise: promise)
    case .body:
      context.write(data, promise: promise)
    case .end:
      isAnswering = false
      slow.answered()
      context.write(data, promise: promise)
      guard endings.popFirst() ?? true else { return }
      if isBodyOpen, endings.isEmpty { return linger(context) }
      context.close(promise: nil)
    }
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    guard let error = error as? HTTPParserError else { return context.fireErrorCaught(error) }
    refuse(error == .headerOverflow ? .requestHeaderFieldsTooLarge : .badRequest, context)
  }

  func channelInactive(context: ChannelHandlerContext) {
    deadline?.cancel()
    context.fireChannelInactive()
  }

  func handlerRemoved(context: ChannelHandlerContext) { deadline?.cancel() }

  private func allowance(of head: HTTPRequestHead) -> BodyAllowance {
    BodyAllowance(
      target: head.uri,
      hasKey: BodyAllowance.showsKey(
        cookies: head.headers["cookie"], authorization: head.headers.first(name: "authorization")),
      limits: limits)
  }

  /// RFC 9112, section 3.2: a request of HTTP/1.1 names its host once.
  private func fault(in head: HTTPRequestHead, _ allowance: BodyAllowance) -> HTTPResponseStatus? {
    let hosts = head.headers["host"].count
    if hosts > 1 || (hosts == 0 && head.version == .http1_1) { return .badRequest }
    if let length = head.headers.first(name: "content-length").flatMap(Int.init), length > allowance.bytesMax {
      return .payloadTooLarge
    }
    return nil
  }

  /// RFC 9110, section 10.1.1: a client that waits to be asked for its body is asked, unless another answer is due.
  private func askForBody(of head: HTTPRequestHead, _ context: ChannelHandlerContext) {
    guard head.version == .http1_1, endings.count == 1, !isAnswering,
      head.headers.first(name: "expect")?.lowercased() == "100-continue"
    else { return }
    let answer = HTTPResponseHead(version: .http1_1, status: .continue)
    context.writeAndFlush(wrapOutboundOut(.head(answer)), promise: nil)
  }

  /// Says why, where nothing else is being said, and closes. What still comes is let pass for a moment, since a socket
  /// closed with bytes unread takes its last words with it.
  private func refuse(_ status: HTTPResponseStatus, _ context: ChannelHandlerContext) {
    guard !isRefusing else { return }
    isRefusing = true
    slow.spoil()
    deadline?.cancel()
    guard !isAnswering, endings.count <= 1, context.channel.isActive else {
      context.close(promise: nil)
      return
    }
    let text = "\(status.code) \(status.reasonPhrase)\n"
    let headers: HTTPHeaders = [
      "content-type": "text/plain; charset=utf-8", "content-length": String(text.utf8.count),
      "cache-control": "no-store", "connection": "close", "x-content-type-options": "nosniff",
    ]
    let head = HTTPResponseHead(version: .http1_1, status: status, headers: headers)
    context.write(wrapOutboundOut(.head(head)), promise: nil)
    context.write(wrapOutboundOut(.body(.byteBuffer(ByteBuffer(string: text)))), promise: nil)
    context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
    linger(context)
  }

  private func linger(_ context: ChannelHandlerContext) {
    isRefusing = true
    slow.spoil()
    deadline?.cancel()
    context.flush()
    context.close(mode: .output, promise: nil)
    deadline = context.eventLoop.assumeIsolated().scheduleTask(in: TimeAmount(limits.lingerTime)) {
      context.close(promise: nil)
    }
  }
}
