import Foundation
import Model
import TestSupport
import Testing

@testable import Store

/// How SQLite finds what the newsroom's pages show of issues, corrections, letters, previews and files.
@Suite struct NewsroomPlanTests {
  private struct Hot {
    let name: String
    let sql: SQLText
    let values: [Bound]

    init(_ name: String, _ sql: SQLText, _ values: [Bound] = []) {
      self.name = name
      self.sql = sql
      self.values = values
    }
  }

  private static let issues = [
    Hot("plan", PlanTable.find, ["x"]), Hot("plan of an issue", PlanTable.ofIssue, ["x"]),
    Hot("plan's pages", PlanTable.pages, ["x"]), Hot("plan's stories", PlanTable.stories, ["x"]),
    Hot("plan's counts", PlanTable.signedCount, ["x"]),
    Hot("plan's head", PlanTable.selectHead + "WHERE id = ?", ["x"]),
    Hot("due plans", PlanTable.due, [1, 9]), Hot("next due", PlanTable.nextDue),
    Hot("next scheduled", PlanTable.nextScheduled), Hot("next open", PlanTable.nextOpen),
    Hot("standing plans", PlanTable.standing, [9]), Hot("last pages", PlanTable.lastPages, ["2026-03-05"]),
    Hot("last issue's pages", PlanTable.lastPagesOfIssue, ["2026-03-05"]),
    Hot("unplaced stories", PlanTable.unplaced, ["signed", 9]),
    Hot("recent stories", Ledger.recentStories, ["x", "2026-03-05", 9]),
  ]
  private static let notices = [
    Hot("article's notices", NoticeTable.ofArticle, [1]), Hot("plan's notices", NoticeTable.ofPlan, ["x"]),
    Hot("notices due", NoticeTable.due, ["2026-03-05", 9]), Hot("notices that wait", NoticeTable.waiting, [9]),
    Hot("letters due", Ledger.mailDue, [1, 9]), Hot("letters that wait", Ledger.mailWaiting, [9]),
    Hot("letters given up", Ledger.mailFailed, [9]), Hot("their number", Ledger.mailFailedCount),
    Hot("a letter", Ledger.mailFound, [9]), Hot("letters to forget", Ledger.mailSweep, [1]),
    Hot("preview", PreviewTable.find, ["x"]), Hot("story's previews", PreviewTable.ofStory, [1, 9]),
    Hot("plan's previews", PreviewTable.ofPlan, ["x", 9]), Hot("story's file", PreviewTable.isOfStory, [1, "x"]),
    Hot("plan's file", PreviewTable.isOfPlan, ["x", "y"]),
  ]

  /// These hold nothing but what waits: an index of them may be read from one end to the other.
  private static let waiting: Set<String> = ["plan_standing", "plan_due", "notice_due", "mail_due", "mail_failed"]
  /// What is no table.
  private static let nothing = ["SCAN CONSTANT ROW", "SCAN (subquery-1)"]

  @Test func `no page of the newsroom looks through all issues, corrections or letters that ever were`() async throws {
    try await Shop.with { shop in
      for hot in NewsroomPlanTests.issues + NewsroomPlanTests.notices {
        let lines = try await NewsroomPlanTests.plan(hot.sql, hot.values, shop.storage)
        for line in lines where line.hasPrefix("SCAN") && !NewsroomPlanTests.nothing.contains(line) {
          #expect(NewsroomPlanTests.waiting.contains { line.hasSuffix("INDEX \($0)") }, "\(hot.name): \(line)")
        }
      }
    }
  }

  @Test func `a page of issues or files is read from the front of an index, in its order`() async throws {
    try await Shop.with { shop in
      let issues = try await NewsroomPlanTests.plan(PlanTable.newest, [9], shop.storage)
      #expect(issues == ["SCAN plan USING INDEX plan_newest"])
      for query in [MediaQuery(), MediaQuery(isPicturesOnly: true)] {
        let files = try await NewsroomPlanTests.plan(query, seesAll: true, shop.storage)
        #expect(files.first == "SCAN n USING INDEX media_note_newest", "\(files)")
        #expect(!files.contains { $0.contains("TEMP B-TREE") }, "\(files)")
      }
      let later = MediaQuery(after: "9-\(String(repeating: "a", count: 64)).png")
      let files = try await NewsroomPlanTests.plan(later, seesAll: true, shop.storage)
      #expect(files.first == "SEARCH n USING INDEX media_note_newest (made<?)", "\(files)")
      #expect(!files.contains { $0.contains("TEMP B-TREE") }, "\(files)")
    }
  }

  @Test func `files are found by their words, and those of one person by that person`() async throws {
    try await Shop.with { shop in
      let after = "9-\(String(repeating: "a", count: 64)).png"
      let queries = [MediaQuery(text: "渔港 dsc"), MediaQuery(text: "渔港", isPicturesOnly: true, after: after)]
      for query in queries {
        try await NewsroomPlanTests.looksAtFew(query, seesAll: true, shop.storage)
      }
      for query in queries + [MediaQuery(), MediaQuery(after: after)] {
        try await NewsroomPlanTests.looksAtFew(query, seesAll: false, shop.storage)
      }
      for seesAll in [true, false] {
        let selection = MediaSelection(viewer: NewsroomPlanTests.viewer(seesAll))
        for part in [
          selection.one(try #require(MediaName(String(repeating: "a", count: 64) + ".png"))),
          selection.stories(of: "x"),
        ] {
          let lines = try await NewsroomPlanTests.plan(part.sql, part.values, shop.storage)
          #expect(!lines.contains { $0.hasPrefix("SCAN") && $0 != "SCAN own" }, "\(lines)")
        }
      }
    }
  }

  private static func looksAtFew(_ query: MediaQuery, seesAll: Bool, _ storage: Storage) async throws {
    let lines = try await plan(query, seesAll: seesAll, storage)
    let scans = lines.filter { $0.hasPrefix("SCAN") && !$0.contains("VIRTUAL TABLE INDEX") && $0 != "SCAN own" }
    #expect(scans.isEmpty, "\(query) \(seesAll): \(lines)")
  }

  private static func viewer(_ seesAll: Bool) -> Viewer {
    Viewer(person: ID(raw: UUID()), acts: seesAll ? [.read] : [], sections: [])
  }

  private static func plan(_ query: MediaQuery, seesAll: Bool, _ storage: Storage) async throws -> [String] {
    let part = try #require(MediaSelection(viewer: viewer(seesAll)).page(query))
    return try await plan(part.sql, part.values, storage)
  }

  private static func plan(_ sql: SQLText, _ values: [Bound], _ storage: Storage) async throws -> [String] {
    try await storage.read { session in
      try session.rows("EXPLAIN QUERY PLAN" + sql, values) { columns in
        _ = (columns.integer(), columns.integer(), columns.integer())
        return columns.text()
      }
    }
  }
}
