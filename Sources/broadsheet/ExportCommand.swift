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
      Writes every page and all that a page leads to, byte for byte as the server sends it, with redirects for nginx \
      and Caddy and a list of SHA-256 sums. Run again it writes only what changed.

      Example: broadsheet export my-paper public
      """,
      """
      写出每个页面和页面链接到的一切，与服务器发送的逐字节相同，并附 nginx 和 Caddy 的跳转表及 SHA-256 清单。再次运行只写有变化的文件。

      例如 (Example)：broadsheet export my-paper public
      """))

  @Argument(help: ArgumentHelp(say("The folder of the site.", "站点文件夹。")))
  var site: String

  @Argument(help: ArgumentHelp(say("The folder to write.", "要写入的文件夹。")))
  var destination: String

  @Flag(
    help: ArgumentHelp(
      say(
        "Also what no page leads to: codes and citations as files, the interface for programs.",
        "连没有页面链接到的也写：二维码和引文文件、程序接口。")))
  var complete = false

  private var reach: ExportReach { complete ? .complete : .linked }

  func run() async throws {
    try await guarded {
      let folder = try SiteFolder.open(site)
      let edition = try await folder.edition(settings: folder.settings)
      var contents = try await edition.exportContents(madeFrom: [folder.text, Program.identity], reach: reach)
      contents.search = try await edition.searchSource()
      let outcome = try await write(contents, of: edition)
      for left in outcome.leftOut { Terminal.error(words(for: left)) }
      Terminal.line(
        say(
          "\(outcome.written) files written, \(outcome.same) as they were, \(outcome.removed) removed.",
          "写入 \(outcome.written) 个文件，未变 \(outcome.same) 个，删除 \(outcome.removed) 个。"))
    }
  }

  private func words(for left: ExportOutcome.LeftOut) -> String {
    let path = left.path
    return switch left.why {
    case .query: say("\(path) is in the redirect maps alone: no file can have a query.", "\(path) 只在跳转表里：文件名不能带查询串。")
    case .tooLong: say("\(path) has no file: its name is too long.", "\(path) 没有文件：名称过长。")
    case .unsafe: say("\(path) has no file: its name is not safe.", "\(path) 没有文件：名称不安全。")
    case .missing: say("\(path) has no file: nothing answers there any more.", "\(path) 没有文件：那里已没有内容。")
    case .taken: say("\(path) has no file: another address has its name.", "\(path) 没有文件：名称已被另一个网址占用。")
    }
  }

  private func write(_ contents: ExportContents, of edition: Edition) async throws -> ExportOutcome {
    let writer = StaticSite(
      settings: edition.settings, document: { try await edition.document(at: $0) },
      issue: { [reach] in try await edition.answers(ofIssue: $0, reach: reach) },
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
