import ArgumentParser
import Model
import Store

/// `broadsheet backup SITE FILE`: one file, while the site is served.
struct BackupCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backup", abstract: say("Write the whole site into one file.", "把整个站点备份成一个文件。"),
    discussion: say(
      """
      Works while the site is served. The file is a tar archive with a list of SHA-256 sums.

      Example: broadsheet backup my-paper paper-2026-03-01.tar
      """,
      """
      站点正在运行时也能备份。文件是 tar 归档，内附 SHA-256 清单。

      例如 (Example)：broadsheet backup my-paper paper-2026-03-01.tar
      """))

  @Argument(help: ArgumentHelp(say("The folder of the site.", "站点文件夹。")))
  var site: String

  @Argument(help: ArgumentHelp(say("The file to write.", "要写入的文件。")))
  var file: String

  func run() async throws {
    try await guarded {
      let folder = try SiteFolder.open(site)
      let storage = try await Storage(folder: folder.path)
      try await storage.backup(to: file)
      Terminal.line(say("Wrote \(file).", "已写入 \(file)。"))
    }
  }
}

/// `broadsheet restore FILE SITE`: checks before it replaces.
struct RestoreCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "restore", abstract: say("Make a site from a backup.", "用备份恢复站点。"),
    discussion: say(
      """
      Every byte of the backup is checked first; the old site is replaced only then, and never while it is served.

      Example: broadsheet restore paper-2026-03-01.tar my-paper
      """,
      """
      先逐字节核对备份，核对无误才替换旧站点；站点正在运行时不替换。

      例如 (Example)：broadsheet restore paper-2026-03-01.tar my-paper
      """))

  @Argument(help: ArgumentHelp(say("The file of the backup.", "备份文件。")))
  var file: String

  @Argument(help: ArgumentHelp(say("The folder of the site.", "站点文件夹。")))
  var site: String

  func run() async throws {
    try await guarded {
      let kept = try await Storage.restore(file: file, to: site)
      Terminal.line(say("Restored \(site).", "已恢复 \(site)。"))
      guard let kept else { return }
      Terminal.line(say("What was there before is kept in \(kept).", "原有内容保留在 \(kept)。"))
    }
  }
}
