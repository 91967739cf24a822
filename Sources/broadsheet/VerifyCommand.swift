import ArgumentParser
import Foundation
import Model
import Newsroom
import Store

/// `broadsheet verify SITE`.
struct VerifyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify", abstract: say("Hold a site against its record.", "把站点与操作记录核对。"),
    discussion: say(
      """
      Walks the record from its first line, checks the signed head of each day, and holds every article, signature and \
      file against what the last act on it left. Whatever was edited past the newsroom is named, with the first line \
      of the record that does not hold. Exits with 1 when something is wrong.

      Example: broadsheet verify my-paper
      Example: broadsheet verify my-paper --key 'PUBLIC KEY AS PUBLISHED' --json
      """,
      """
      从第一条记录起逐条核对，检查每天的签名，并把每篇稿件、每个签字、每个文件与最后一次操作留下的状态对照。
      凡绕过编辑部的改动都会指出，并写明第一条对不上的记录。发现问题时退出码为 1。

      例如 (Example)：broadsheet verify my-paper
      例如 (Example)：broadsheet verify my-paper --key '已公布的公钥' --json
      """))

  @Argument(help: ArgumentHelp(say("The folder of the site.", "站点文件夹。")))
  var site: String

  @Option(help: ArgumentHelp(say("A further public key that is trusted, in base64.", "另外信任的公钥，base64。")))
  var key: [String] = []

  @Flag(help: ArgumentHelp(say("Answer in JSON.", "以 JSON 输出。")))
  var json = false

  func run() async throws {
    try await guarded {
      let folder = try SiteFolder.open(site)
      let found = try await Verifier(storage: try await Storage(folder: folder.path), keys: Set(key)).run()
      if json { Terminal.line(VerifyReport(found).json.text) } else { VerifyReport(found).tell() }
      guard found.isClean else { throw ExitCode(Stop.Code.leftOut.rawValue) }
    }
  }
}

/// What a verification says.
struct VerifyReport {
  private let found: Verification

  init(_ found: Verification) { self.found = found }

  func tell() {
    let environment = ProcessInfo.processInfo.environment
    for fault in found.faults { Terminal.line(fault.wording.text(environment: environment)) }
    let untold = found.faultCount - found.faults.count
    if untold > 0 { Terminal.line(say("And \(untold) more.", "另有 \(untold) 处。")) }
    for remark in remarks { Terminal.line(remark) }
    guard !found.isClean else {
      let filed: Chinese = "（其中 \(found.articlesFiled) 篇为别处签发后导入）"
      return Terminal.line(
        say(
          "All holds: \(found.lines) lines of the record, \(found.heads) signed days, \(found.articles) articles "
            + "(\(found.articlesFiled) signed elsewhere and filed), \(found.units) things sealed.",
          "全部相符：记录 \(found.lines) 条，签名 \(found.heads) 天，稿件 \(found.articles) 篇\(filed)，封存 \(found.units) 项。"))
    }
    if let first = found.firstBroken {
      Terminal.error(
        say(
          "The first line of the record that does not hold is \(first).", "第一条对不上的记录是第 \(first) 条。"))
    }
    Terminal.error(say("\(found.faultCount) things are wrong.", "发现 \(found.faultCount) 处问题。"))
  }

  private var remarks: [String] {
    var remarks: [String] = []
    if found.olderLines > 0 {
      remarks.append(
        say(
          "\(found.olderLines) lines are older than the seals: of what they did only the state at the time of sealing "
            + "is covered.",
          "有 \(found.olderLines) 条记录早于封存：只能核对到封存时的状态。"))
    }
    if !found.hasKey, found.heads > 0 {
      remarks.append(
        say(
          "The paper's key is not here: the signatures hold against the keys beside them; give --key to be sure.",
          "此处没有本报的密钥：签名只与所附公钥核对；可用 --key 指定公钥。"))
    }
    return remarks
  }

  var json: JSON {
    .object([
      "clean": .boolean(found.isClean), "lines": .integer(found.lines), "heads": .integer(found.heads),
      "articles": .integer(found.articles), "articles_filed": .integer(found.articlesFiled),
      "units": .integer(found.units), "older_lines": .integer(found.olderLines), "has_key": .boolean(found.hasKey),
      "first_broken": found.firstBroken.map(JSON.integer) ?? .null, "fault_count": .integer(found.faultCount),
      "faults": .array(
        found.faults.map { fault in
          .object([
            "kind": .string(fault.kind.rawValue), "line": fault.line.map(JSON.integer) ?? .null,
            "place": .string(fault.place), "english": .string(fault.wording.english),
            "chinese": .string(fault.wording.chinese.simplified),
          ])
        }),
    ])
  }
}
