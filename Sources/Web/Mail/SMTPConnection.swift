import Model
import NIOCore
import NIOPosix
import NIOSSL

/// A connection to a mail server: commands go out, replies come back. Cancelling the task that waits ends it at once.
struct SMTPConnection: Sendable {
  let channel: any Channel
  let limits: MailLimits

  /// Connects; `tls` closes it from the first byte. Throws `MailFault`, and `CancellationError` at once.
  static func open(
    host: String, port: Int, tls: NIOSSLContext?, limits: MailLimits
  ) async throws -> SMTPConnection {
    let loop = MultiThreadedEventLoopGroup.singleton.any()
    let connecting = ClientBootstrap(group: loop)
      .connectTimeout(limits.connectTime)
      .channelInitializer { channel in
        channel.eventLoop.makeCompletedFuture {
          if let tls { try channel.pipeline.syncOperations.addHandler(handler(tls, host)) }
          try channel.pipeline.syncOperations.addHandler(SMTPHandler(limits: limits))
        }
      }
      .connect(host: host, port: port)
    let promise = loop.makePromise(of: (any Channel).self)
    connecting.cascade(to: promise)
    do {
      let channel = try await withTaskCancellationHandler {
        try await promise.futureResult.get()
      } onCancel: {
        promise.fail(CancellationError())
        connecting.whenSuccess { $0.close(promise: nil) }
      }
      return SMTPConnection(channel: channel, limits: limits)
    } catch let error as CancellationError {
      throw error
    } catch {
      throw MailFault("\(host):\(port) cannot be reached: \(error)")
    }
  }

  /// A name is held against the certificate, and so is a bare address.
  private static func handler(_ context: NIOSSLContext, _ host: String) throws -> NIOSSLClientHandler {
    let isAddress = (try? SocketAddress(ipAddress: host, port: 0)) != nil  // else it is a name
    return try NIOSSLClientHandler(context: context, serverHostname: isAddress ? nil : host)
  }

  /// Sends bytes, if any, and waits for the reply. Throws `MailFault`.
  func ask(_ bytes: [UInt8], within time: TimeAmount? = nil) async throws -> SMTPReply {
    let (channel, time) = (channel, time ?? limits.replyTime)
    return try await withTaskCancellationHandler {
      try await channel.eventLoop.flatSubmit {
        do {
          let handler = try channel.pipeline.syncOperations.handler(type: SMTPHandler.self)
          let reply = handler.next(on: channel, within: time)
          if !bytes.isEmpty { channel.writeAndFlush(ByteBuffer(bytes: bytes), promise: nil) }
          return reply
        } catch {
          return channel.eventLoop.makeFailedFuture(MailFault("the connection has ended"))
        }
      }.get()
    } onCancel: {
      channel.close(promise: nil)
    }
  }

  /// A command on one line. Throws `MailFault`.
  func ask(_ command: String) async throws -> SMTPReply { try await ask(Array(command.utf8) + [13, 10]) }

  /// Closes the connection against others from here on, after the server agreed.
  func secure(_ context: NIOSSLContext, host: String) async throws {
    let channel = channel
    try await channel.eventLoop.submit {
      try channel.pipeline.syncOperations.addHandler(SMTPConnection.handler(context, host), position: .first)
    }.get()
  }

  func close() { channel.close(promise: nil) }
}
