import ArgumentParser
import Interchange
import Model
import Store

/// `broadsheet init SITE`: asks nothing, makes the folder.
struct InitCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init", abstract: say("Make a new site.", "新建一个站点。"),
    discussion: say(
      """
      Makes broadsheet.yaml (every setting with its default), the database and the folder media. Nothing that \
      exists is overwritten.

      Example: broadsheet init my-paper
      """,
      """
      建立 broadsheet.yaml（每项设置都写着默认值）、数据库和 media 文件夹。已有的东西一概不覆盖。

      例如 (Example)：broadsheet init my-paper
      """))

  @Argument(help: ArgumentHelp(say("The folder of the site.", "站点文件夹。")))
  var site: String

  func run() async throws {
    try await guarded {
      try SiteFolder.create(site)
      try Storage.create(folder: site)
      Terminal.line(
        say(
          "Made \(site). Give the paper its name in \(site)/broadsheet.yaml, then: broadsheet import \(site) FOLDER",
          "已建立 \(site)。请在 \(site)/broadsheet.yaml 里写上报名，然后：broadsheet import \(site) 文件夹"))
    }
  }
}
