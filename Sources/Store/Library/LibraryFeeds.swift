package import Foundation
package import Model

extension Library {
  static let sitemapYears: SQLText = """
    SELECT CAST(substr(issue, 1, 4) AS INTEGER), max(modified) FROM public_article WHERE withdrawn_on IS NULL
    GROUP BY 1 ORDER BY 1
    """
  private static let sitemapColumns: SQLText = """
    SELECT serial, issue, published, modified, headline, language, keywords, picture FROM public_article
    """
  static let sitemap: SQLText =
    sitemapColumns + "WHERE issue >= ? AND issue < ? AND withdrawn_on IS NULL ORDER BY issue, position, serial"
  static let newsSitemap: SQLText =
    sitemapColumns + """
      WHERE published >= ? AND withdrawn_on IS NULL ORDER BY published DESC, issue DESC, position, serial LIMIT 1000
      """

  /// The newest stories with their text; nil when there is no such section, author or issue, and of the corrections,
  /// which are no stories. An issue's are in its order.
  package func feed(_ scope: FeedScope, limit: Int) async throws -> [FeedItem]? {
    let limit = max(0, limit)
    return try await storage.read { session in
      var table = cards(session)
      let cards: [StoryCard]
      switch scope {
      case .paper: cards = try table.cards(CardTable.newest, [limit])
      case .section(let name): cards = try table.cards(CardTable.newestOfSection, [name, limit])
      case .author(let name): cards = try table.cards(CardTable.newestOfAuthor, [Folding.name(name), limit])
      case .issue(let key):
        guard try IssueTable(session: session).head(key) != nil else { return nil }
        cards = try table.cards(CardTable.standingOfIssue, [key.description, limit])
      case .corrections: return nil
      }
      if cards.isEmpty, scope.isNamed { return nil }
      let articles = ArticleTable(session: session)
      var media = MediaTable(session: session)
      return try cards.map { card in
        let body = try articles.body(card.serial) ?? Body()
        return FeedItem(card: card, body: body, media: try media.media(body.media))
      }
    }
  }

  /// The years that have articles, ascending, each with its last change.
  package func sitemapYears() async throws -> [(year: Int, modified: Date)] {
    try await storage.read { session in
      try session.rows(Library.sitemapYears) { (year: $0.integer(), modified: Stored.date($0.integer())) }
    }
  }

  /// The articles of a year in the order of its issues.
  package func sitemap(year: Int) async throws -> [SitemapEntry] {
    // A full stop comes right after the hyphen of a date.
    let digits = Day.padded(year, 4)
    return try await entries(Library.sitemap, from: [digits + "-", digits + "."])
  }

  /// The articles published since an instant, the newest first, at most 1,000 (as news sitemaps allow).
  package func newsSitemap(since: Date) async throws -> [SitemapEntry] {
    try await entries(Library.newsSitemap, from: [Stored.instant(since)])
  }

  private func entries(_ sql: SQLText, from values: [Bound]) async throws -> [SitemapEntry] {
    try await storage.read { session in
      try session.rows(sql, values) { columns in
        let (serial, key) = (columns.integer(), try Stored.key(columns.text()))
        let (published, modified) = (columns.integer(), columns.integer())
        let (headline, language) = (try Stored.list(columns.text()), columns.text())
        let keywords = try Stored.list(columns.text())
        return SitemapEntry(
          serial: serial, day: key.date, published: Stored.date(published), modified: Stored.date(modified),
          headline: headline, language: language, keywords: keywords,
          picture: try columns.optionalText().map(Stored.media))
      }
    }
  }
}

extension FeedScope {
  /// Whether it is of a name, which there must be.
  fileprivate var isNamed: Bool {
    switch self {
    case .section, .author: true
    case .paper, .issue, .corrections: false
    }
  }
}
