import ArgumentParser
import Foundation
import Logging
import Model
import Newsroom
import ServiceLifecycle
import Store
import UnixSignals
import Web

/// `broadsheet serve SITE`.
struct ServeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve", abstract: say("Serve a site to its readers.", "向读者提供站点。"),
    discussion: say(
      """
      Listens where broadsheet.yaml says; the options go before it. Stops gracefully on SIGTERM and SIGINT: what runs \
      is finished. A site is served by one program at a time; imports and backups run beside it.

      Example: broadsheet serve my-paper --port 8080
      Example: broadsheet serve my-paper --host '' --port 443 --tls-cert paper.pem --tls-key paper.key
      """,
      """
      按 broadsheet.yaml 的设置监听，命令行选项优先。收到 SIGTERM 或 SIGINT 时处理完手头的请求再退出。
      一个站点同时只能由一个程序提供服务；导入和备份可以同时进行。

      例如 (Example)：broadsheet serve my-paper --port 8080
      例如 (Example)：broadsheet serve my-paper --host '' --port 443 --tls-cert paper.pem --tls-key paper.key
      """))

  @Argument(help: ArgumentHelp(say("The folder of the site.", "站点文件夹。")))
  var site: String

  @Option(
    help: ArgumentHelp(say("The address to listen on; '' for all, IPv4 and IPv6.", "监听地址；'' 表示全部，含 IPv4 和 IPv6。")))
  var host: String?

  @Option(help: ArgumentHelp(say("The port, 1 to 65535.", "端口，1 到 65535。")))
  var port: Int?

  @Option(help: ArgumentHelp(say("The certificate chain, PEM.", "证书链，PEM 格式。")))
  var tlsCert: String?

  @Option(help: ArgumentHelp(say("The key of the certificate, PEM.", "证书私钥，PEM 格式。")))
  var tlsKey: String?

  func run() async throws {
    Processors.share()
    try await guarded {
      let folder = try SiteFolder.open(site)
      let lock = try lock(folder)
      defer { lock.release() }
      let settings = try changed(folder.settings)
      var logger = Logger(label: "broadsheet")
      logger.logLevel = .info
      let edition = try await folder.edition(settings: settings, isCounting: true)
      let newsroom = try await newsroom(edition)
      let server = PaperServer(edition: edition, newsroom: newsroom, logger: logger) { ports in
        let shown = settings.server.host.isEmpty ? "[::]" : settings.server.host
        let scheme = settings.server.tlsCertificate.isEmpty ? "http" : "https"
        let address = "\(scheme)://\(shown):\(ports.paper)"
        Terminal.line(say("Serving at", "正在提供服务：") + " \(address)")
        guard let key = newsroom.setupKey else { return }
        Terminal.line(
          say("Nobody works here yet. Set the paper up at", "编辑部还没有人。请在此完成设置：") + " \(address)/desk/setup?key=\(key)")
      }
      let group = ServiceGroup(
        services: [server], gracefulShutdownSignals: [.sigterm, .sigint], logger: logger)
      do {
        try await group.run()
      } catch let error as ServerError {
        throw Stop(.badSettings, error.told.english, error.told.chinese)
      }
    }
  }

  /// With a key for the first visit, where nobody has an account yet.
  private func newsroom(_ edition: Edition) async throws -> DeskParts {
    let parts = DeskParts(edition: edition)
    guard try await !parts.accounts.hasPeople() else { return parts }
    return DeskParts(edition: edition, setupKey: Secret.make())
  }

  private func lock(_ folder: SiteFolder) throws -> SiteLock {
    do {
      return try SiteLock.take(folder: folder.path)
    } catch let error as StoreError where error.code == .locked {
      throw Stop(
        .inUse, "\(folder.path) is served by another program: stop that one first.",
        "\(folder.path) 正由另一个程序提供服务：请先停掉它。")
    }
  }

  private func changed(_ settings: Settings) throws -> Settings {
    var settings = settings
    if let host { settings.server.host = host }
    if let port {
      guard (1...65_535).contains(port) else {
        throw Stop(.badUsage, "A port is a number from 1 to 65535.", "端口是 1 到 65535 的数字。")
      }
      settings.server.port = port
    }
    guard (tlsCert == nil) == (tlsKey == nil) else {
      throw Stop(.badUsage, "--tls-cert and --tls-key go together.", "--tls-cert 和 --tls-key 须一起给出。")
    }
    if let tlsCert, let tlsKey {
      settings.server.tlsCertificate = tlsCert
      settings.server.tlsKey = tlsKey
    }
    return settings
  }
}
