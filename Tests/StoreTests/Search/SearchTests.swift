import Foundation
import Model
import TestSupport
import Testing

@testable import Store

@Suite struct SearchTests {
  private static func story(
    _ file: String, _ headline: String, _ text: String..., byline: String = "", section: String = "", page: Int? = nil
  ) -> StoryManuscript {
    var copy = Copy(headline: [headline], body: Body(text.map { .paragraph([.text($0)]) }))
    copy.bylines = byline.isEmpty ? [] : [Byline(name: byline, role: .reporter)]
    copy.section = section
    return StoryManuscript(file: file, copy: copy, placements: page.map { [Placement(page: $0)] } ?? [])
  }

  private static func issue(_ date: String, _ stories: [StoryManuscript]) -> IssueManuscript {
    IssueManuscript(
      date: Day(date) ?? Day(Date(timeIntervalSince1970: 0), in: .gmt),
      pages: (1...3).map { PageManuscript(number: $0, name: "第\($0)版") }, stories: stories)
  }

  private static let old = issue(
    "2025-12-31",
    [story("1.md", "舊橋拆除", "甲，乙。", "GDP 增长百分之三，第3期。", byline: "张\u{3000}三", section: "要闻", page: 1)])
  private static let new = issue(
    "2026-03-01",
    [
      story("1.md", "步行桥开放", "旧桥边的 CAFÉ。", byline: "张三", section: "本地", page: 1),
      story("2.md", "天气", "下雨，张 三没有带伞。", byline: "Anna Smith", section: "本地", page: 2),
    ])

  private static func filled(_ body: (Shop) async throws -> Void) async throws {
    try await Shop.with { shop in
      try await shop.file(old)
      try await shop.file(new)
      try await body(shop)
    }
  }

  @Test func `words, names, filters and what is excluded`() async throws {
    let expected: [(String, [Int])] = [
      ("旧桥", [1, 2]), ("桥", [1, 2]), ("张三", [1, 2]), ("张\u{3000}三", [1, 2, 3]), ("author:张\u{3000}三", [1, 2]),
      ("author:\"张　三\"", [1, 2]), ("author:smith", [3]), ("author:张", []), ("GDP增长", [1]), ("gdp增长 第3期", [1]),
      ("甲，乙", [1]), ("甲乙", []), ("乙GDP", []), ("caf", [2]), ("caf 桥", []), ("\"cafe\"", [2]), ("桥 -旧桥", []),
      ("桥 -步行", [1]), ("-桥", [3]), ("title:桥", [1, 2]), ("title:雨", []), ("section:本地", [2, 3]), ("page:2", [3]),
      ("year:2025", [1]), ("before:2026", [1]), ("after:2025-12-30", [1, 2, 3]), ("after:2025", [2, 3]), ("%", []),
      ("桥 year:2026 page:1", [2]), ("步行桥下", []), ("要闻", []), ("雨张", []),
    ]
    try await SearchTests.filled { shop in
      for (query, serials) in expected {
        let found = try await shop.hits(query)
        #expect(found == serials, "\(query)")
      }
    }
  }

  @Test func `hits come with counts, marks and an order`() async throws {
    try await SearchTests.filled { shop in
      let found = try await shop.library.search(SearchRequest("旧桥"))
      #expect(found.total == 2 && found.hits.map(\.card.serial) == [1, 2] && found.next == nil)
      #expect(found.years == [NameCount(name: "2026", count: 1), NameCount(name: "2025", count: 1)])
      #expect(found.sections.map(\.count) == [1, 1] && found.authors == [NameCount(name: "张三", count: 2)])
      #expect(
        found.hits[0].headline == [
          MarkedRun(text: "舊橋", isMarked: true), MarkedRun(text: "拆除", isMarked: false),
        ])
      #expect(found.hits[1].snippet.first == MarkedRun(text: "旧桥", isMarked: true) && found.hits[1].page == 1)
      #expect(found.hits.allSatisfy { $0.score > 0 } && !found.isRankedOverNewest)
      let dated = try await shop.library.search(SearchRequest("旧桥", sort: .date))
      #expect(dated.hits.map(\.card.serial) == [2, 1])
      let newest = try await shop.search(SearchRequest("旧桥"), rankedMax: 1)
      #expect(newest.isRankedOverNewest && newest.hits.map(\.card.serial) == [2, 1])
    }
  }

  @Test func `a cursor that is none is the first page`() async throws {
    try await SearchTests.filled { shop in
      let first = try await shop.library.search(SearchRequest("桥", limit: 1))
      let next = try #require(first.next)
      let others = try await shop.library.search(SearchRequest("三", limit: 1))
      let other = try #require(others.next)
      #expect(next.count <= SearchCursor.textMax)
      for cursor in ["", "x", "!!!", String(repeating: "A", count: SearchCursor.textMax + 1), other, "\(next)AAAA="] {
        let page = try await shop.library.search(SearchRequest("桥", limit: 1, cursor: cursor))
        #expect(page.hits.map(\.card.serial) == first.hits.map(\.card.serial) || cursor.hasPrefix(next), "\(cursor)")
      }
      let second = try await shop.library.search(SearchRequest("桥", limit: 1, cursor: next))
      #expect(
        second.hits.map(\.card.serial) == [1, 2].filter { $0 != first.hits[0].card.serial } && second.next == nil)
    }
  }

  @Test func `any cursor and any query are answered`() async throws {
    try await SearchTests.filled { shop in
      var dice = Dice(seed: UInt64.random(in: 0...UInt64.max))
      let seed = dice.description
      let first = try await shop.library.search(SearchRequest("桥", limit: 1))
      let next = Array(try #require(first.next))
      for _ in 0..<60 {
        var cursor = next
        cursor[dice.number(11...(next.count - 1))] = dice.one(of: Array("ABCxyz019-_"))
        _ = try await shop.library.search(SearchRequest("桥", limit: 1, cursor: String(cursor)))
        let words = dice.some(0...3) { $0.one(of: ["title:", "-", "\"", "作者："]) + $0.text(0...5) }
        let query = words.joined(separator: " ")
        let found = try await shop.library.search(SearchRequest(query))
        #expect(found.hits.count <= found.total, "\(seed) \(query)")
      }
    }
  }

  @Test func `a withdrawn story is found no more`() async throws {
    try await SearchTests.filled { shop in
      var issue = SearchTests.new
      issue.stories[0].withdrawal = Withdrawal(date: issue.date, reason: "错了")
      try await shop.file(issue)
      let found = try await shop.hits("桥")
      #expect(found == [1])
    }
  }

  @Test func `an older site gets its index when it is opened`() async throws {
    try await withTemporaryFolder { folder in
      try Storage.create(folder: folder)
      try await Storage(folder: folder).close()
      try FileManager.default.removeItem(atPath: folder + "/" + Storage.fileName)
      _ = FileManager.default.createFile(atPath: folder + "/" + Storage.fileName, contents: nil)
      let before = try await Storage.open(folder: folder, migrations: [.first])
      let copy = NewRevision(SearchTests.old.stories[0].copy)
      try await before.write { session in
        for (sql, values) in SearchTests.oldRows(copy) { try session.run(sql, values) }
      }
      try before.close()
      let storage = try await Storage(folder: folder)
      let found = try await Shop.hits("旧桥", storage)
      #expect(found == [1])
      #expect(FileManager.default.fileExists(atPath: folder + "/backups/before-0002.db"))
    }
  }

  private static func oldRows(_ copy: NewRevision) -> [(SQLText, [Bound])] {
    let id = "00000000-0000-4000-8000-000000000001"
    return [
      (
        """
        INSERT INTO issue (key, id, date, kind, title, public)
        VALUES ('2025-12-31', ?, '2025-12-31', 'regular', '', 1)
        """, [id]
      ),
      (
        """
        INSERT INTO article (serial, id, issue, file, position, revision, filed)
        VALUES (1, ?, '2025-12-31', '1.md', 0, 1, '{}')
        """, [id]
      ),
      ("INSERT INTO revision (article, number, copy, hash, made) VALUES (1, 1, ?, ?, 0)", [copy.text, copy.hash]),
      (
        """
        INSERT INTO public_article (serial, issue, position, revision, filed, published, modified, lead, kicker,
          headline, subhead, summary, bylines, source, section, keywords, language, shape, opening,
          picture_alternative, views_base)
        VALUES (1, '2025-12-31', 0, 1, '{}', 0, 0, 0, '', '["旧"]', '', '', '[]', '', '', '[]', '', 'news', '[]', '', 0)
        """, []
      ),
    ]
  }
}
