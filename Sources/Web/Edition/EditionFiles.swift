import Foundation
import Model
import Press
import Store

/// What machines read: feeds, sitemaps, codes, citations and the files that a page loads.
extension Edition {
  func file(at address: Address) async throws -> Document? {
    switch address {
    case .feed(let format, .corrections):
      renderer.feed(format, of: try await library.corrections(limit: settings.feeds.itemsMax))
    case .feed(let format, let scope):
      try await library.feed(scope, limit: settings.feeds.itemsMax).map { renderer.feed(format, scope, $0) }
    case .sitemapIndex: renderer.sitemapIndex(try await library.sitemapYears())
    case .sitemap(let year): try await sitemap(year)
    case .newsSitemap: try await newsSitemap()
    case .robots: renderer.robots
    case .openSearch: renderer.openSearch
    case .security: renderer.security(today: today)
    case .record: renderer.record(try await library.recordHeads())
    case .manifest: renderer.manifest(icon: pictures.icon)
    case .serviceWorker: renderer.serviceWorker
    case .asset(let hash, let name): renderer.asset(hash: hash, name: name)
    case .qrCode(let serial):
      try await library.permalinkDay(serial: serial).flatMap { renderer.qrCode(serial: serial, day: $0) }
    case .citation(let serial, let format): try await citation(serial, format)
    case .viewPicture: renderer.viewPicture
    case .viewChart(let serial): try await viewChart(serial)
    case .issueViewChart(let key): try await viewChart(key)
    case .logo: pictures.logo.map { Document(contentType: "image/svg+xml", body: $0) }
    case .icon: renderer.icon(pictures.icon)
    case .shareImage: renderer.shareImage(pictures.shareImage, icon: pictures.icon)
    default: nil
    }
  }

  private func sitemap(_ year: Int) async throws -> Document? {
    let entries = try await library.sitemap(year: year)
    return entries.isEmpty ? nil : renderer.sitemap(entries)
  }

  private func newsSitemap() async throws -> Document {
    let now = now()
    return renderer.newsSitemap(
      try await library.newsSitemap(since: now.addingTimeInterval(-Sitemaps.newsSeconds)), now: now)
  }

  private func viewChart(_ serial: Int) async throws -> Document? {
    guard let reading = try await library.viewChart(article: serial, now: now(), in: zone),
      let card = try await library.articles(after: serial - 1, limit: 1).first, card.serial == serial
    else { return nil }
    return renderer.viewChart(reading, of: card)
  }

  private func viewChart(_ key: IssueKey) async throws -> Document? {
    guard let reading = try await library.viewChart(issue: key, now: now(), in: zone),
      let issue = try await library.mostRead(.all, issue: key, limit: 0, now: now())?.issue
    else { return nil }
    return renderer.viewChart(reading, of: issue)
  }

  private func citation(_ serial: Int, _ format: CitationFormat) async throws -> Document? {
    guard let reading = try await library.article(serial) else { return nil }
    return reading.article.withdrawal == nil
      ? renderer.citation(format, reading) : renderer.gone(reading, today: today)
  }
}
