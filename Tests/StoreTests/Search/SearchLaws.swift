import Foundation
import Model
import TestSupport
import Testing

@testable import Store

@Suite struct SearchLaws {
  /// Few characters, so that much is the same: Han of both forms, one beyond the basic plane, Kana, Hangul, words and
  /// what parts them.
  private static let characters = [
    "国", "國", "中", "增", "长", "長", "期", "三", "𠮷", "々", "あ", "ガ", "한", "글", "第", "3", "a", "Ｂ", "b", "é", "，", "。",
    " ", "\u{3000}", "·", "-", "（",
  ]
  private static let paired = Set("国國中增长長期三𠮷々あガ한글第")

  @Test func `what is found is what a scan of the folded lines finds`() async throws {
    try await SearchLaws.rounds(5) { dice, shop in
      var seed = dice
      for issue in 0..<3 { try await shop.file(SearchLaws.issue(&seed, day: issue + 1)) }
      let scan = try await PlainScan(shop.storage)
      for _ in 0..<80 {
        let query = SearchLaws.query(&seed, scan)
        #expect(try await shop.hits(query) == scan.serials(with: query), "\(dice) \(query)")
      }
    }
  }

  @Test func `after any changes the index is the one that is made anew`() async throws {
    try await SearchLaws.rounds(3) { dice, shop in
      var seed = dice
      for step in 0..<8 {
        var issue = SearchLaws.issue(&seed, day: 1 + step % 3)
        for index in issue.stories.indices where seed.once(in: 4) {
          issue.stories[index].withdrawal = Withdrawal(date: issue.date, reason: "错了")
        }
        try await shop.file(issue)
      }
      let (kept, anew) = try await shop.storage.rehearse { session in
        try session.run("INSERT INTO search_index (search_index) VALUES ('integrity-check')")
        let kept = try SearchLaws.instances(session)
        try session.run("INSERT INTO search_index (search_index) VALUES ('delete-all')")
        try session.run("DELETE FROM search_text")
        try SearchIndex(session: session).build()
        return (kept, try SearchLaws.instances(session))
      }
      #expect(!kept.isEmpty && kept == anew, "\(dice)")
    }
  }

  /// Every token with its story, column and place.
  private static func instances(_ session: Session) throws -> [String] {
    try session.run("CREATE VIRTUAL TABLE IF NOT EXISTS temp.instances USING fts5vocab(main, search_index, instance)")
    return try session.rows("SELECT term, doc, col, offset FROM temp.instances ORDER BY 1, 2, 3, 4") { columns in
      "\(columns.text()) \(columns.integer()) \(columns.text()) \(columns.integer())"
    }
  }

  @Test func `pages show every hit once, whatever is published between them`() async throws {
    try await SearchLaws.rounds(4) { dice, shop in
      var seed = dice
      for day in 1...3 { try await shop.file(SearchLaws.issue(&seed, day: day)) }
      var published = 0
      for sort in SearchSort.allCases {
        for rankedMax in [3, 10_000] {
          let query = seed.one(of: ["国", "中 长", "b", "三 -第", "-𠮷", "第 期 a"])
          let hits = try await shop.hits(query)
          let limit = seed.number(1...4)
          var (seen, cursor): ([Int], String?) = ([], nil)
          repeat {
            let request = SearchRequest(query, sort: sort, limit: limit, cursor: cursor)
            let page = try await shop.search(request, rankedMax: rankedMax)
            seen += page.hits.map(\.card.serial)
            cursor = page.next
            if seed.once(in: 3), seen.count < 40 {
              // Of a day of its own, before or after: a story of an earlier issue would be changed, not published.
              published += 1
              let year = seed.one(of: [2025, 2027])
              try await shop.file(SearchLaws.issue(&seed, year: year, day: published, stories: 1...2))
            }
            try #require(seen.count <= 200, "\(dice) \(query)")
          } while cursor != nil
          #expect(Set(seen).count == seen.count, "\(dice) \(query) \(sort) \(rankedMax)")
          #expect(Set(hits).isSubset(of: seen), "\(dice) \(query) \(sort) \(rankedMax)")
        }
      }
    }
  }

  /// A word of one to eight characters from a text, or any such word.
  private static func query(_ dice: inout Dice, _ scan: PlainScan) -> String {
    let line = Array(scan.line(using: &dice))
    let runs = line.split { !paired.contains($0) }
    guard !runs.isEmpty, !dice.once(in: 4) else {
      return dice.some(1...4) { String($0.one(of: Array(paired))) }.joined()
    }
    let run = dice.one(of: runs)
    let start = dice.number(run.startIndex...(run.endIndex - 1))
    return String(run[start...].prefix(dice.number(1...8)))
  }

  private static func issue(
    _ dice: inout Dice, year: Int = 2026, day: Int, stories: ClosedRange<Int> = 4...9
  ) -> IssueManuscript {
    let count = dice.number(stories)
    let all = (0..<count).map { index in
      var copy = Copy(headline: dice.some(1...2) { $0.line(characters, 1...6) }, body: Body([]))
      copy.kicker = dice.once(in: 3) ? dice.line(characters, 1...5) : ""
      copy.subhead = dice.once(in: 3) ? dice.line(characters, 1...5) : ""
      let names = ["国\u{3000}三", "国三", "Anna Ab", "长期"]
      copy.bylines = dice.some(0...2) { Byline(name: $0.one(of: names), role: .reporter) }
      copy.body = Body(
        dice.some(1...4) { dice in
          dice.once(in: 4)
            ? .verse([dice.some(1...3) { [.text($0.line(characters, 1...6))] }])
            : .paragraph([.text(dice.line(characters, 1...30)), .strong([.text(dice.line(characters, 1...3))])])
        })
      return StoryManuscript(file: "\(index).md", copy: copy)
    }
    let date = Day(year: year, month: 1 + (day - 1) / 28 % 12, day: 1 + (day - 1) % 28)
    return IssueManuscript(date: date ?? Day(Date(timeIntervalSince1970: 0), in: .gmt), stories: all)
  }

  private static func rounds(_ count: Int, _ law: (Dice, Shop) async throws -> Void) async throws {
    let fixed = ProcessInfo.processInfo.environment["SEED"].flatMap(UInt64.init)
    for _ in 0..<(fixed == nil ? count : 1) {
      let dice = Dice(seed: fixed ?? UInt64.random(in: 0...UInt64.max))
      try await Shop.with { try await law(dice, $0) }
    }
  }
}

extension Dice {
  /// A line of some characters that is not all space.
  fileprivate mutating func line(_ characters: [String], _ range: ClosedRange<Int>) -> String {
    "中" + some(range) { $0.one(of: characters) }.joined()
  }
}

extension Shop {
  func search(_ request: SearchRequest, rankedMax: Int) async throws -> SearchReading {
    try await storage.read { session in
      try SearchRun(
        session: session, facts: try storage.searchFacts.facts(session), request: request, views: nil,
        rankedMax: rankedMax
      ).reading()
    }
  }
}
