import HummingbirdCore
import Logging
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
      throw ServerError(.address, Listener.sentence(error), place: "\(host):\(port)", cause: error)
    } catch let error as SocketAddressError {
      throw ServerError(.address, "There is no such host; give an address of this machine.", place: host, cause: error)
    }
  }

  private static func sentence(_ error: IOError) -> String {
    switch error.errnoCode {
    case EADDRINUSE: "Another program listens here; stop it or choose another port."
    case EACCES: "This port may not be opened; choose one above 1023 or give the program the right."
    case EADDRNOTAVAIL: "This machine has no such address; choose another host."
    default: "This address cannot be listened to: \(error)"
    }
  }

  private static func isWithoutIPv6(_ cause: (any Error)?) -> Bool {
    guard let error = cause as? IOError else { return false }
    return error.errnoCode == EAFNOSUPPORT || error.errnoCode == EADDRNOTAVAIL
  }
}
