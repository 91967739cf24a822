import NIOCore

/// Waits for one reply at a time on a connection. A server that speaks unasked is not believed: what it said may come
/// from somebody on the way, before the connection was closed against them (RFC 3207, 6).
final class SMTPHandler: ChannelInboundHandler {
  typealias InboundIn = ByteBuffer

  private var reader: SMTPReplyReader
  private var waiting: EventLoopPromise<SMTPReply>?
  private var deadline: Scheduled<Void>?
  /// The greeting, where it came before it was waited for.
  private var greeting: SMTPReply?
  private var isGreeted = false
  private var fault: (any Error)?

  init(limits: MailLimits) { reader = SMTPReplyReader(limits: limits) }

  /// The next reply. It fails after a time, and when the connection ends.
  func next(on channel: any Channel, within time: TimeAmount) -> EventLoopFuture<SMTPReply> {
    if let fault { return channel.eventLoop.makeFailedFuture(fault) }
    if let reply = greeting {
      greeting = nil
      return channel.eventLoop.makeSucceededFuture(reply)
    }
    let promise = channel.eventLoop.makePromise(of: SMTPReply.self)
    waiting = promise
    deadline = channel.eventLoop.assumeIsolated().scheduleTask(in: time) {
      self.fail(MailFault("the server took too long"))
      channel.close(promise: nil)
    }
    return promise.futureResult
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    do throws(MailFault) {
      for reply in try reader.take(unwrapInboundIn(data).readableBytesView) { try give(reply) }
      guard waiting != nil || !reader.isWithin || !isGreeted else { throw SMTPHandler.unasked }
    } catch {
      fail(error)
      context.close(promise: nil)
    }
  }

  private static let unasked = MailFault("the server spoke unasked")

  private func give(_ reply: SMTPReply) throws(MailFault) {
    if let promise = waiting {
      isGreeted = true
      waiting = nil
      deadline?.cancel()
      promise.succeed(reply)
    } else if !isGreeted {
      isGreeted = true
      greeting = reply
    } else {
      throw SMTPHandler.unasked
    }
  }

  func channelInactive(context: ChannelHandlerContext) {
    fail(MailFault("the server ended the connection"))
    context.fireChannelInactive()
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    fail(MailFault("the connection failed: \(error)"))
    context.close(promise: nil)
  }

  /// The first fault stands.
  private func fail(_ error: MailFault) {
    if fault == nil { fault = error }
    deadline?.cancel()
    waiting?.fail(error)
    waiting = nil
  }
}
