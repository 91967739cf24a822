import ArgumentParser
import Foundation
import Interchange
import Model
import Newsroom
import Prepress
import Store
import Web

/// `broadsheet import SITE PATH…`.
struct ImportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: say("Take issues from folders into a site.", "把各期文件夹导入站点。"),
    discussion: say(
      """
      A path is an issue folder (one with issue.yaml) or a folder that holds such folders, and redirects.csv beside \
      them. Each issue is taken whole or not at all. What is the same stays as it is; a changed story becomes a new \
      revision under its number; a story that is not in its folder any more is reported and kept. A running server \
      shows the change at once.

      Example: broadsheet import my-paper issues/2026-03-01 --as 'Lin Xi' --why 'Signed in the office on 28 February'
      """,
      """
      路径可以是一期的文件夹（内有 issue.yaml），也可以是装着多期的文件夹，旁边可放 redirects.csv。
      每一期要么整期导入，要么完全不动。内容相同的保持原样；改过的稿件在原编号下成为新的修订；
      文件夹里不再有的稿件只报告、不删除。正在运行的服务会立即显示变化。

      例如 (Example)：broadsheet import my-paper issues/2026-03-01 --as 林汐 --why 二月二十八日已在编辑部签发
      """))

  @Argument(help: ArgumentHelp(say("The folder of the site.", "站点文件夹。")))
  var site: String

  @Argument(help: ArgumentHelp(say("Issue folders, or folders that hold them.", "各期文件夹，或装着它们的文件夹。")))
  var paths: [String]

  @Option(name: .customLong("as"), help: ArgumentHelp(say("Who signed it, for the record.", "签发人，记入记录。")))
  var signer: String?

  @Option(help: ArgumentHelp(say("Why, for the record.", "事由，记入记录。")))
  var why: String?

  @Flag(help: ArgumentHelp(say("Take it in without publishing.", "只导入，不发布。")))
  var draft = false

  @Flag(help: ArgumentHelp(say("Say what would be done, and do nothing.", "只说明会做什么，不作改动。")))
  var dryRun = false

  func run() async throws {
    try await guarded {
      let folder = try SiteFolder.open(site)
      let sources = try sources()
      let storage = try await Storage(folder: folder.path)
      let desk = desk(folder, storage)
      let summary = try await job(folder, desk, storage).run(sources, options: options) { step in
        Terminal.progress(step.outcome.source, done: step.done, of: step.total)
      }
      if !dryRun { try await desk.sealDays(with: RecordKeyFile(folder: folder.path).key()) }
      ImportReport(summary: summary, isRehearsal: dryRun).say()
      guard summary.failed > 0 else { return }
      let code: Stop.Code = summary.issues > 0 ? .leftOut : .badInput
      throw ExitCode(code.rawValue)
    }
  }

  private var options: ImportJob.Options {
    ImportJob.Options(
      actor: Actor(name: signer ?? NSUserName(), acts: [.importIssue, .redirect]),
      why: why ?? "Imported from files", isDraft: draft, isRehearsal: dryRun)
  }

  private func sources() throws -> ImportSources {
    do {
      let found = try IssueFolder.find(in: paths)
      return ImportSources(issues: found.issues, redirects: found.redirects)
    } catch {
      throw Stop(.noInput, faults: error)
    }
  }

  private func desk(_ folder: SiteFolder, _ storage: Storage) -> Desk {
    Desk(storage: storage, timeZone: zone(folder), protectedTerms: folder.settings.site.protectedTerms)
  }

  private func zone(_ folder: SiteFolder) -> TimeZone {
    TimeZone(identifier: folder.settings.publication.timeZone) ?? .gmt
  }

  private func job(_ folder: SiteFolder, _ desk: Desk, _ storage: Storage) -> ImportJob {
    ImportJob(
      desk: desk, library: Library(storage: storage), files: MediaFiles(folder: folder.path), darkroom: Darkroom(),
      timeZone: zone(folder))
  }
}
