import TestSupport
import Testing

@testable import Store

/// How SQLite finds the rows of the hot statements.
@Suite struct PlanTests {
  /// A statement with the number of its values.
  private struct Hot {
    let name: String
    let sql: SQLText
    let values: Int
  }

  private static let byKey: [Hot] = [
    Hot(name: "issue", sql: IssueTable.find, values: 1), Hot(name: "issue before", sql: IssueTable.before, values: 1),
    Hot(name: "issue after", sql: IssueTable.after, values: 1), Hot(name: "card", sql: CardTable.find, values: 1),
    Hot(name: "issue's cards", sql: CardTable.ofIssue, values: 1),
    Hot(name: "page's cards", sql: CardTable.ofPage, values: 3),
    Hot(name: "card before", sql: CardTable.before, values: 3),
    Hot(name: "card after", sql: CardTable.after, values: 3),
    Hot(name: "section", sql: CardTable.ofSection, values: 3), Hot(name: "author", sql: CardTable.ofAuthor, values: 3),
    Hot(name: "section's feed", sql: CardTable.newestOfSection, values: 2),
    Hot(name: "author's feed", sql: CardTable.newestOfAuthor, values: 2),
    Hot(name: "issue's feed", sql: CardTable.standingOfIssue, values: 2),
    Hot(name: "serials", sql: CardTable.bySerial, values: 5), Hot(name: "article", sql: ArticleTable.find, values: 1),
    Hot(name: "issue's articles", sql: ArticleTable.ofIssue, values: 1),
    Hot(name: "issue's corrections", sql: ArticleTable.correctionsOfIssue, values: 1),
    Hot(name: "issue's order", sql: ArticleTable.orderOfIssue, values: 1),
    Hot(name: "issue's places", sql: PageTable.placementsOfIssue, values: 1),
    Hot(name: "corrections", sql: ArticleTable.corrections, values: 1),
    Hot(name: "body", sql: ArticleTable.body, values: 1), Hot(name: "permalink", sql: ArticleTable.issue, values: 1),
    Hot(name: "pages", sql: PageTable.ofIssue, values: 1), Hot(name: "hotspots", sql: PageTable.placements, values: 2),
    Hot(name: "places", sql: PageTable.ofArticle, values: 1), Hot(name: "alias", sql: AliasTable.find, values: 1),
    Hot(name: "media", sql: MediaTable.find, values: 1), Hot(name: "shown", sql: MediaTable.isShown, values: 1),
    Hot(name: "renditions", sql: MediaTable.renditions, values: 1),
    Hot(name: "wholes", sql: MediaTable.wholes, values: 1),
    Hot(name: "developed", sql: MediaTable.developed, values: 1),
    Hot(name: "count of section", sql: Library.countOfSection, values: 1),
    Hot(name: "count of author", sql: Library.countOfAuthor, values: 1),
    Hot(name: "year's sitemap", sql: Library.sitemap, values: 2),
    Hot(name: "news sitemap", sql: Library.newsSitemap, values: 1),
    Hot(name: "most read of an issue lately", sql: ViewTable.mostReadOfIssueLately, values: 4),
    Hot(name: "issue's views", sql: ViewTable.ofIssue, values: 1), Hot(name: "hours", sql: ViewTable.hours, values: 3),
    Hot(name: "known article", sql: ViewTable.knownOne, values: 1),
    Hot(name: "known stories", sql: Ledger.storiesOfIssue, values: 1),
    Hot(name: "session", sql: Ledger.loginByHash, values: 1), Hot(name: "token", sql: Ledger.tokenByHash, values: 1),
    Hot(name: "login", sql: Ledger.personByLogin, values: 1), Hot(name: "tries", sql: Ledger.triesOf, values: 2),
    Hot(name: "letters", sql: Ledger.mailDue, values: 2),
  ]
  /// Read from the front of an index, as many rows as are shown.
  private static let inOrder: [Hot] = [
    Hot(name: "latest issue", sql: IssueTable.latest, values: 0),
    Hot(name: "most read", sql: ViewTable.mostRead, values: 1),
    Hot(name: "most read lately", sql: ViewTable.mostReadLately, values: 3),
    Hot(name: "newest", sql: CardTable.newest, values: 1),
  ]
  /// Of these the order is that of an index too, so that the first rows are had at once.
  private static let sortedByIndex: Set<String> = [
    "issue's cards", "card before", "card after", "serials", "latest issue", "most read", "newest",
    "pages", "issue's feed", "year's sitemap", "news sitemap",
  ]

  @Test func `no hot statement looks through a whole table`() async throws {
    try await Shop.with { shop in
      for hot in PlanTests.byKey {
        let plan = try await PlanTests.plan(hot, shop.storage)
        #expect(!plan.contains { $0.hasPrefix("SCAN") && $0 != "SCAN CONSTANT ROW" }, "\(hot.name): \(plan)")
      }
      for hot in PlanTests.inOrder {
        let plan = try await PlanTests.plan(hot, shop.storage)
        #expect(plan.allSatisfy { !$0.hasPrefix("SCAN") || $0.contains("USING") }, "\(hot.name): \(plan)")
      }
    }
  }

  @Test func `lists come in the order of an index`() async throws {
    try await Shop.with { shop in
      for hot in PlanTests.byKey + PlanTests.inOrder where PlanTests.sortedByIndex.contains(hot.name) {
        let plan = try await PlanTests.plan(hot, shop.storage)
        #expect(!plan.contains { $0.contains("TEMP B-TREE") }, "\(hot.name): \(plan)")
      }
    }
  }

  @Test func `a search finds its stories by serial and its facts in an index`() async throws {
    try await Shop.with { shop in
      let hits = try await PlanTests.plan(Hot(name: "found", sql: CardTable.found, values: 1), shop.storage)
      #expect(hits.contains { $0.hasPrefix("SEARCH a USING INTEGER PRIMARY KEY") }, "\(hits)")
      let lines = try await PlanTests.plan(Hot(name: "lines", sql: SearchRun.lines, values: 1), shop.storage)
      #expect(lines.contains { $0.hasPrefix("SEARCH search_text USING INTEGER PRIMARY KEY") }, "\(lines)")
      let facts = try await PlanTests.plan(Hot(name: "facts", sql: SearchFacts.stories, values: 0), shop.storage)
      #expect(facts == ["SCAN public_article USING COVERING INDEX public_article_facts"])
      let authors = try await PlanTests.plan(Hot(name: "authors", sql: SearchFacts.bylines, values: 0), shop.storage)
      #expect(authors.allSatisfy { $0.contains("COVERING INDEX") }, "\(authors)")
    }
  }

  @Test func `when something was said is found by its story, whatever else was said`() async throws {
    try await Shop.with { shop in
      let plan = try await PlanTests.plan(Hot(name: "ledger", sql: Library.ledger, values: 1), shop.storage)
      for table in ["n", "w"] {
        #expect(plan.contains { $0.hasPrefix("SEARCH \(table) USING") }, "\(plan)")
        #expect(!plan.contains { $0.hasPrefix("SCAN \(table)") }, "\(plan)")
      }
    }
  }

  private static func plan(_ hot: Hot, _ storage: Storage) async throws -> [String] {
    try await storage.read { session in
      let values = [Bound](repeating: 1, count: hot.values)
      return try session.rows("EXPLAIN QUERY PLAN" + hot.sql, values) { columns in
        _ = (columns.integer(), columns.integer(), columns.integer())
        return columns.text()
      }
    }
  }
}
