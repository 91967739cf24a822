import ArgumentParser
import Foundation
import Interchange
import Model

/// `broadsheet read-manuscript FILE`.
struct ReadManuscriptCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "read-manuscript", abstract: say("Show what a manuscript becomes.", "查看稿件读入后的样子。"),
    discussion: say(
      """
      Reads a manuscript (DOCX of Word or WPS, HTML, CommonMark, plain text in UTF-8, UTF-16 or GB18030) and prints \
      the story that it becomes, as CommonMark with its head, and on standard error what was left out. Nothing is \
      kept. With --pictures, the pictures in it are written into a folder.

      Example: broadsheet read-manuscript council.docx
      """,
      """
      读入一份稿件（Word 或 WPS 的 DOCX、HTML、CommonMark，UTF-8、UTF-16 或 GB18030 纯文本），
      按 CommonMark 格式输出读入后的稿件，并在标准错误输出中说明略去了什么。不保存任何内容。
      加上 --pictures 时，把其中的图片写入一个文件夹。

      例如 (Example)：broadsheet read-manuscript council.docx
      """))

  @Argument(help: ArgumentHelp(say("The file.", "稿件文件。")))
  var file: String

  @Flag(
    help: ArgumentHelp(
      say("Print fields, text, pictures, comments and what was left out as JSON.", "以 JSON 输出各字段、文字、图片、批注和略去的内容。")))
  var json = false

  @Option(help: ArgumentHelp(say("A folder to write the pictures into.", "写入图片的文件夹。")))
  var pictures: String?

  func run() async throws {
    try await guarded {
      guard let data = FileManager.default.contents(atPath: file) else {
        throw Stop(.noInput, "\(file): There is no such file, or it cannot be read.", "\(file)：没有这个文件，或无法读取。")
      }
      let manuscript: ReadManuscript
      do throws(Faults) {
        manuscript = try ManuscriptReader.read(Array(data), name: file)
      } catch {
        throw Stop(.badInput, faults: error)
      }
      if let pictures { try write(manuscript.pictures, into: pictures) }
      if json {
        Terminal.line(ManuscriptJSON.text(of: manuscript))
      } else {
        Terminal.line(manuscript.storyText)
        let environment = ProcessInfo.processInfo.environment
        for note in manuscript.notes { Terminal.error(say("Comment", "批注") + " \(note.author): \(note.text)") }
        for line in manuscript.leftOut {
          Terminal.error(say("Left out: ", "略去：") + line.text(environment: environment))
        }
      }
    }
  }

  private func write(_ pictures: [ManuscriptPicture], into folder: String) throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    for picture in pictures {
      let place = URL(fileURLWithPath: folder).appendingPathComponent(picture.name)
      try Data(picture.bytes).write(to: place)
    }
  }
}
