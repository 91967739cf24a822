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
      if let status = fault(in: head) { return refuse(status, context) }
      endings.append(!head.isKeepAlive || head.version.minor == 0)
      bodyBytes = 0
      deadline = context.eventLoop.assumeIsolated().scheduleTask(in: TimeAmount(limits.requestTime)) {
        self.refuse(.requestTimeout, context)
      }
      guard head.uri.hasPrefix("/") else {
        // An absolute address names its own host, which goes before the field (RFC 9112, section 3.2.2). It is an odd
        // one here: answered, and nothing kept of it.
        head.headers.replaceOrAdd(name: "host", value: head.uri)
        return context.fireChannelRead(wrapInboundOut(.head(head)))
      }
    case .body(let body):
      bodyBytes += body.readableBytes
      if bodyBytes > limits.bodyBytesMax { return refuse(.payloadTooLarge, context) }
    case .end:
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
      if endings.popFirst() ?? true { context.close(promise: nil) }
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

  /// RFC 9112, section 3.2: a request of HTTP/1.1 names its host once.
  private func fault(in head: HTTPRequestHead) -> HTTPResponseStatus? {
    let hosts = head.headers["host"].count
    if hosts > 1 || (hosts == 0 && head.version == .http1_1) { return .badRequest }
    if let length = head.headers.first(name: "content-length").flatMap(Int.init), length > limits.bodyBytesMax {
      return .payloadTooLarge
    }
    return nil
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
    context.close(mode: .output, promise: nil)
    deadline = context.eventLoop.assumeIsolated().scheduleTask(in: TimeAmount(limits.lingerTime)) {
      context.close(promise: nil)
    }
  }
}
