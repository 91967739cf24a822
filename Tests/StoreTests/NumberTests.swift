import Foundation
import Model
import TestSupport
import Testing

@testable import Store

/// Of all issues of a paper those are read that matter for the numbers of one.
@Suite struct NumberTests {
  @Test func `the issues near one say of its numbers what all issues of the paper say`() async throws {
    try await holds(rounds: 12) { dice in
      try await Shop.with { shop in
        let all = try await NumberTests.fill(shop, &dice)
        for _ in 0..<40 {
          let except = dice.once(in: 3) ? dice.one(of: all) : nil
          let issue = NumberTests.issue(&dice)
          let others = all.filter { $0.key != except?.key && $0.isPublic }.map(\.issue)
          let near = try await shop.storage.read { try Ledger(session: $0).issues(near: issue, except: except?.key) }
          let (kind, date) = (issue.kind, issue.date)
          let suggested = Numbering.suggestion(kind: kind, date: date, after: near)
          #expect(suggested == Numbering.suggestion(kind: kind, date: date, after: others), "\(issue) \(dice)")
          let faults = Numbering.faults(of: issue, among: near)
          #expect(Set(faults) == Set(Numbering.faults(of: issue, among: others)), "\(issue) \(dice)")
        }
      }
    }
  }

  @Test func `no statement of them looks through all issues of the paper`() async throws {
    try await Shop.with { shop in
      let values: [Bound] = ["x", "regular", "2026-03-05", 9, 9]
      for (sql, index, count) in [
        (NumberTable.ofYear, "issue_newest (date>? AND date<?)", 3),
        (NumberTable.last, "issue_kind (kind=? AND date<?)", 3),
        (NumberTable.lastNumbered, "issue_numbered (kind=? AND date<?)", 3),
        (NumberTable.highest, "issue_total (kind=? AND total_last>?)", 3),
        (NumberTable.tooHigh, "issue_total (kind=? AND total_last>?)", 5),
        (NumberTable.tooLow, "issue_kind (kind=? AND date>?)", 5),
      ] as [(SQLText, String, Int)] {
        let plan = try await shop.storage.read { session in
          try session.rows("EXPLAIN QUERY PLAN" + sql, Array(values.prefix(count))) { columns in
            _ = (columns.integer(), columns.integer(), columns.integer())
            return columns.text()
          }
        }
        #expect(plan == ["SEARCH issue USING INDEX \(index)"])
      }
    }
  }

  private struct Kept {
    let key: IssueKey
    let issue: Model.Issue
    let isPublic: Bool
  }

  /// Of three years.
  private static let days = (2024...2026).flatMap { year in
    (1...9).flatMap { month in (10...28).compactMap { Day("\(year)-0\(month)-\($0)") } }
  }

  private static func issue(_ dice: inout Dice) -> Model.Issue {
    func range(_ dice: inout Dice) -> NumberRange? {
      let first = dice.number(1...12)
      return dice.once(in: 4) ? nil : NumberRange(first: first, last: first + (dice.once(in: 4) ? 1 : 0))
    }
    return Model.Issue(
      id: ID(raw: UUID()), date: dice.one(of: days), kind: dice.one(of: IssueKind.allCases), number: range(&dice),
      total: range(&dice))
  }

  /// 1 to 30 issues of three years with any numbers, most of them public.
  private static func fill(_ shop: Shop, _ dice: inout Dice) async throws -> [Kept] {
    var kept: [Kept] = []
    var taken: Set<String> = []
    for _ in 0..<dice.number(1...30) {
      let issue = issue(&dice)
      let key = IssueKey.make(date: issue.date, kind: issue.kind, number: issue.number, taken: taken)
      let same = kept.contains {
        $0.issue.date == issue.date && $0.issue.kind == issue.kind && $0.issue.number == issue.number
      }
      guard !same else { continue }
      taken.insert(key.description)
      kept.append(Kept(key: key, issue: issue, isPublic: !dice.once(in: 6)))
    }
    let rows = kept
    try await shop.storage.write { session in
      for row in rows {
        let (number, total) = (row.issue.number, row.issue.total)
        let values: [Bound] = [
          row.key.description, row.issue.id.description, row.issue.date.description, row.issue.kind.rawValue,
          number?.first, number?.last, total?.first, total?.last, row.isPublic,
        ]
        try session.run(
          """
          INSERT INTO issue (key, id, date, kind, number_first, number_last, total_first, total_last, title, public)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?, '', ?)
          """, values)
      }
    }
    return kept
  }
}
