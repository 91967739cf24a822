import Foundation
import Model
import TestSupport
import Testing

@testable import Store

@Suite struct ViewReadingTests {
  private static let hour = 3_600.0

  /// Counts so often and folds, so many hours before the morning.
  private func open(_ serial: Int, _ times: Int, hoursAgo: Double, _ counters: ViewCounters) async throws {
    for _ in 0..<times { _ = try counters.count(serial) }
    try await counters.fold(at: Shop.morning.addingTimeInterval(-hoursAgo * Self.hour))
  }

  private func most(
    _ period: ViewPeriod, _ library: Library, issue: String? = nil, limit: Int = 10
  ) async throws -> [[Int]] {
    let reading = try await library.mostRead(
      period, issue: issue.flatMap { IssueKey($0) }, limit: limit, now: Shop.morning)
    return try #require(reading).entries.map { [$0.card.serial, $0.views] }
  }

  @Test func `base and counted views are added in every reading`() async throws {
    try await Shop.with { shop in
      try await shop.fill(3, base: 100)
      let counters = try await ViewCounters.counting(shop.storage)
      let library = shop.counted(counters)
      #expect(try await library.article(2)?.hasViewChart == false)
      for _ in 0..<5 { _ = try counters.count(2) }
      let article = try await library.article(2)
      #expect(article?.views == 105 && article?.hasViewChart == true)
      #expect(try await library.articles(after: 0, limit: 9).map(\.views) == [100, 105, 100])
      let issue = try #require(try await library.latestIssue())
      #expect(issue.mostRead.map(\.views) == [105, 100, 100] && issue.hasViewChart)
      #expect(issue.pages[0].stories.map(\.views) == [100, 105, 100])
      #expect(try await library.page(issue.issue.key, 1)?.stories.map(\.card.views) == [100, 105, 100])
      #expect(try await library.feed(.paper, limit: 9)?.map(\.card.views).sorted() == [100, 100, 105])
      #expect(try await most(.all, library) == [[2, 105], [3, 100], [1, 100]])
    }
  }

  @Test func `the most read are of their time`() async throws {
    try await Shop.with { shop in
      try await shop.fill(4, base: 10)
      try await shop.fill(1, on: "2026-03-02", from: 9)
      let counters = try await ViewCounters.counting(shop.storage)
      let library = shop.counted(counters)
      try await open(1, 4, hoursAgo: 24 * 40, counters)
      try await open(2, 3, hoursAgo: 24 * 20, counters)
      try await open(3, 2, hoursAgo: 24 * 5, counters)
      try await open(4, 1, hoursAgo: 23, counters)
      try await open(9, 1, hoursAgo: 0, counters)
      try await open(9, 5, hoursAgo: -3, counters)
      #expect(try await most(.day, library) == [[9, 1], [4, 1]])
      #expect(try await most(.week, library) == [[3, 2], [9, 1], [4, 1]])
      #expect(try await most(.month, library) == [[2, 3], [3, 2], [9, 1], [4, 1]])
      #expect(try await most(.all, library) == [[1, 14], [2, 13], [3, 12], [4, 11], [9, 6]])
      #expect(try await most(.month, library, limit: 1) == [[2, 3]])
      #expect(try await most(.month, library, issue: "2026-03-01") == [[2, 3], [3, 2], [4, 1]])
      #expect(try await most(.all, library, issue: "2026-03-02") == [[9, 6]])
      let none = try await library.mostRead(.all, issue: IssueKey("1999-01-01"), limit: 5, now: Shop.morning)
      #expect(none == nil)
    }
  }

  @Test func `a withdrawn story is not among the most read`() async throws {
    try await Shop.with { shop in
      let day = try #require(Day("2026-03-01"))
      try await shop.fill(2)
      let counters = try await ViewCounters.counting(shop.storage)
      try await open(1, 3, hoursAgo: 1, counters)
      try await open(2, 2, hoursAgo: 1, counters)
      var issue = IssueManuscript(date: day, pages: [PageManuscript(number: 1)])
      issue.stories = (1...2).map { (serial: Int) in
        StoryManuscript(
          file: "\(serial).md", serial: serial, copy: Copy(headline: ["题\(serial)"], body: Body()),
          placements: [Placement(page: 1)])
      }
      issue.stories[0].withdrawal = Withdrawal(date: day, reason: "有误")
      try await shop.file(issue)
      let library = shop.counted(counters)
      for period in ViewPeriod.allCases { #expect(try await most(period, library) == [[2, 2]]) }
      #expect(try await library.viewChart(article: 1, now: Shop.morning, in: .gmt) == nil)
    }
  }

  @Test func `a chart has the days where the paper appears`() async throws {
    try await Shop.with { shop in
      try await shop.fill(2, base: 50)
      let counters = try await ViewCounters.counting(shop.storage)
      let library = shop.counted(counters)
      // 2026-02-28 17:33 UTC is 1 March, 01:33 in Shanghai.
      try await open(1, 3, hoursAgo: 0, counters)
      try await open(2, 2, hoursAgo: 4, counters)
      try await open(1, 1, hoursAgo: 24 * 29, counters)
      try await open(1, 1, hoursAgo: 24 * 60, counters)
      let zone = try #require(TimeZone(identifier: "Asia/Shanghai"))
      let chart = try #require(try await library.viewChart(article: 1, now: Shop.morning, in: zone))
      #expect(chart.bars.count == ViewChartReading.daysMax)
      #expect(chart.bars.last == .init(day: try #require(Day("2026-03-01")), views: 3))
      #expect(chart.bars.first == .init(day: try #require(Day("2026-01-31")), views: 1))
      #expect(chart.sums == [.day: 3, .week: 3, .month: 4, .all: 55] && chart.base == 50)
      let key = try #require(IssueKey("2026-03-01"))
      let issue = try #require(try await library.viewChart(issue: key, now: Shop.morning, in: zone))
      #expect(issue.bars.suffix(2).map(\.views) == [2, 3])
      #expect(issue.sums[.all] == 107 && issue.base == 100)
    }
  }

  @Test func `what counts is known anew after an act, and not before`() async throws {
    try await Shop.with { shop in
      try await shop.fill(2, base: 3)
      let articles = CountableArticles(storage: shop.storage)
      #expect(try await articles.standing(1) == .stands(base: 3))
      #expect(try await articles.standing(9) == .unknown)
      try await shop.fill(1, base: 8, on: "2026-03-02", from: 9)
      #expect(try await articles.standing(9) == .stands(base: 8))
      try await shop.fill(2, base: 5)
      #expect(try await articles.standing(1) == .stands(base: 5))
    }
  }
}
