import HTTPTypes
import NIOCore
import NIOHTTPTypes

/// Holds one stream of an HTTP/2 connection to its limits: a body too large or too slow ends the stream, and so does an
/// answer that the client gives no room for.
final class StreamGuard: ChannelDuplexHandler, RemovableChannelHandler {
  typealias InboundIn = HTTPRequestPart
  typealias InboundOut = HTTPRequestPart
  typealias OutboundIn = HTTPResponsePart
  typealias OutboundOut = HTTPResponsePart

  /// Of a refused body so many times the limit is let pass.
  private static let passedTimesMax = 16

  private let limits: ServerLimits
  private var bodyBytes = 0
  private var bodyBytesMax = 0
  private var isRefusing = false
  private var deadline: Scheduled<Void>?
  private var check: Scheduled<Void>?
  private var waiting = 0
  private var taken = 0
  private var takenBefore = 0

  init(limits: ServerLimits) { self.limits = limits }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    let part = unwrapInboundIn(data)
    guard !isRefusing else { return pass(part, context) }
    switch part {
    case .head(let head):
      let allowance = allowance(of: head)
      bodyBytesMax = allowance.bytesMax
      deadline = context.eventLoop.assumeIsolated().scheduleTask(in: TimeAmount(allowance.time)) {
        context.close(promise: nil)
      }
      if let length = head.headerFields[.contentLength].flatMap(Int.init), length > bodyBytesMax {
        return refuse(context)
      }
      if head.headerFields[.expect]?.lowercased() == "100-continue" {
        context.writeAndFlush(wrapOutboundOut(.head(HTTPResponse(status: .continue))), promise: nil)
      }
    case .body(let body):
      bodyBytes += body.readableBytes
      if bodyBytes > bodyBytesMax {
        context.close(promise: nil)
        return
      }
    case .end:
      deadline?.cancel()
    }
    context.fireChannelRead(data)
  }

  func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
    waiting += 1
    let written = promise ?? context.eventLoop.makePromise()
    written.futureResult.assumeIsolated().whenComplete { _ in
      self.waiting -= 1
      self.taken += 1
    }
    if check == nil { watch(context) }
    context.write(data, promise: written)
  }

  /// What a stream is spared for, its connection is too.
  func triggerUserOutboundEvent(context: ChannelHandlerContext, event: Any, promise: EventLoopPromise<Void>?) {
    guard let work = event as? LongWork, let connection = context.channel.parent else {
      context.triggerUserOutboundEvent(event, promise: promise)
      return
    }
    connection.triggerUserOutboundEvent(work, promise: promise)
  }

  func channelInactive(context: ChannelHandlerContext) {
    end()
    context.fireChannelInactive()
  }

  func handlerRemoved(context: ChannelHandlerContext) { end() }

  private func end() {
    deadline?.cancel()
    check?.cancel()
  }

  private func watch(_ context: ChannelHandlerContext) {
    takenBefore = taken
    check = context.eventLoop.assumeIsolated().scheduleTask(in: TimeAmount(limits.idleTime)) {
      if self.waiting > 0, self.taken == self.takenBefore {
        context.close(promise: nil)
      } else {
        self.watch(context)
      }
    }
  }

  private func allowance(of head: HTTPRequest) -> BodyAllowance {
    BodyAllowance(
      target: head.path ?? "",
      hasKey: BodyAllowance.showsKey(
        cookies: head.headerFields[values: .cookie], authorization: head.headerFields[.authorization]),
      limits: limits)
  }

  /// What still comes of a refused body is let pass, within bounds: a stream that is cut takes its last words with it.
  private func pass(_ part: HTTPRequestPart, _ context: ChannelHandlerContext) {
    switch part {
    case .head: break
    case .body(let body):
      bodyBytes += body.readableBytes
      if bodyBytes > limits.bodyBytesMax * StreamGuard.passedTimesMax { context.close(promise: nil) }
    case .end: deadline?.cancel()
    }
  }

  private func refuse(_ context: ChannelHandlerContext) {
    isRefusing = true
    let fields: HTTPFields = [.cacheControl: "no-store", .contentLength: "0"]
    context.write(wrapOutboundOut(.head(HTTPResponse(status: .contentTooLarge, headerFields: fields))), promise: nil)
    context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
  }
}
