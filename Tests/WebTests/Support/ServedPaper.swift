import AsyncHTTPClient
import Foundation
import Model
import NIOCore
import NIOHTTP1
import NIOPosix
import NIOSSL
import ServiceLifecycle

@testable import Web

/// The cast's paper, served on a free port of this machine.
struct ServedPaper {
  let site: FilledSite
  let ports: PaperServer.Ports
  let client: HTTPClient
  let log: LogLines
  let isSecure: Bool
  private let group: ServiceGroup

  var port: Int { ports.paper }

  struct Reply {
    let status: Int
    let version: HTTPVersion
    let headers: HTTPHeaders
    let body: [UInt8]

    var text: String { String(decoding: body, as: UTF8.self) }
    subscript(_ name: String) -> String? { headers.first(name: name) }
  }

  static func with<Value>(
    _ settings: Settings = FilledSite.settings, limits: ServerLimits = ServerLimits(), wechatBase: String? = nil,
    hasNewsroom: Bool = false, setupKey: String? = nil,
    now: @escaping @Sendable () -> Date = { FilledSite.morning },
    prepare: (FilledSite) throws -> Void = { _ in }, _ body: (ServedPaper) async throws -> Value
  ) async throws -> Value {
    try await FilledSite.with(settings, now: now) { site in
      try prepare(site)
      let log = LogLines()
      let (opened, opening) = AsyncStream.makeStream(of: PaperServer.Ports.self)
      let server = PaperServer(
        edition: site.edition, newsroom: hasNewsroom ? DeskParts(edition: site.edition, setupKey: setupKey) : nil,
        limits: limits, wechatBase: wechatBase, logger: log.logger,
        onListening: { ports in
          opening.yield(ports)
          opening.finish()
        })
      let group = ServiceGroup(services: [server], logger: log.logger)
      return try await withThrowingTaskGroup(of: Void.self) { tasks in
        tasks.addTask {
          defer { opening.finish() }
          try await group.run()
        }
        var ports: PaperServer.Ports?
        for await found in opened { ports = found }
        guard let ports else {
          try await tasks.waitForAll()
          throw CancellationError()
        }
        return try await use(site, ports, log, group, body)
      }
    }
  }

  private static func use<Value>(
    _ site: FilledSite, _ ports: PaperServer.Ports, _ log: LogLines, _ group: ServiceGroup,
    _ body: (ServedPaper) async throws -> Value
  ) async throws -> Value {
    var tls = TLSConfiguration.makeClientConfiguration()
    tls.certificateVerification = .none
    let client = HTTPClient(
      eventLoopGroup: MultiThreadedEventLoopGroup.singleton,
      configuration: .init(tlsConfiguration: tls, redirectConfiguration: .disallow))
    let isSecure = !site.settings.server.tlsCertificate.isEmpty
    let paper = ServedPaper(
      site: site, ports: ports, client: client, log: log, isSecure: isSecure, group: group)
    let result: Result<Value, any Error>
    do {
      result = .success(try await body(paper))
    } catch {
      result = .failure(error)
    }
    try await client.shutdown()
    await group.triggerGracefulShutdown()
    return try result.get()
  }

  /// Asks the server to stop, as SIGTERM does.
  func stop() async { await group.triggerGracefulShutdown() }

  /// - path: percent-encoded, with its query.
  func get(
    _ path: String, _ fields: [(String, String)] = [], method: HTTPMethod = .GET, port: Int? = nil
  ) async throws -> Reply {
    let scheme = isSecure && port == nil ? "https" : "http"
    var request = HTTPClientRequest(url: "\(scheme)://127.0.0.1:\(port ?? self.port)\(path)")
    request.method = method
    for (name, value) in fields { request.headers.add(name: name, value: value) }
    let response = try await client.execute(request, timeout: .seconds(20))
    let body = try await response.body.collect(upTo: 16_777_216)
    return Reply(
      status: Int(response.status.code), version: response.version, headers: response.headers,
      body: Array(body.readableBytesView))
  }
}
