import ArgumentParser
import Foundation
import Model
import Press

/// `broadsheet theme new NAME`.
struct ThemeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "theme", abstract: say("Make a theme of your own.", "制作自己的主题。"),
    discussion: say(
      "Example: broadsheet theme new my-paper/themes/ours", "例如 (Example)：broadsheet theme new my-paper/themes/ours"),
    subcommands: [New.self])

  struct New: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "new", abstract: say("Copy the built-in theme to start from.", "复制内置主题作为起点。"),
      discussion: say(
        """
        Writes the folder NAME. Change what you like and delete the files you keep as they are: those then follow the \
        program. Put the folder into the site and name it, from there, in site.theme of broadsheet.yaml.

        Example: broadsheet theme new my-paper/themes/ours, then site.theme: themes/ours
        """,
        """
        写出名为 NAME 的文件夹。改你想改的；不改的文件可以删掉，它们便随程序更新。
        把文件夹放进站点，并在 broadsheet.yaml 的 site.theme 里写上它相对站点的路径。

        例如 (Example)：broadsheet theme new my-paper/themes/ours，然后 site.theme: themes/ours
        """))

    @Argument(help: ArgumentHelp(say("The folder to write; it must not exist yet.", "要写出的文件夹，须尚不存在。")))
    var name: String

    func run() async throws {
      try await guarded {
        guard !FileManager.default.fileExists(atPath: name) else {
          throw Stop(.cannotWrite, "\(name) exists already: nothing was changed.", "\(name) 已存在：什么也没有改动。")
        }
        do {
          try write()
        } catch let error as CocoaError {
          throw Stop(
            .cannotWrite, "\(name) cannot be written: \(error.localizedDescription)",
            "\(name) 无法写入：\(error.localizedDescription)")
        }
        Terminal.line(
          say(
            "Wrote \(name). Name it in site.theme of broadsheet.yaml.",
            "已写出 \(name)。请在 broadsheet.yaml 的 site.theme 里写上它。"))
      }
    }

    private func write() throws {
      for file in try Theme.builtIn().contents {
        let url = URL(fileURLWithPath: name).appendingPathComponent(file.name)
        try FileManager.default.createDirectory(
          at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(file.bytes).write(to: url)
      }
    }
  }
}
