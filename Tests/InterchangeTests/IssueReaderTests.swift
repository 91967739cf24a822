import Foundation
import Model
import TestSupport
import Testing

@testable import Interchange

/// Issue folders made on the spot: odd bytes, links, sizes, and what a story becomes.
@Suite struct IssueReaderTests {
  private func write(_ files: [String: String], to folder: String) throws {
    for (name, text) in files { try Data(text.utf8).write(to: URL(filePath: "\(folder)/\(name)")) }
  }

  private func read(_ folder: String) throws(Faults) -> IssueFolder.Contents {
    try IssueFolder.Reader(folder: folder, timeZone: DemoPaperTests.zone).read()
  }

  private func faults(_ folder: String) -> [String] {
    do {
      _ = try read(folder)
      return []
    } catch {
      return error.all.map { $0.description.replacing(folder + "/", with: "") }
    }
  }

  /// The one story of an issue with this head and text.
  private func story(_ head: String, _ body: String) async throws -> StoryManuscript {
    try await withTemporaryFolder { folder in
      try write(
        ["issue.yaml": "date: 2026-03-01\nstories: [a.md]\n", "a.md": "---\n\(head)\n---\n\(body)"], to: folder)
      return try #require(try read(folder).manuscript.stories.first)
    }
  }

  private func repeated(_ text: String, _ count: Int) -> String {
    Array(repeating: text, count: count).joined(separator: ", ")
  }

  @Test func `a story's head becomes its copy`() async throws {
    let story = try await story(
      """
      serial: 31
      kicker: 引题
      headline: [上一行, 下一行]
      byline: 记者 张　三 摄影 王五
      keywords: 桥、渡口，江
      published: 2026-03-01 06:30
      views: 276413
      lead: yes
      aliases: ["https://old.example/read.asp?id=3#top", /html/3.htm]
      summary: |
        第一行
        第二行
      """, "正文。\n")
    #expect(story.serial == 31)
    #expect(story.copy.headline == ["上一行", "下一行"])
    #expect(story.copy.bylines == [.init(name: "张　三", role: .reporter), .init(name: "王五", role: .photographer)])
    #expect(story.copy.keywords == ["桥", "渡口", "江"])
    #expect(story.published == Date(timeIntervalSince1970: 1_772_317_800))
    #expect(story.views == 276_413)
    #expect(story.lead)
    #expect(story.aliases == ["/read.asp?id=3", "/html/3.htm"])
    #expect(story.copy.summary == "第一行第二行")
    #expect(story.copy.body == Body([.paragraph([.text("正文。")])]))
  }

  @Test func `the last line gives the byline only where none is given and it says what was done`() async throws {
    let taken = try await story("headline: 题", "正文。\n（记者 张三）\n")
    #expect(taken.copy.bylines == [.init(name: "张三", role: .reporter)])
    #expect(taken.copy.body.plainText == "正文。")
    let given = try await story("headline: 题\nbyline: 李四", "正文。\n\n（记者 张三）\n")
    #expect(given.copy.bylines == [.init(name: "李四", role: .unnamed)])
    #expect(given.copy.body.plainText == "正文。\n（记者 张三）")
    let other = try await story("headline: 题", "正文。\n\n（未完待续）\n")
    #expect(other.copy.bylines.isEmpty)
    #expect(other.copy.body.plainText == "正文。\n（未完待续）")
  }

  @Test func `lines join as they are set`() async throws {
    let story = try await story("headline: 题", "　　第一行，\n第二行\nLatin words\nand more\\\n新行")
    #expect(story.copy.body == Body([.paragraph([.text("第一行，第二行Latin words and more"), .lineBreak, .text("新行")])]))
  }

  @Test func `emphasis beside Chinese punctuation is seen`() async throws {
    let story = try await story("headline: 题", "他说**“好”**。又说**“再来”**吧，3~5元、6~8元，H~2~O，m^2^，~{水}~，\\^")
    #expect(
      story.copy.body
        == Body([
          .paragraph([
            .text("他说"), .strong([.text("“好”")]), .text("。又说"), .strong([.text("“再来”")]), .text("吧，3~5元、6~8元，H"),
            .subscript([.text("2")]), .text("O，m"), .superscript([.text("2")]), .text("，"), .subscript([.text("水")]),
            .text("，^"),
          ])
        ]))
  }

  @Test func `verse keeps its lines and stanzas, whatever they begin with`() async throws {
    let story = try await story("headline: 题", "::: verse\n- 一\n　　二\n\n1. 三\n# 四\n:::\n")
    #expect(
      story.copy.body
        == Body([
          .verse([[[.text("- 一")], [.text("　　二")]], [[.text("1. 三")], [.text("# 四")]]])
        ]))
  }

  @Test func `three colons behind a backslash are text, wherever they begin a line`() async throws {
    let story = try await story("headline: 题", "\\::: 一\n\\:::\n\n> \\::: 二\n\n&#65306;：：三\n")
    #expect(story.copy.body.plainText == "::: 一:::\n::: 二\n：：：三")
  }

  @Test func `a byte order mark and Windows line ends are fine`() async throws {
    try await withTemporaryFolder { folder in
      try write(
        [
          "issue.yaml": "\u{FEFF}date: 2026-03-01\r\nstories: [a.md]\r\n",
          "a.md": "\u{FEFF}---\r\nheadline: 题\r\n---\r\n一\r\n\r\n二\r\n",
        ],
        to: folder)
      #expect(try read(folder).manuscript.stories.first?.copy.body.plainText == "一\n二")
    }
  }

  @Test func `text that is not UTF-8 is told apart`() async throws {
    try await withTemporaryFolder { folder in
      try write(["issue.yaml": "date: 2026-03-01\nstories: [gb.md, utf16.md, broken.md]\n"], to: folder)
      let head = Array("---\nheadline: ".utf8)
      let texts: [(String, [UInt8])] = [
        ("gb.md", head + [0xCC, 0xE2, 0xC4, 0xBF, 0x0A]), ("utf16.md", [0xFF, 0xFE, 0x2D, 0x00]),
        ("broken.md", head + [0x0A, 0xFF, 0x20, 0x0A]),
      ]
      for (name, bytes) in texts { try Data(bytes).write(to: URL(filePath: "\(folder)/\(name)")) }
      #expect(
        faults(folder) == [
          "gb.md:2: This file looks like GB18030 (GBK) text; save it as UTF-8.",
          "utf16.md:1: This file is UTF-16; save it as UTF-8.",
          "broken.md:3: This line is not UTF-8; save the file as UTF-8 text.",
        ])
    }
  }

  @Test func `a link may not lead out of the folder, and what is no file is none`() async throws {
    try await withTemporaryFolder { outside in
      try await withTemporaryFolder { folder in
        try write(["real.md": "---\nheadline: 题\n---\n", "b.md": "---\nheadline: 题\n---\n"], to: outside)
        try write(
          [
            "issue.yaml": "date: 2026-03-01\nstories: [a.md, within.md, pipe.md, dir.md]\n",
            "b.md": "---\nheadline: 题\n---\n",
          ], to: folder)
        let files = FileManager.default
        try files.createSymbolicLink(atPath: folder + "/a.md", withDestinationPath: outside + "/real.md")
        try files.createSymbolicLink(atPath: folder + "/within.md", withDestinationPath: "b.md")
        try files.createDirectory(atPath: folder + "/dir.md", withIntermediateDirectories: true)
        #expect(mkfifo(folder + "/pipe.md", 0o600) == 0)
        #expect(
          faults(folder) == [
            "issue.yaml:2: \"a.md\" is a symbolic link that leads out of the folder; copy the file itself into the "
              + "folder.",
            "issue.yaml:2: \"pipe.md\" is not a file.", "issue.yaml:2: \"dir.md\" is not a file.",
          ])
      }
    }
  }

  @Test func `each limit refuses what crosses it`() async throws {
    let limits = IssueFolder.Limits.self
    let long = String(repeating: "长", count: limits.storyBytesMax / 3 + 1)
    let heads = [
      "kicker: \(String(repeating: "题", count: limits.lineCharactersMax + 1))",
      "summary: \(String(repeating: "题", count: limits.summaryCharactersMax + 1))",
      "section: \(String(repeating: "题", count: limits.nameCharactersMax + 1))",
      "keywords: [\((0...limits.keywordsMax).map { "k\($0)" }.joined(separator: ", "))]",
      "aliases: [\((0...limits.aliasesMax).map { "/\($0)" }.joined(separator: ", "))]",
      "aliases: [/\(String(repeating: "a", count: limits.aliasBytesMax))]",
      "byline: [\((0...limits.bylinesMax).map { "{name: 张\($0)}" }.joined(separator: ", "))]",
      "corrections: [\(repeated("{date: 2026-03-01, text: 错}", limits.correctionsMax + 1))]",
      "corrections: [{date: 2026-03-01, text: \(String(repeating: "错", count: limits.correctionCharactersMax + 1))}]",
      "views: \(StoryHeadReader.viewsMax + 1)", "serial: \(StoryHeadReader.serials.upperBound + 1)",
      "kicker: \"\(String(repeating: "a", count: limits.headBytesMax))\"",
    ]
    for head in heads {
      await #expect(throws: Faults.self, "\(head.prefix(40))") { try await story("headline: 题\n" + head, "正文。") }
    }
    await #expect(throws: Faults.self) { try await story("headline: 题", long) }
    let fences =
      String(repeating: "::: note editor\n", count: limits.fenceDepthMax + 1) + "一\n"
      + String(repeating: ":::\n", count: limits.fenceDepthMax + 1)
    await #expect(throws: Faults.self) { try await story("headline: 题", fences) }
  }

  @Test func `an issue has no more stories, pages, hotspots and bytes than its limits`() async throws {
    let limits = IssueFolder.Limits.self
    let corners = "[[0, 0], [1, 0], [1, 1]]"
    let issues = [
      "stories: [\((0...limits.storiesMax).map { "\($0).md" }.joined(separator: ", "))]",
      "pages: [\((0...limits.pagesMax).map { "{number: \($0 + 1)}" }.joined(separator: ", "))]",
      "pages: [{number: 1, stories: [{file: a.md, hotspots: [\(repeated(corners, limits.hotspotsMax + 1))]}]}]",
      "title: \"\(String(repeating: "a", count: limits.issueFileBytesMax))\"",
      "title: " + String(repeating: "[", count: 3_000) + String(repeating: "]", count: 3_000),
      "title: " + String(repeating: "{a: ", count: 3_000) + String(repeating: "}", count: 3_000),
      "title:\n" + (0..<900).map { String(repeating: " ", count: $0) + "- \n" }.joined(),
      "stories: [" + String(repeating: "a,", count: YAMLText.valuesMax + 1) + "]",
    ]
    try await withTemporaryFolder { folder in
      for issue in issues {
        try write(["issue.yaml": "date: 2026-03-01\n\(issue)\n", "a.md": "---\nheadline: 题\n---\n"], to: folder)
        #expect(!faults(folder).isEmpty, "\(issue.prefix(40))")
        #expect(faults(folder).count <= Faults.max)
      }
    }
  }

  @Test func `a file too large to take is told by its size, an empty one as empty`() async throws {
    try await withTemporaryFolder { folder in
      try write(
        [
          "issue.yaml": "date: 2026-03-01\npages: [{number: 1, image: 01.png, pdf: 01.pdf}]\nstories: [a.md]\n",
          "a.md": "---\nheadline: 题\n---\n一\n", "01.pdf": "",
        ], to: folder)
      let picture = folder + "/01.png"
      #expect(FileManager.default.createFile(atPath: picture, contents: nil))
      #expect(truncate(picture, 200_000_000) == 0)
      #expect(
        faults(folder) == [
          "issue.yaml:2: \"01.png\" has 200 MB; at most 128 MB are taken.",
          "issue.yaml:2: \"01.pdf\" is empty; put the real file in its place.",
        ])
    }
  }

  @Test func `faults beyond the limit are counted, not told`() async throws {
    try await withTemporaryFolder { folder in
      let pages = (0..<80).map { "  - {number: \($0 + 1), nmae: x}\n" }.joined()
      try write(["issue.yaml": "date: 2026-03-01\npages:\n\(pages)"], to: folder)
      let error = try #require(throws: Faults.self) { try read(folder) }
      #expect(error.all.count == Faults.max)
      #expect(error.untold == 30)
      #expect(error.lines.last?.english == "and 30 more")
    }
  }

  @Test func `a folder that is none says so`() {
    #expect(
      faults("/nowhere/at/all") == [
        "issue.yaml: There is no file \"/nowhere/at/all\" here; add it or correct its name."
      ])
  }

  @Test func `a jump back keeps the story's own page first`() async throws {
    try await withTemporaryFolder { folder in
      try write(
        [
          "issue.yaml": """
          date: 2026-03-01
          pages:
            - {number: 1, stories: [a.md, b.md]}
            - {number: 2, stories: [c.md, {file: a.md, jump: 1}]}
          """, "a.md": "---\nheadline: 甲\n---\n", "b.md": "---\nheadline: 乙\n---\n", "c.md": "---\nheadline: 丙\n---\n",
        ], to: folder)
      let issue = try read(folder).manuscript
      #expect(issue.stories.map(\.file) == ["b.md", "c.md", "a.md"])
      #expect(issue.stories[2].placements == [Placement(page: 2, jump: 1), Placement(page: 1)])
    }
  }

  @Test func `cut and changed files never crash the reader`() async throws {
    let demo = "\(DemoPaperTests.folder)/2026-04-05"
    let names = ["issue.yaml", "01-tide-comes-back.md", "10-twelve-hours-by-the-river.md", "16-rain-on-the-roof.md"]
    let sources = try names.map { try Data(contentsOf: URL(filePath: "\(demo)/\($0)")) }
    let marks = Array("---\n:::|*_^~{}[]()<>&#\"\\\t\u{0}\u{1F}\u{7F} ".utf8) + [0xFF, 0xC2, 0x85, 0xEF, 0xBB, 0xBF]
    try await withTemporaryFolder { folder in
      try holds(rounds: 150) { dice in
        for (name, source) in zip(names, sources) {
          var bytes = Array(source)
          if dice.once(in: 3) { bytes = Array(bytes.prefix(dice.number(0...bytes.count))) }
          for _ in 0..<dice.number(0...8) where !bytes.isEmpty {
            let at = dice.number(0...(bytes.count - 1))
            if dice.once(in: 2) { bytes[at] = dice.one(of: marks) } else { bytes.insert(dice.one(of: marks), at: at) }
          }
          try Data(bytes).write(to: URL(filePath: "\(folder)/\(name)"))
        }
        _ = try? read(folder)
        var findings = Findings()
        _ = YAMLText(file: "x").read(
          String(decoding: (try? Data(contentsOf: URL(filePath: folder + "/" + names[1]))) ?? Data(), as: UTF8.self),
          &findings)
      }
    }
  }
}
