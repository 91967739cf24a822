import HTTPTypes
import NIOCore
import NIOHTTPTypes

/// Holds one stream of an HTTP/2 connection to its limits: a body too large or too slow ends the stream.
final class StreamGuard: ChannelInboundHandler, RemovableChannelHandler {
  typealias InboundIn = HTTPRequestPart
  typealias InboundOut = HTTPRequestPart
  typealias OutboundOut = HTTPResponsePart

  private let limits: ServerLimits
  private var bodyBytes = 0
  private var isRefusing = false
  private var deadline: Scheduled<Void>?

  init(limits: ServerLimits) { self.limits = limits }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    guard !isRefusing else { return }
    switch unwrapInboundIn(data) {
    case .head(let head):
      if let length = head.headerFields[.contentLength].flatMap(Int.init), length > limits.bodyBytesMax {
        return refuse(context)
      }
      deadline = context.eventLoop.assumeIsolated().scheduleTask(in: TimeAmount(limits.requestTime)) {
        context.close(promise: nil)
      }
    case .body(let body):
      bodyBytes += body.readableBytes
      if bodyBytes > limits.bodyBytesMax {
        isRefusing = true
        context.close(promise: nil)
        return
      }
    case .end:
      deadline?.cancel()
    }
    context.fireChannelRead(data)
  }

  func channelInactive(context: ChannelHandlerContext) {
    deadline?.cancel()
    context.fireChannelInactive()
  }

  func handlerRemoved(context: ChannelHandlerContext) { deadline?.cancel() }

  private func refuse(_ context: ChannelHandlerContext) {
    isRefusing = true
    let fields: HTTPFields = [.cacheControl: "no-store", .contentLength: "0"]
    context.write(wrapOutboundOut(.head(HTTPResponse(status: .contentTooLarge, headerFields: fields))), promise: nil)
    context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
    context.close(promise: nil)
  }
}
