import ArgumentParser
import Model
import Press
import Store
import Web

/// `broadsheet export SITE DEST`.
struct ExportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: say("Write the whole site as files.", "把整个站点写成静态文件。"),
    discussion: say(
      """
      Writes what the server sends, byte for byte, with redirects for nginx and Caddy and a list of SHA-256 sums. Run
      again it writes only what changed.

      Example: broadsheet export my-paper public
      """,
      """
      写出的内容与服务器发送的逐字节相同，并附 nginx 和 Caddy 的跳转表及 SHA-256 清单。再次运行只写有变化的文件。

      例如 (Example)：broadsheet export my-paper public
      """))

  @Argument(help: ArgumentHelp(say("The folder of the site.", "站点文件夹。")))
  var site: String

  @Argument(help: ArgumentHelp(say("The folder to write.", "要写入的文件夹。")))
  var destination: String

  func run() async throws {
    try await guarded {
      let folder = try SiteFolder.open(site)
      let edition = try await folder.edition(settings: folder.settings)
      let contents = ExportContents(
        paths: try await edition.addresses(), media: try await edition.library.allPublicMedia(),
        aliases: try await edition.library.aliases(),
        notFound: edition.renderer.notFound("/404.html", today: edition.today))
      let outcome = try await write(contents, of: edition)
      for left in outcome.leftOut {
        Terminal.error(say("left out: \(left.path) (\(left.why.rawValue))", "略去：\(left.path)（\(left.why.rawValue)）"))
      }
      Terminal.line(
        say(
          "\(outcome.written) files written, \(outcome.same) as they were, \(outcome.removed) removed.",
          "写入 \(outcome.written) 个文件，未变 \(outcome.same) 个，删除 \(outcome.removed) 个。"))
    }
  }

  private func write(_ contents: ExportContents, of edition: Edition) async throws -> ExportOutcome {
    let writer = StaticSite(
      settings: edition.settings, document: { try await edition.document(at: $0) },
      mediaFile: { edition.files.path(of: $0) })
    do {
      return try await writer.write(contents, to: destination) { step in
        Terminal.progress(step.path, done: step.done, of: step.total)
      }
    } catch let fault as ExportFault {
      throw Stop(.cannotWrite, fault.message.english, fault.message.chinese)
    }
  }
}
