import Foundation

/// Every public address of a site but the articles' own (those are `Permalink`'s). A pure printer and parser: these
/// addresses never change.
package enum Address: Hashable, Sendable {
  case front
  case issue(IssueKey)
  case page(IssueKey, Int)
  /// A year's issues; nil is the archive's own address, which shows the newest year.
  case archive(Int?)
  case sections
  /// Page of the list from 1.
  case section(String, page: Int)
  case authors
  case author(String, page: Int)
  /// The most read stories of a time: `/most-read/` of all, `/most-read/week/`.
  case mostRead(ViewPeriod)
  case corrections
  case about
  case search
  case feeds
  case feed(FeedFormat, FeedScope)
  case media(MediaName)
  /// A file of the theme with its hash in the name, kept for ever: `/assets/HASH/reader.css`.
  case asset(hash: String, name: String)
  /// The QR code of an article, a PNG: `/qr/123.png`.
  case qrCode(Int)
  /// The citation of an article: `/cite/123.bib`, `/cite/123.ris`.
  case citation(Int, CitationFormat)
  /// How the views of an article came about, a drawing: `/views/123.svg`.
  case viewChart(Int)
  /// The picture by which a reader without scripts is counted; the query says of which article: `/views/dot.gif?123`.
  case viewPicture
  /// The same of an issue: `/views/issues/2026-03-01.svg`.
  case issueViewChart(IssueKey)
  case shareImage
  case logo
  case icon
  case sitemapIndex
  /// Articles of a year.
  case sitemap(Int)
  case newsSitemap
  case robots
  /// How a browser searches the paper from its own field.
  case openSearch
  case security
  /// The signed heads of the record: `/.well-known/broadsheet-record`.
  case record
  case manifest
  case serviceWorker
  case offline
  case api(APIAddress)

  /// Reads a path that begins with a slash and has been percent-decoded; nil for what is not one of these, character
  /// for character.
  package init?(_ path: String) {
    guard !Address.isHostile(path), let found = Address.parse(path), found.path == path else { return nil }
    self = found
  }

  /// The path, not percent-encoded.
  package var path: String {
    switch self {
    case .front: "/"
    case .issue(let key): "/issues/\(key)/"
    case .page(let key, let number): "/issues/\(key)/\(Day.padded(number, 2))/"
    case .archive(let year): year.map { "/archive/\(Day.padded($0, 4))/" } ?? "/archive/"
    case .sections: "/sections/"
    case .section(let name, let page): "/sections/\(Address.segment(name))/" + Address.listSuffix(page)
    case .authors: "/authors/"
    case .author(let name, let page): "/authors/\(Address.segment(name))/" + Address.listSuffix(page)
    case .mostRead(let period): period == .all ? "/most-read/" : "/most-read/\(period.rawValue)/"
    case .corrections: "/corrections/"
    case .about: "/about/"
    case .search: "/search"
    case .feeds: "/feeds/"
    case .feed(let format, let scope): "/feeds/\(scope.path)\(format.rawValue)"
    case .media(let name): "/media/\(name)"
    case .asset(let hash, let name): "/assets/\(hash)/\(name)"
    case .qrCode(let serial): "/qr/\(serial).png"
    case .citation(let serial, let format): "/cite/\(serial).\(format.rawValue)"
    case .viewPicture: "/views/dot.gif"
    case .viewChart(let serial): "/views/\(serial).svg"
    case .issueViewChart(let key): "/views/issues/\(key).svg"
    case .shareImage: "/share.png"
    case .logo: "/logo.svg"
    case .icon: "/icon.png"
    case .sitemapIndex: "/sitemap.xml"
    case .sitemap(let year): "/sitemap-\(Day.padded(year, 4)).xml"
    case .newsSitemap: "/news-sitemap.xml"
    case .robots: "/robots.txt"
    case .openSearch: "/opensearch.xml"
    case .security: "/.well-known/security.txt"
    case .record: "/.well-known/broadsheet-record"
    case .manifest: "/manifest.webmanifest"
    case .serviceWorker: "/service-worker.js"
    case .offline: "/offline/"
    case .api(let address): "/api/v1/\(address.path)"
    }
  }

  /// The path with all but unreserved characters and slashes percent-encoded (RFC 3986), as it stands in a link.
  package var link: String { Address.encoded(path) }

  /// Whether a pattern of permalinks would stand where these addresses stand.
  static func isReserved(_ pattern: String) -> Bool {
    let first = pattern.dropFirst().prefix(while: { $0 != "/" && $0 != "{" })
    let own = [
      "issues", "archive", "sections", "authors", "most-read", "corrections", "about", "search", "feeds", "media",
      "assets", "qr", "cite", "api", ".well-known", "offline", "healthz", "readyz", "metrics", "wechat", "views",
      "sitemap", "robots.txt", "opensearch.xml", "newsroom", "theme",
    ]
    return own.contains(String(first)) || first.hasPrefix("sitemap-")
  }

  private static func listSuffix(_ page: Int) -> String { page <= 1 ? "" : "p/\(page)/" }
}
