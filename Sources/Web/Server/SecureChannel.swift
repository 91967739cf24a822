import HummingbirdCore
import HummingbirdHTTP2
import Logging
import NIOCore
import NIOSSL
import NIOTLS

/// A connection inside TLS that speaks HTTP/2 or HTTP/1.1, whichever the client chose in the handshake (ALPN).
struct SecureChannel: ServerChildChannel {
  enum Negotiated: Sendable {
    case one(PlainChannel.Value)
    case two(HTTP2Channel.Value)
  }

  struct Value: ServerChildChannelValue {
    let negotiated: EventLoopFuture<Negotiated>
    let channel: any Channel
  }

  private typealias Negotiation = NIOTypedApplicationProtocolNegotiationHandler<Negotiated>

  private let context: NIOSSLContext
  private let limits: ServerLimits
  private let one: PlainChannel
  private let two: HTTP2Channel

  init(
    context: NIOSSLContext, limits: ServerLimits, responder: @escaping HTTPChannelHandler.Responder, front: Front
  ) {
    self.context = context
    self.limits = limits
    one = PlainChannel(responder: responder, limits: limits, isSecure: true, front: front)
    two = HTTP2Channel(
      responder: responder,
      configuration: .init(
        idleTimeout: limits.requestTime, gracefulCloseTimeout: limits.stopTime,
        streamConfiguration: .init(additionalChannelHandlers: [StreamGuard(limits: limits)])))
  }

  func setup(channel: any Channel, logger: Logger) -> EventLoopFuture<Value> {
    channel.eventLoop.makeCompletedFuture {
      let pipeline = channel.pipeline.syncOperations
      try pipeline.addHandler(NIOSSLServerHandler(context: context))
      try pipeline.addHandler(HandshakeDeadline(limits: limits))
      let negotiation = Negotiation { result, channel in
        switch result {
        case .negotiated("h2"):
          two.setup(channel: channel, logger: logger).map(Negotiated.two)
        case .negotiated, .fallback:
          one.setup(channel: channel, logger: logger).map(Negotiated.one)
        }
      }
      try pipeline.addHandler(negotiation)
      return Value(negotiated: negotiation.protocolNegotiationResult, channel: channel)
    }
  }

  func handle(value: Value, logger: Logger) async {
    do {
      switch try await value.negotiated.get() {
      case .one(let connection): await one.handle(value: connection, logger: logger)
      case .two(let connection): await two.handle(value: connection, logger: logger)
      }
    } catch {
      logger.debug("no TLS", metadata: ["cause": "\(error)"])
    }
  }
}

/// Drops a connection whose TLS handshake does not end in time.
final class HandshakeDeadline: ChannelInboundHandler, RemovableChannelHandler {
  typealias InboundIn = ByteBuffer

  private let limits: ServerLimits
  private var deadline: Scheduled<Void>?

  init(limits: ServerLimits) { self.limits = limits }

  func channelActive(context: ChannelHandlerContext) {
    deadline = context.eventLoop.assumeIsolated().scheduleTask(in: TimeAmount(limits.handshakeTime)) {
      context.close(promise: nil)
    }
    context.fireChannelActive()
  }

  func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
    if case .handshakeCompleted = event as? TLSUserEvent { deadline?.cancel() }
    context.fireUserInboundEventTriggered(event)
  }

  func channelInactive(context: ChannelHandlerContext) {
    deadline?.cancel()
    context.fireChannelInactive()
  }

  func handlerRemoved(context: ChannelHandlerContext) { deadline?.cancel() }
}
