import ArgumentParser
import Model
import Store
import Web

/// `broadsheet check SITE`.
struct CheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: say("Check a whole site.", "检查整个站点。"),
    discussion: say(
      """
      Checks the settings, the database, every stored file against its hash, and that every link and old address \
      answers. Exits with 1 when something is wrong.

      Example: broadsheet check my-paper
      """,
      """
      检查设置、数据库、每个文件与其校验值是否相符，以及每个链接和旧网址能否打开。发现问题时退出码为 1。

      例如 (Example)：broadsheet check my-paper
      """))

  @Argument(help: ArgumentHelp(say("The folder of the site.", "站点文件夹。")))
  var site: String

  func run() async throws {
    try await guarded {
      let folder = try SiteFolder.open(site)
      let edition = try await folder.edition(settings: folder.settings)
      var findings = try await edition.library.storage.check().map(\.description)
      let links = try await LinkCheck(edition: edition).run { done, total in
        Terminal.progress(say("addresses", "网址"), done: done, of: total)
      }
      findings += links.faults
      for finding in findings { Terminal.line(finding) }
      guard findings.isEmpty else {
        Terminal.error(say("\(findings.count) things are wrong.", "发现 \(findings.count) 处问题。"))
        throw ExitCode(Stop.Code.leftOut.rawValue)
      }
      Terminal.line(
        say(
          "All is well: \(links.addresses) addresses answer, \(links.links) links lead somewhere.",
          "一切正常：\(links.addresses) 个网址可以打开，\(links.links) 个链接有效。"))
    }
  }
}
