import Foundation
import Model
import TestSupport
import Testing

@testable import Press

@Suite struct SitemapTests {
  private let maps = Sitemaps(settings: Cast.settings)

  private func entry(_ serial: Int, hours: Double = 0, language: String = "") -> SitemapEntry {
    let instant = Cast.instant("2026-03-05").addingTimeInterval(-hours * 3_600)
    return SitemapEntry(
      serial: serial, day: Cast.issue.date, published: instant, modified: instant, headline: ["大潮", "回港"],
      language: language, keywords: [], picture: serial % 2 == 0 ? Cast.harbour.name : nil)
  }

  @Test func `the index names a sitemap for each year`() throws {
    let years = [
      (year: 2026, modified: Cast.instant("2026-03-05")), (year: 2025, modified: Cast.instant("2025-12-20")),
    ]
    let tree = try #require(XMLTree.parse(maps.index(years)))
    #expect(tree.all("loc").map(\.text) == [2026, 2025].map { "https://haiwan.example/sitemap-\($0).xml" })
    #expect(tree.all("lastmod").first?.text == "2026-03-05T06:00:00+08:00")
  }

  @Test func `a year names its stories with their pictures`() throws {
    let tree = try #require(XMLTree.parse(maps.year([entry(1), entry(2)])))
    #expect(tree.all("loc").map(\.text).last == "https://haiwan.example/content/2026-03/05/000002.html")
    #expect(tree.all("image:loc").map(\.text) == ["https://haiwan.example/media/\(Cast.harbour.name)"])
  }

  @Test func `a sitemap has no more than fifty thousand addresses`() {
    let bytes = maps.year((1...Sitemaps.entriesMax + 1).map { entry($0) })
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(text.contains("/050000.html") && !text.contains("/050001.html"))
  }

  @Test func `the news sitemap holds two days and not an hour more`() throws {
    let now = Cast.instant("2026-03-05")
    let tree = try #require(XMLTree.parse(maps.news([entry(1), entry(2, hours: 48), entry(3, hours: 49)], now: now)))
    #expect(tree.all("url").count == 2)
    #expect(tree.all("news:title").first?.text == "大潮\u{3000}回港")
    let many = maps.news((1...Sitemaps.newsEntriesMax + 1).map { entry($0) }, now: now)
    #expect(XMLTree.parse(many)?.all("url").count == Sitemaps.newsEntriesMax)
  }

  @Test func `without stories a sitemap still names an address, as its schema wants`() throws {
    #expect(XMLTree.parse(maps.index([]))?.all("loc").count == 1)
    #expect(XMLTree.parse(maps.news([], now: Date(timeIntervalSince1970: 0)))?.all("loc").count == 1)
  }

  @Test func `a language is named as the news wants it`() {
    let pairs = [
      "zh-Hans": "zh-cn", "zh": "zh-cn", "zh-Hant": "zh-tw", "zh-HK": "zh-tw", "en-GB": "en", "": "zh-cn",
    ]
    for (language, code) in pairs { #expect(Sitemaps.newsLanguage(language) == code, "\(language)") }
  }
}

@Suite struct CrawlerFileTests {
  @Test func `robots may read all but the search and what counts`() {
    let robots = CrawlerFiles(settings: Cast.settings).robots
    let closed = ["/search", "/views/", "/desk", "/preview"].map { "Disallow: \($0)\n" }.joined()
    #expect(robots.hasPrefix("User-agent: *\n\(closed)Allow: /\n"))
    #expect(robots.contains("\nSitemap: https://haiwan.example/sitemap.xml\n"))
    #expect(robots.hasSuffix("\nSitemap: https://haiwan.example/news-sitemap.xml\n"))
  }

  @Test func `security.txt is the same for a month and expires within a year`() throws {
    let files = CrawlerFiles(settings: Cast.settings)
    let text = try #require(files.security(today: Cast.day("2026-03-01")))
    #expect(text == files.security(today: Cast.day("2026-03-31")))
    #expect(text.hasPrefix("Contact: mailto:jiucuo@haiwan.example\nExpires: 2027-02-01T00:00:00Z\n"))
    #expect(files.security(today: Cast.day("2026-01-15"))?.contains("Expires: 2026-12-01T") == true)
  }

  @Test func `a paper without mail has no security.txt, and mail cannot add a line to it`() throws {
    var settings = Settings(publication: Publication(name: "海湾"))
    #expect(CrawlerFiles(settings: settings).security(today: Cast.issue.date) == nil)
    settings.publication.mail = "a\nContact: b@example.com"
    let text = try #require(CrawlerFiles(settings: settings).security(today: Cast.issue.date))
    #expect(text.split(separator: "\n").count == 4)
  }
}
