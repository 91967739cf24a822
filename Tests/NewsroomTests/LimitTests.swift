import Foundation
import Model
import Newsroom
import Store
import TestSupport
import Testing

/// Each limit of a filing is crossed by one, and kept to the last.
@Suite struct LimitTests {
  private typealias Change = @Sendable (inout StoryManuscript, Int) -> Void

  private static let changes: [(name: String, limit: Int, change: Change)] = [
    ("headline lines", FilingLimits.headlineLinesMax, { $0.copy.headline = Array(repeating: "行", count: $1) }),
    ("field bytes", FilingLimits.fieldBytesMax, { $0.copy.kicker = String(repeating: "a", count: $1) }),
    ("file name", FilingLimits.fileNameBytesMax, { $0.file = String(repeating: "a", count: $1) }),
    (
      "bylines", FilingLimits.bylinesMax,
      { $0.copy.bylines = Array(repeating: Byline(name: "甲", role: .writer), count: $1) }
    ),
    ("keywords", FilingLimits.keywordsMax, { $0.copy.keywords = Array(repeating: "词", count: $1) }),
    ("placements", FilingLimits.placementsMax, { $0.placements = (0..<$1).map { Placement(page: $0 + 1) } }),
    ("aliases", FilingLimits.aliasesMax, { $0.aliases = (0..<$1).map { "/\($0)" } }),
    ("alias bytes", FilingLimits.aliasBytesMax, { $0.aliases = ["/" + String(repeating: "a", count: $1 - 1)] }),
    ("views", FilingLimits.viewsMax, { $0.views = $1 }),
    (
      "corrections", FilingLimits.correctionsMax,
      { story, count in story.corrections = (0..<count).compactMap { day("2026-03-01", "更正\($0)") } }
    ),
    (
      "hotspots", FilingLimits.hotspotsMax,
      { story, count in story.placements = [Placement(page: 1, hotspots: triangles(count))] }
    ),
    (
      "nesting", JSON.depthMax - 6,
      { story, count in
        // Four levels hold a paragraph, and each quote adds two.
        var block = Block.paragraph([])
        for _ in 0..<count / 2 { block = .quote([block]) }
        story.copy.body = Body([block])
      }
    ),
  ]

  @Test func `each limit of a story holds`() async throws {
    try await Paper.with { paper async throws in
      for (name, limit, change) in LimitTests.changes {
        var issue = Paper.issue("2026-03-01", [Paper.story("01.md")], pages: 60)
        change(&issue.stories[0], limit)
        _ = try await paper.file(issue, dryRun: true)
        change(&issue.stories[0], name == "nesting" ? limit + 2 : limit + 1)
        let crossed = issue
        let refusal = await #expect(throws: Refusal.self, "\(name)") { try await paper.file(crossed) }
        if case .beyondLimit? = refusal?.reason { continue }
        Issue.record("\(name): \(refusal?.description ?? "accepted")")
      }
    }
  }

  @Test func `a copy as deep as is allowed is read again`() async throws {
    try await Paper.with { paper async throws in
      var issue = Paper.issue("2026-03-01", [Paper.story("01.md")])
      LimitTests.changes.last?.change(&issue.stories[0], JSON.depthMax - 6)
      try await paper.file(issue)
      #expect(try await paper.library.article(1)?.article.copy == issue.stories[0].copy)
    }
  }

  @Test func `the limits of an issue, a reason, a name and a copy hold`() async throws {
    try await Paper.with { paper async throws in
      func expectRefused(_ issue: IssueManuscript, actor: Actor = Paper.editor, why: String = "") async {
        let refusal = await #expect(throws: Refusal.self) {
          try await paper.desk().file(issue, as: actor, why: why)
        }
        if case .beyondLimit? = refusal?.reason { return }
        Issue.record("\(refusal?.description ?? "accepted")")
      }
      let stories = (0...FilingLimits.storiesMax).map { Paper.story("\($0).md") }
      await expectRefused(Paper.issue("2026-03-01", stories))
      let issue = Paper.issue("2026-03-01", [Paper.story("01.md")])
      await expectRefused(issue, why: String(repeating: "a", count: FilingLimits.whyBytesMax + 1))
      let long = String(repeating: "名", count: Actor.nameMax + 1)
      await expectRefused(issue, actor: Actor(name: long, acts: [.importIssue]))
      let text = String(repeating: "a", count: FilingLimits.copyBytesMax)
      await expectRefused(Paper.issue("2026-03-01", [Paper.story("01.md", text: text)]))
      #expect(try await paper.library.generation() == 0)
    }
  }

  @Test func `control characters and empty headlines are refused in every field of the head`() async throws {
    try await Paper.with { paper async throws in
      let changes: [@Sendable (inout Copy) -> Void] = [
        { $0.kicker = "a\u{0}b" }, { $0.headline = ["a\nb"] }, { $0.subhead = "\u{7F}" }, { $0.section = "a\tb" },
        { $0.source = "\u{1B}[2J" }, { $0.bylines = [Byline(name: "\r", role: .writer)] }, { $0.keywords = ["\u{0}"] },
        { $0.headline = [] }, { $0.headline = ["题", "　"] },
      ]
      for change in changes {
        var issue = Paper.issue("2026-03-01", [Paper.story("01.md")])
        change(&issue.stories[0].copy)
        let changed = issue
        await #expect(throws: Refusal.self) { try await paper.file(changed) }
      }
      #expect(try await paper.library.generation() == 0)
    }
  }

  private static func day(_ date: String, _ text: String) -> Correction? {
    Day(date).map { Correction(date: $0, text: text) }
  }

  private static func triangles(_ count: Int) -> [Polygon] {
    (0..<count).compactMap { _ in Polygon([Point(x: 0, y: 0), Point(x: 1, y: 0), Point(x: 0, y: 1)]) }
  }
}
