import HTTPTypes
import HummingbirdCore
import Logging
import NIOCore
import NIOPosix
import ServiceLifecycle
import Synchronization

@testable import Web

/// A service of WeChat's shape on this machine, for the tests: it counts what it is asked and can refuse.
final class WeChatStandIn: Sendable {
  struct State: Sendable {
    var tokensAsked = 0
    var ticketsAsked = 0
    /// The only token that is good now; nil before the first.
    var token: String?
    /// Numbers to refuse the next questions for a token or ticket with.
    var tokenRefusals: [Int] = []
    var ticketRefusals: [Int] = []
    var seconds = 7_200
    var targets: [String] = []
  }

  private let state = Mutex(State())

  var seen: State { state.withLock { $0 } }

  func change(_ body: (inout State) -> Void) { state.withLock { body(&$0) } }

  /// Runs it while the closure runs; gives the closure its scheme and host.
  func serve<Value>(_ body: (String) async throws -> Value) async throws -> Value {
    let (opened, opening) = AsyncStream.makeStream(of: Int.self)
    var logger = Logger(label: "stand-in")
    logger.logLevel = .critical
    let server = PlainChannel(
      responder: { request, writer, _ in try await self.respond(request, writer) }, limits: ServerLimits(),
      isSecure: false
    ).server(
      configuration: ServerConfiguration(address: .hostname("127.0.0.1", port: 0)),
      onServerRunning: { channel in
        opening.yield(channel.localAddress?.port ?? 0)
        opening.finish()
      },
      eventLoopGroup: MultiThreadedEventLoopGroup.singleton, logger: logger)
    let group = ServiceGroup(services: [server], logger: logger)
    return try await withThrowingTaskGroup(of: Void.self) { tasks in
      tasks.addTask { try await group.run() }
      var port = 0
      for await found in opened { port = found }
      let result: Result<Value, any Error>
      do {
        result = .success(try await body("http://127.0.0.1:\(port)"))
      } catch {
        result = .failure(error)
      }
      await group.triggerGracefulShutdown()
      return try result.get()
    }
  }

  private func respond(_ request: Request, _ writer: consuming ResponseWriter) async throws {
    let target = request.head.path ?? ""
    // Long enough for others to ask meanwhile.
    try await Task.sleep(for: .milliseconds(50))
    let text = state.withLock { state in
      state.targets.append(target)
      return target.hasPrefix("/cgi-bin/token?") ? Self.token(&state) : Self.ticket(&state, target)
    }
    let buffer = ByteBuffer(string: text)
    let fields: HTTPFields = [.contentType: "application/json", .contentLength: String(buffer.readableBytes)]
    try await writer.write(
      response: HTTPResponse(status: .ok, headerFields: fields), body: ResponseBody(byteBuffer: buffer))
  }

  private static func token(_ state: inout State) -> String {
    state.tokensAsked += 1
    if !state.tokenRefusals.isEmpty { return refusal(state.tokenRefusals.removeFirst()) }
    state.token = "token-\(state.tokensAsked)"
    return "{\"access_token\":\"token-\(state.tokensAsked)\",\"expires_in\":\(state.seconds)}"
  }

  private static func ticket(_ state: inout State, _ target: String) -> String {
    state.ticketsAsked += 1
    if !state.ticketRefusals.isEmpty { return refusal(state.ticketRefusals.removeFirst()) }
    guard let token = state.token, target.hasSuffix("access_token=\(token)") else { return refusal(40001) }
    let ticket = "ticket-\(state.ticketsAsked)"
    return "{\"errcode\":0,\"errmsg\":\"ok\",\"ticket\":\"\(ticket)\",\"expires_in\":\(state.seconds)}"
  }

  private static func refusal(_ code: Int) -> String { "{\"errcode\":\(code),\"errmsg\":\"refused\"}" }
}
