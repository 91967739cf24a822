import Foundation
import Model
import Newsroom
import Store
import TestSupport
import Testing

@Suite struct WholeIssueTests {
  @Test func `an issue read at once is what its parts are alone`() async throws {
    try await holds(rounds: 10) { dice in
      let media = Paper.media(3)
      var issue = dice.manuscript(media: media.map(\.media.name))
      for index in issue.stories.indices where dice.once(in: 3) {
        issue.stories[index].withdrawal = Withdrawal(date: issue.date, reason: "失实")
      }
      try await Paper.with { paper in
        try await paper.file(issue, media: media)
        let library = paper.library
        let key = try #require(try await library.issueHeads().first?.key, "\(dice)")
        let whole = try #require(try await library.wholeIssue(key, feedItems: 3), "\(dice)")
        #expect(try await library.issue(key) == whole.issue, "\(dice)")
        #expect(try await library.feed(.issue(key), limit: 3) == whole.feed, "\(dice)")
        for page in whole.pages { #expect(try await library.page(key, page.page.number) == page, "\(dice)") }
        #expect(whole.pages.map(\.page) == whole.issue.pages.map(\.page), "\(dice)")
        for article in whole.articles {
          #expect(try await library.article(article.article.serial) == article, "\(dice)")
        }
        let serials = try await library.serials()
        #expect(whole.articles.map(\.article.serial).sorted() == serials, "\(dice)")
      }
    }
  }

  @Test func `an issue that is not public is not read`() async throws {
    try await Paper.with { paper in
      try await paper.file(Paper.issue("2026-03-01", [Paper.story("01.md")]), publish: false)
      let key = IssueKey(date: try #require(Day("2026-03-01")))
      #expect(try await paper.library.wholeIssue(key, feedItems: 9) == nil)
    }
  }
}
