import Logging
import NIOCore

/// Keeps a listener open when one connection cannot be taken, because the client was gone already or the system has no
/// file left for it. Such an error would otherwise end the listener.
final class AcceptGuard: ChannelInboundHandler, RemovableChannelHandler {
  typealias InboundIn = any Channel

  /// At most one line is written in this time, whatever comes.
  static let silence = TimeAmount.seconds(1)

  private let logger: Logger
  private var lastWord: NIODeadline?

  init(logger: Logger) { self.logger = logger }

  /// Adds one to a listener that is bound.
  static func add(to channel: any Channel, logger: Logger) async throws {
    try await channel.eventLoop.submit {
      let pipeline = channel.pipeline.syncOperations
      let accepting = try pipeline.context(name: "AcceptHandler").handler
      try pipeline.addHandler(AcceptGuard(logger: logger), position: .after(accepting))
    }.get()
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    let now = NIODeadline.now()
    if let lastWord, now - lastWord < AcceptGuard.silence { return }
    lastWord = now
    logger.warning("a connection could not be taken", metadata: ["cause": "\(error)"])
  }
}
