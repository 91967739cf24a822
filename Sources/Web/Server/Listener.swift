import HummingbirdCore
import Logging
import Model
import NIOCore
import NIOPosix

#if canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// One address that is listened to until the server is asked to stop.
struct Listener<Connection: ServerChildChannel>: Sendable {
  /// Connections that the system holds until they are taken.
  static var backlog: Int { 1_024 }

  /// Empty for all addresses, IPv4 and IPv6.
  let host: String
  /// 0 for any that is free.
  let port: Int
  let connection: Connection
  let logger: Logger
  /// Told the port once it is open.
  let onListening: @Sendable (Int) async -> Void

  /// Throws `ServerError` when the address cannot be had.
  func run() async throws {
    guard host.isEmpty || host == "::" else { return try await listen(host) }
    do {
      try await listen("::")
    } catch let error as ServerError where Listener.isWithoutIPv6(error.cause) {
      try await listen("0.0.0.0")
    }
  }

  private func listen(_ host: String) async throws {
    var quiet = logger
    quiet.logLevel = max(logger.logLevel, .warning)
    let server = Server(
      childChannelSetup: connection,
      configuration: ServerConfiguration(address: .hostname(host, port: port), backlog: Self.backlog),
      onServerRunning: { channel in
        do {
          try await AcceptGuard.add(to: channel, logger: logger)
        } catch {
          logger.error("the listener is unguarded", metadata: ["cause": "\(error)"])
        }
        await onListening(channel.localAddress?.port ?? port)
      },
      eventLoopGroup: MultiThreadedEventLoopGroup.singleton, logger: quiet)
    do {
      try await server.run()
    } catch let error as IOError {
      let sentence = Listener.sentence(error)
      throw ServerError(
        .address, sentence.english, sentence.chinese, place: "\(host):\(port)", cause: error)
    } catch  where error is SocketAddressError || error is SocketAddressError.UnknownHost {
      throw ServerError(
        .address, "There is no such host; give an address of this machine.", "没有这个主机；请给出本机的地址。", place: host,
        cause: error)
    }
  }

  private static func sentence(_ error: IOError) -> Wording {
    switch error.errnoCode {
    case EADDRINUSE:
      Wording("Another program listens here; stop it or choose another port.", "另一个程序正在此监听；请停掉它或换一个端口。")
    case EACCES:
      Wording(
        "This port may not be opened; choose one above 1023 or give the program the right.",
        "无权打开此端口；请选 1023 以上的端口，或给程序授权。")
    case EADDRNOTAVAIL:
      Wording("This machine has no such address; choose another host.", "本机没有这个地址；请换一个主机。")
    default: Wording("This address cannot be listened to: \(error)", "无法在此地址监听：\(error)")
    }
  }

  private static func isWithoutIPv6(_ cause: (any Error)?) -> Bool {
    guard let error = cause as? IOError else { return false }
    return error.errnoCode == EAFNOSUPPORT || error.errnoCode == EADDRNOTAVAIL
  }
}
