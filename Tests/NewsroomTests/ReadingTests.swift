import Foundation
import Model
import Newsroom
import Store
import TestSupport
import Testing

@Suite struct ReadingTests {
  @Test func `stories know those before and after them, over withdrawn ones`() async throws {
    try await Paper.with { paper async throws in
      var stories = (1...4).map { Paper.story("0\($0).md", headline: "第\($0)篇") }
      stories[1].withdrawal = Withdrawal(date: try #require(Day("2026-03-02")), reason: "失实")
      try await paper.file(Paper.issue("2026-03-01", stories))
      let first = try #require(try await paper.library.article(1))
      #expect(first.previous == nil)
      #expect(first.next?.serial == 3)
      let last = try #require(try await paper.library.article(4))
      #expect(last.previous?.serial == 3)
      #expect(last.next == nil)
    }
  }

  @Test func `a withdrawn article answers with its reason, without its text, and leaves all lists but its issue's`()
    async throws
  {
    try await Paper.with { paper async throws in
      let media = Paper.media(1)
      var story = Paper.story("01.md", headline: "撤下的稿件", page: 1)
      story.copy.body.blocks.append(.figure(Figure(media: .stored(media[0].media.name))))
      story.copy.bylines = [Byline(name: "张　三", role: .reporter)]
      story.views = 9_000
      let issue = Paper.issue("2026-03-01", [story, Paper.story("02.md", page: 1)])
      try await paper.file(issue, media: media)
      #expect(try await paper.library.publicMedia(media[0].media.name) != nil)
      var withdrawn = issue
      withdrawn.stories[0].withdrawal = Withdrawal(date: try #require(Day("2026-03-05")), reason: "失实")
      #expect(try await paper.file(withdrawn, media: media).changed == ["01.md"])
      try await expectGone(paper.library, media[0].media)
      let page = try #require(try await paper.library.page(IssueKey(date: issue.date), 1))
      #expect(page.stories.map(\.card.withdrawal?.reason) == ["失实", nil])
      #expect(page.stories[0].card.summary.isEmpty && page.stories[0].card.opening.isEmpty)
      let entry = try #require(try await paper.library.corrections().entries.first)
      #expect(entry.isWithdrawal && entry.text == "失实" && entry.story.serial == 1)
    }
  }

  private func expectGone(_ library: Library, _ media: Media) async throws {
    let reading = try #require(try await library.article(1))
    #expect(reading.article.withdrawal?.reason == "失实")
    #expect(reading.article.copy.body == Body() && reading.summary.isEmpty && reading.media.isEmpty)
    #expect(try await library.serials() == [1, 2])
    #expect(try await library.permalinkDay(serial: 1) != nil)
    #expect(try await library.feed(.paper, limit: 9)?.map(\.card.serial) == [2])
    #expect(try await library.search(SearchRequest("撤下")).total == 0)
    #expect(try await library.sitemap(year: 2026).map(\.serial) == [2])
    #expect(try await library.mostRead(.all, limit: 9, now: Date())?.entries.isEmpty == true)
    #expect(try await library.articles(after: 0, limit: 9).map(\.serial) == [2])
    #expect(try await library.section("本地", page: 1)?.total == 1)
    #expect(try await library.author("张三", page: 1) == nil)
    #expect(try await library.publicMedia(media.name) == nil)
    #expect(try await library.publicMedia(media.renditions[0].name) == nil)
  }

  @Test func `an author is one by whatever white space the name was set`() async throws {
    try await Paper.with { paper async throws in
      var stories = [Paper.story("01.md"), Paper.story("02.md")]
      stories[0].copy.bylines = [Byline(name: "张　三", role: .reporter)]
      stories[1].copy.bylines = [Byline(name: "张三", role: .photographer), Byline(name: "张 三", role: .writer)]
      try await paper.file(Paper.issue("2026-03-01", stories))
      #expect(try await paper.library.authors() == [NameCount(name: "张三", count: 2)])
      #expect(try await paper.library.author("张　三", page: 1)?.total == 2)
      #expect(try await paper.library.feed(.author("张三"), limit: 1)?.count == 1)
      #expect(try await paper.library.feed(.author("李四"), limit: 1) == nil)
      #expect(try await paper.library.articles(after: 1, limit: 9, author: "张三").map(\.serial) == [2])
    }
  }

  @Test func `a list has pages of thirty, and no page beyond`() async throws {
    try await Paper.with { paper async throws in
      try await paper.file(Paper.issue("2026-03-01", (10...40).map { Paper.story("\($0).md") }))
      let first = try #require(try await paper.library.section("本地", page: 1))
      #expect(first.stories.count == ListReading.pageSize && first.pageCount == 2 && first.total == 31)
      #expect(try await paper.library.section("本地", page: 2)?.stories.map(\.serial) == [31])
      #expect(try await paper.library.section("本地", page: 3) == nil)
      #expect(try await paper.library.section("本地", page: 0) == nil)
      #expect(try await paper.library.section("没有", page: 1) == nil)
    }
  }

  @Test func `issues of one date stand in order, and the bare date is first`() async throws {
    try await Paper.with { paper async throws in
      for date in ["2026-03-01", "2026-02-15", "2025-12-31"] {
        try await paper.file(Paper.issue(date, [Paper.story("01.md", headline: date)]))
      }
      var extra = Paper.issue("2026-03-01", [Paper.story("01.md", headline: "增刊")])
      extra.kind = .extra
      #expect(try await paper.file(extra).issue?.description == "2026-03-01-extra")
      let keys = try await paper.library.issueHeads().map(\.key.description)
      #expect(keys == ["2026-03-01", "2026-03-01-extra", "2026-02-15", "2025-12-31"])
      let latest = try #require(try await paper.library.latestIssue())
      #expect(latest.issue.key.description == "2026-03-01")
      #expect(latest.previous?.key.description == "2026-02-15")
      #expect(latest.next?.key.description == "2026-03-01-extra")
      let archive = try #require(try await paper.library.archive(year: nil))
      #expect(archive.year == 2026 && archive.years == [2025, 2026] && archive.entries.count == 3)
      #expect(archive.entries[2].lead == ["2026-02-15"])
      #expect(try await paper.library.archive(year: 2024) == nil)
    }
  }

  @Test func `a story that goes on stands on both pages and says so`() async throws {
    try await Paper.with { paper async throws in
      var story = Paper.story("01.md")
      let corners = [Point(x: 0, y: 0), Point(x: 1, y: 0), Point(x: 0.5, y: 0.25)]
      let polygon = try #require(Polygon(corners))
      story.placements = [Placement(page: 1, hotspots: [polygon], jump: 3), Placement(page: 3)]
      try await paper.file(Paper.issue("2026-03-01", [story, Paper.story("02.md", page: 3)], pages: 3))
      let key = try #require(IssueKey("2026-03-01"))
      let first = try #require(try await paper.library.page(key, 1))
      #expect(first.stories.map(\.jumpTo) == [3] && first.stories[0].hotspots == [polygon])
      let third = try #require(try await paper.library.page(key, 3))
      #expect(third.stories.map(\.card.serial) == [2, 1])
      #expect(third.stories.map(\.jumpFrom) == [nil, 1])
      let issue = try #require(try await paper.library.issue(key))
      #expect(issue.pages.map { $0.stories.map(\.serial) } == [[1], [], [2]])
      #expect(try await paper.library.page(key, 4) == nil)
    }
  }

  @Test func `a search finds every word, folded, the newest issue first`() async throws {
    try await Paper.with { paper async throws in
      try await paper.file(Paper.issue("2026-02-15", [Paper.story("01.md", headline: "旧桥 Ｂｒｉｄｇｅ")]))
      let stories = [Paper.story("01.md", text: "新桥边的 CAFÉ"), Paper.story("02.md", headline: "天气", text: "下雨")]
      try await paper.file(Paper.issue("2026-03-01", stories))
      func serials(_ query: String) async throws -> [Int] {
        try await paper.library.search(SearchRequest(query, sort: .date)).hits.map(\.card.serial)
      }
      #expect(try await serials("桥") == [2, 1])
      #expect(try await serials("bridge") == [1])
      #expect(try await serials("cafe　新桥") == [2])
      #expect(try await serials("新桥 下雨").isEmpty)
      #expect(try await serials("%") == [])
      #expect(try await serials("  ") == [])
      let one = try await paper.library.search(SearchRequest("桥", limit: 1))
      #expect(one.total == 2 && one.hits.count == 1)
      let long = try await paper.library.search(SearchRequest(String(repeating: "桥 ", count: 180)))
      #expect(long.text.count == SearchQuery.textMax && long.total == 2)
    }
  }

  @Test func `the most read are those that were read`() async throws {
    try await Paper.with { paper async throws in
      var stories = (1...12).map { Paper.story("\($0 + 10).md") }
      for index in stories.indices { stories[index].views = index }
      try await paper.file(Paper.issue("2026-03-01", stories))
      #expect(try await paper.library.mostRead(.all, limit: 3, now: Date())?.entries.map(\.views) == [11, 10, 9])
      #expect(try await paper.library.mostRead(.all, limit: 50, now: Date())?.entries.count == 11)
      #expect(try await paper.library.latestIssue()?.mostRead.map(\.views) == Array((2...11).reversed()))
    }
  }

  @Test func `a made summary stands where none is written, and a written one stays`() async throws {
    try await Paper.with { paper async throws in
      var written = Paper.story("02.md")
      written.copy.summary = "写好的摘要。"
      try await paper.file(Paper.issue("2026-03-01", [Paper.story("01.md", text: "桥开了。人来了。"), written]))
      #expect(try await paper.library.article(1)?.summary == "桥开了。人来了。")
      #expect(try await paper.library.article(2)?.summary == "写好的摘要。")
      #expect(try await paper.library.article(1)?.article.copy.summary == "")
    }
  }

  @Test func `feeds come newest first, an issue's in its order, and none for what there is not`() async throws {
    try await Paper.with { paper async throws in
      var stories = (1...3).map { Paper.story("0\($0).md") }
      for index in stories.indices { stories[index].published = Date(timeIntervalSince1970: Double(index) * 1_000) }
      try await paper.file(Paper.issue("2026-03-01", stories))
      let library = paper.library
      let key = try #require(IssueKey("2026-03-01"))
      let missing = try #require(IssueKey("2026-03-02"))
      #expect(try await library.feed(.paper, limit: 2)?.map(\.card.serial) == [3, 2])
      #expect(try await library.feed(.section("本地"), limit: 9)?.map(\.card.serial) == [3, 2, 1])
      #expect(try await library.feed(.issue(key), limit: 9)?.map(\.card.serial) == [1, 2, 3])
      #expect(try await library.feed(.paper, limit: 1)?.first?.body == stories[2].copy.body)
      #expect(try await library.feed(.issue(missing), limit: 9) == nil)
      #expect(try await library.feed(.section("没有"), limit: 9) == nil)
      #expect(try await library.feed(.paper, limit: -1)?.isEmpty ?? false)
      let news = try await library.newsSitemap(since: Date(timeIntervalSince1970: 1_000))
      #expect(news.map(\.serial) == [3, 2])
      #expect(try await library.sitemap(year: 2026).map(\.serial) == [1, 2, 3])
      #expect(try await library.sitemapYears().map(\.year) == [2026])
      #expect(try await library.sitemap(year: 2025).isEmpty)
    }
  }
}
