package import Foundation
package import Model

/// The sitemaps of a paper (sitemaps.org/protocol.html), with Google's extensions for pictures and news.
package struct Sitemaps: Sendable {
  /// The most addresses in one sitemap (sitemaps.org). Those given after are left out, so give the newest first.
  package static let entriesMax = 50_000
  /// The most stories in a news sitemap (Google's rule).
  package static let newsEntriesMax = 1_000
  /// How long a story stands in the news sitemap, in seconds: two days (Google's rule).
  package static let newsSeconds = 172_800.0

  private static let namespace = "http://www.sitemaps.org/schemas/sitemap/0.9"
  private static let imageNamespace = "http://www.google.com/schemas/sitemap-image/1.1"
  private static let newsNamespace = "http://www.google.com/schemas/sitemap-news/0.9"

  private let settings: Settings

  package init(settings: Settings) { self.settings = settings }

  /// `/sitemap.xml`: a sitemap for each year. A paper without a story names its news sitemap, since an index must not
  /// be empty.
  package func index(_ years: [(year: Int, modified: Date)]) -> [UInt8] {
    let links = PaperLinks(settings)
    var writer = XMLWriter()
    writer.element("sitemapindex", [("xmlns", Sitemaps.namespace)]) { index in
      if years.isEmpty { index.element("sitemap") { $0.element("loc", text: links.absolute(.newsSitemap)) } }
      for (year, modified) in years.prefix(Sitemaps.entriesMax) {
        index.element("sitemap") { sitemap in
          sitemap.element("loc", text: links.absolute(.sitemap(year)))
          sitemap.element("lastmod", text: links.time(modified))
        }
      }
    }
    return writer.bytes
  }

  /// `/sitemap-2026.xml`: the stories of a year, each with its picture.
  package func year(_ entries: [SitemapEntry]) -> [UInt8] {
    let links = PaperLinks(settings)
    var writer = XMLWriter()
    let namespaces = [("xmlns", Sitemaps.namespace), ("xmlns:image", Sitemaps.imageNamespace)]
    writer.element("urlset", namespaces) { set in
      for entry in entries.prefix(Sitemaps.entriesMax) {
        set.element("url") { url in
          url.element("loc", text: links.article(serial: entry.serial, day: entry.day))
          url.element("lastmod", text: links.time(entry.modified))
          if let picture = entry.picture {
            url.element("image:image") { $0.element("image:loc", text: links.media(picture)) }
          }
        }
      }
    }
    return writer.bytes
  }

  /// `/news-sitemap.xml`: the stories of the two days before `now`. Without one it names the front, since a sitemap
  /// must not be empty.
  package func news(_ entries: [SitemapEntry], now: Date) -> [UInt8] {
    let links = PaperLinks(settings)
    let fresh = entries.filter { now.timeIntervalSince($0.published) <= Sitemaps.newsSeconds }
    var writer = XMLWriter()
    let namespaces = [("xmlns", Sitemaps.namespace), ("xmlns:news", Sitemaps.newsNamespace)]
    writer.element("urlset", namespaces) { set in
      if fresh.isEmpty { set.element("url") { $0.element("loc", text: links.absolute(.front)) } }
      for entry in fresh.prefix(Sitemaps.newsEntriesMax) {
        set.element("url") { url in
          url.element("loc", text: links.article(serial: entry.serial, day: entry.day))
          url.element("news:news") { self.news(entry, links, into: &$0) }
        }
      }
    }
    return writer.bytes
  }

  private func news(_ entry: SitemapEntry, _ links: PaperLinks, into news: inout XMLWriter) {
    news.element("news:publication") { publication in
      publication.element("news:name", text: settings.publication.name)
      publication.element("news:language", text: Sitemaps.newsLanguage(links.language(entry.language)))
    }
    news.element("news:publication_date", text: links.time(entry.published))
    news.element("news:title", text: Copy.joined(entry.headline))
  }

  /// Google's code of a language: that of ISO 639, but for Chinese `zh-cn` or `zh-tw`.
  static func newsLanguage(_ language: String) -> String {
    let parts = language.lowercased().split(separator: "-")
    guard let first = parts.first else { return "zh-cn" }
    guard first == "zh" else { return String(first) }
    return parts.contains { ["hant", "tw", "hk", "mo"].contains($0) } ? "zh-tw" : "zh-cn"
  }
}
