import AsyncHTTPClient
import Foundation
package import Logging
import Model
import NIOPosix
import NIOSSL
import ServiceLifecycle
import Store

/// The paper on the web: listens, answers, and on a graceful stop finishes what runs.
package struct PaperServer: Service, CustomStringConvertible {
  /// The ports that were opened.
  package struct Ports: Sendable, Equatable {
    package let paper: Int
    /// Nil when no metrics are offered.
    package let metrics: Int?
  }

  /// Without it, the group of services would write down all that the server holds, to name it.
  package var description: String { "paper" }

  let edition: Edition
  let newsroom: DeskParts?
  let limits: ServerLimits
  let wechatBase: String
  let logger: Logger
  private let onListening: @Sendable (Ports) async -> Void

  /// - newsroom: nil serves the paper alone.
  /// - wechatBase: scheme and host of WeChat's service; another one in tests.
  /// - onListening: told once, when every port is open.
  package init(
    edition: Edition, newsroom: DeskParts? = nil, limits: ServerLimits = ServerLimits(), wechatBase: String? = nil,
    logger: Logger, onListening: @escaping @Sendable (Ports) async -> Void = { _ in }
  ) {
    self.edition = newsroom == nil ? edition : edition.offering(DeskTable.standard.facts)
    self.newsroom = newsroom
    self.limits = limits
    self.wechatBase = wechatBase ?? WeChatService.standardBase
    self.logger = logger
    self.onListening = onListening
  }

  /// Returns after a graceful stop. Throws `ServerError` when an address, a certificate or a setting is of no use.
  package func run() async throws {
    let client = HTTPClient(eventLoopGroup: MultiThreadedEventLoopGroup.singleton)
    do {
      try await serve(client)
    } catch {
      try await client.shutdown()
      throw error
    }
    try await client.shutdown()
  }

  private func serve(_ client: HTTPClient) async throws {
    let room = OpenFiles.raise().map { max(64, $0 - ServerLimits.ownFiles) } ?? limits.connectionsMax
    let connections = Connections(most: min(limits.connectionsMax, room))
    let metrics = Metrics()
    let wechat = try await wechat(client)
    let pages = pages(hasWeChat: wechat != nil)
    let site = CurrentSite()
    site.become(try await assembled(pages, wechat, in: site))
    let responder = try responder(site, metrics)
    let front = Front(desk: desk(pages, responder), metrics: metrics)
    try await edition.library.settleGeneration()
    let viewJobs = viewJobs
    let mailJob = try await mailJob()
    for finding in edition.library.views?.findings ?? [] {
      logger.error("counters of views", metadata: ["finding": "\(finding)"])
    }
    async let _ = StartCheck(storage: edition.library.storage, logger: logger).run()
    let opening = Opening(offersMetrics: edition.settings.server.metricsPort > 0, onListening: onListening)
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { try await listen(responder, front, connections, opening) }
      group.addTask { await pages.renew { site.now?.pages ?? pages } }
      group.addTask { await recordHeads.run() }
      group.addTask { await MemoryReturn().run() }
      if let viewJobs { group.addTask { await viewJobs.run() } }
      if let newsroom {
        let schedule = PublishingSchedule(desk: newsroom.desk, newsroom: newsroom.library, logger: logger)
        group.addTask { await schedule.run() }
      }
      if let mailJob { group.addTask { await mailJob.run() } }
      if edition.settings.server.metricsPort > 0 {
        let counting = MetricsResponder(metrics: metrics, connections: connections, library: edition.library)
        group.addTask { try await listen(counting, opening) }
      }
      group.addTask {
        try await gracefulShutdown()
        try await Task.sleep(for: limits.stopTime)
        connections.closeAll()
      }
      // Whichever listener ends first ends the server: by a stop both do, by an error the other must.
      try await group.next()
      group.cancelAll()
    }
    await viewJobs?.finish()
  }

  private func listen(
    _ responder: Responder, _ front: Front, _ connections: Connections, _ opening: Opening
  ) async throws {
    let server = edition.settings.server
    let plain = PlainChannel(responder: responder.respond, limits: limits, isSecure: false, front: front)
    guard responder.isSecure else {
      let connection = AdmittingChannel(
        base: plain, limits: limits, connections: connections, refusal: PaperServer.refusal)
      return try await Listener(
        host: server.host, port: server.port, connection: connection, logger: logger,
        onListening: opening.paper
      ).run()
    }
    let context = try await NIOThreadPool.singleton.runIfActive {
      try Certificate.context(certificate: server.tlsCertificate, key: server.tlsKey)
    }
    let connection = AdmittingChannel(
      base: SecureChannel(context: context, limits: limits, responder: responder.respond, front: front), limits: limits,
      connections: connections, refusal: "")
    try await Listener(
      host: server.host, port: server.port, connection: connection, logger: logger, onListening: opening.paper
    ).run()
  }

  private func listen(_ counting: MetricsResponder, _ opening: Opening) async throws {
    let connection = AdmittingChannel(
      base: PlainChannel(responder: counting.respond, limits: limits, isSecure: false), limits: limits,
      connections: Connections(most: MetricsResponder.connectionsMax), refusal: PaperServer.refusal)
    try await Listener(
      host: MetricsResponder.host, port: edition.settings.server.metricsPort, connection: connection, logger: logger,
      onListening: opening.metrics
    ).run()
  }
}
