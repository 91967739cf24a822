import AsyncHTTPClient
import Foundation
import Logging
import Model
import NIOPosix
import Newsroom
import Press
import Store

/// What the server is put together from, by the settings of the paper.
extension PaperServer {
  /// What a connection too many is told.
  static let refusal =
    "HTTP/1.1 503 Service Unavailable\r\nConnection: close\r\nRetry-After: 5\r\nCache-Control: no-store\r\n"
    + "Content-Type: text/plain; charset=utf-8\r\nContent-Length: 24\r\n\r\n503 Service Unavailable\n"

  /// The longest secret that is read from its file, in bytes.
  static let secretBytesMax = 256

  func pages(hasWeChat: Bool) -> PageMaker {
    let generation = edition.library.storage.generation
    let cache = PageCache(bytesMax: edition.settings.server.cacheBytesMax, generation: { generation.number })
    let policy = ContentPolicy(
      inlineScriptHashes: edition.renderer.inlineScriptHashes, beacon: edition.settings.views.beacon)
    return PageMaker(
      edition: edition, cache: cache, safety: SafetyHeaders(policy: policy, hasWeChat: hasWeChat),
      isSecure: !edition.settings.server.tlsCertificate.isEmpty, logger: logger)
  }

  func desk(_ pages: PageMaker, _ responder: Responder) -> PageDesk {
    PageDesk(
      cache: pages.cache, limits: limits, hasWeChat: pages.safety.hasWeChat,
      log: responder.log.map { HitLog(log: $0, clients: responder.clients) })
  }

  func responder(_ site: CurrentSite, _ metrics: Metrics) throws -> Responder {
    let server = edition.settings.server
    let trusted = try server.trustedProxies.map { text in
      guard let block = NetworkBlock(text) else {
        throw ServerError(
          .setting, "This is neither an address nor a block such as 192.0.2.0/24.",
          "这既不是地址，也不是 192.0.2.0/24 这样的网段。", place: "server.trusted_proxies: \(text)")
      }
      return block
    }
    guard server.tlsCertificate.isEmpty == server.tlsKey.isEmpty else {
      throw ServerError(
        .setting, "TLS needs a certificate and its key; give both or neither.", "TLS 需要证书和私钥；请都设或都不设。",
        place: "server.tls_cert, tls_key")
    }
    return Responder(
      site: site, clients: ClientAddress(trusted: trusted), isSecure: !server.tlsCertificate.isEmpty,
      metrics: metrics, log: server.accessLog ? RequestLog(logger: logger) : nil)
  }

  /// Nil where views are not counted.
  ///
  /// - visitors: of the newsroom, who are no readers.
  func beacons(_ visitors: Visitors?) -> BeaconRoute? {
    edition.library.views.map { views in
      let settings = edition.settings
      return BeaconRoute(
        counters: views, articles: CountableArticles(storage: edition.library.storage),
        origins: OwnOrigins(baseURL: settings.site.baseURL),
        bursts: BurstGuard(
          perMinute: settings.views.burstPerMinuteMax, clientsMax: limits.countedClientsMax, logger: logger),
        repeatMinutes: settings.views.repeatMinutes, picture: edition.renderer.viewPicture.body, visitors: visitors,
        now: edition.now, logger: logger)
    }
  }

  var recordHeads: RecordHeads {
    let storage = edition.library.storage
    return RecordHeads(
      desk: Desk(storage: storage, timeZone: edition.zone, now: edition.now),
      file: RecordKeyFile(folder: storage.folder), logger: logger)
  }

  /// Nil where views are not counted.
  var viewJobs: ViewJobs? {
    edition.library.views.map {
      ViewJobs(counters: $0, settings: edition.settings.views, now: edition.now, logger: logger)
    }
  }

  /// Nil when the paper has no account with WeChat.
  func wechat(_ client: HTTPClient) async throws -> WeChatRoute? {
    let settings = edition.settings.wechat
    guard !settings.appID.isEmpty, !settings.secretFile.isEmpty else { return nil }
    guard let host = WeChatRoute.host(of: edition.settings.site.baseURL) else {
      throw ServerError(
        .setting, "WeChat needs the paper's own address, with http:// or https://.",
        "微信分享需要本报自己的网址，带 http:// 或 https://。", place: "site.base_url")
    }
    let service = WeChatService(
      base: wechatBase, appID: settings.appID, secret: try await secret(settings.secretFile), client: client)
    return WeChatRoute(
      appID: settings.appID, host: host, tickets: WeChatTickets(service: service, now: edition.now),
      allowance: Allowance(perMinute: limits.signaturesPerMinuteMax, clientsMax: limits.countedClientsMax),
      now: edition.now, logger: logger)
  }

  private func secret(_ file: String) async throws -> String {
    let path = try SiteFile.path(file, in: edition.files.folder, key: "wechat.secret_file")
    let bytes = try await NIOThreadPool.singleton.runIfActive {
      try SiteFile.read(path, bytesMax: PaperServer.secretBytesMax, key: "wechat.secret_file")
    }
    let text = String(decoding: bytes, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
    guard !text.isEmpty else {
      throw ServerError(.setting, "The file of WeChat's secret is empty.", "微信密钥文件是空的。", place: path)
    }
    return text
  }
}
