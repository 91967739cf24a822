import HummingbirdCore
import Logging
import NIOCore
import NIOHTTP1
import NIOHTTPTypes
import NIOHTTPTypesHTTP1

/// A connection that speaks HTTP/1.1 (and answers HTTP/1.0).
struct PlainChannel: HTTPChannelHandler {
  typealias Value = NIOAsyncChannel<HTTPRequestPart, HTTPResponsePart>

  let responder: HTTPChannelHandler.Responder
  let limits: ServerLimits
  /// Whether it runs inside TLS.
  let isSecure: Bool
  /// Makes what answers from the page cache before all else; nil where nothing is kept.
  var front: Front?

  func setup(channel: any Channel, logger: Logger) -> EventLoopFuture<Value> {
    channel.eventLoop.makeCompletedFuture {
      try addHandlers(to: channel, logger: logger)
      return try NIOAsyncChannel(
        wrappingChannelSynchronously: channel, configuration: .init(isOutboundHalfClosureEnabled: true))
    }
  }

  /// All but the last. To be called on the event loop.
  func addHandlers(to channel: any Channel, logger: Logger) throws {
    let pipeline = channel.pipeline.syncOperations
    let slow = SlowSide()
    if let front { try pipeline.addHandler(front.handler(slow, on: channel.eventLoop, limits)) }
    var decoding = NIOHTTPDecoderLimitConfiguration()
    decoding.maxHeaderFieldSize = limits.headerBytesMax
    decoding.maxHeaderListSize = limits.headerBytesMax
    decoding.maxHeaderFieldCount = limits.headerFieldsMax
    try pipeline.configureHTTPServerPipeline(
      withPipeliningAssistance: false, withErrorHandling: false, withOutboundHeaderValidation: false,
      withEncoderConfiguration: .init(), withDecoderLimitConfiguration: decoding)
    try pipeline.addHandler(ExchangeGuard(limits: limits, slow: slow))
    try pipeline.addHandler(HTTP1ToHTTPServerCodec(secure: isSecure))
    // The one in front watches the time of those that it alone answers; this one would not see them.
    let idleTime = front == nil ? limits.requestTime : nil
    try pipeline.addHandler(HTTPConnectionStateHandler(idleTimeout: idleTime, logger: logger))
  }

  func handle(value: Value, logger: Logger) async { await handleHTTP(asyncChannel: value, logger: logger) }
}
