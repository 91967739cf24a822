package import Foundation
package import Model

/// Feeds, sitemaps and the text files for programs.
extension Renderer {
  /// A feed of stories, the newest first; those withdrawn are left out, and those past the paper's `items_max`.
  package func feed(_ format: FeedFormat, _ scope: FeedScope, _ items: [FeedItem]) -> Document {
    document(format, Feed(scope, items, settings) { absoluteHTML(of: $0, $1) })
  }

  /// A feed of corrections, replies and withdrawals, the newest first; those past the paper's `items_max` are left out.
  package func feed(_ format: FeedFormat, of ledger: LedgerReading) -> Document {
    document(format, Feed(ledger, settings, words))
  }

  private func document(_ format: FeedFormat, _ feed: Feed) -> Document {
    Document(
      contentType: format.mediaType + "; charset=utf-8", body: feed.bytes(format), modified: feed.modified)
  }

  /// A sitemap for each year, dated by its newest story.
  package func sitemapIndex(_ years: [(year: Int, modified: Date)]) -> Document {
    xml(Sitemaps(settings: settings).index(years), modified: years.map(\.modified).max())
  }

  /// The newest first: what is past the limit of a sitemap is left out.
  package func sitemap(_ entries: [SitemapEntry]) -> Document {
    xml(Sitemaps(settings: settings).year(entries), modified: entries.map(\.modified).max())
  }

  /// The stories of the two days before `now`.
  package func newsSitemap(_ entries: [SitemapEntry], now: Date) -> Document {
    xml(Sitemaps(settings: settings).news(entries, now: now), modified: nil)
  }

  /// What programs may read, and where the sitemaps are.
  package var robots: Document { plain(CrawlerFiles(settings: settings).robots) }

  /// How a browser searches the paper from its own field.
  package var openSearch: Document {
    Document(
      contentType: OpenSearch.contentType + "; charset=utf-8",
      body: OpenSearch(settings: settings, label: words("searchLabel")).bytes)
  }

  /// Nil when the paper gives no mail address.
  package func security(today: Day) -> Document? { CrawlerFiles(settings: settings).security(today: today).map(plain) }

  /// The text of a story with addresses that work anywhere.
  func absoluteHTML(of body: Body, _ media: [MediaName: Media]) -> String {
    body.html(media: { media[$0] }, labels: labels, prefix: settings.site.baseURL)
  }

  private func xml(_ bytes: [UInt8], modified: Date?) -> Document {
    Document(contentType: "application/xml; charset=utf-8", body: bytes, modified: modified)
  }

  private func plain(_ text: String) -> Document {
    Document(contentType: "text/plain; charset=utf-8", body: Array(text.utf8))
  }
}

extension FeedFormat {
  /// As HTTP and `<link>` name it.
  var mediaType: String {
    switch self {
    case .atom: "application/atom+xml"
    case .rss: "application/rss+xml"
    case .json: "application/feed+json"
    }
  }
}
