extension Address {
  /// Reads without insisting on the exact form; `init` compares.
  package static func parse(_ path: String) -> Address? {
    guard path.hasPrefix("/") else { return nil }
    let parts = path.dropFirst().split(separator: "/", omittingEmptySubsequences: true).map(String.init)
    guard let first = parts.first else { return .front }
    switch (first, parts.count) {
    case ("issues", 2): return IssueKey(parts[1]).map(Address.issue)
    case ("issues", 3):
      guard let key = IssueKey(parts[1]), let number = Int(parts[2]), number >= 1 else { return nil }
      return .page(key, number)
    case ("archive", 1): return .archive(nil)
    case ("archive", 2): return Int(parts[1]).map(Address.archive)
    case ("sections", 1): return .sections
    case ("sections", 2...): return list(parts).map { .section($0.name, page: $0.page) }
    case ("authors", 1): return .authors
    case ("authors", 2...): return list(parts).map { .author($0.name, page: $0.page) }
    case ("feeds", 1): return .feeds
    case ("feeds", 2...): return feed(Array(parts.dropFirst()))
    case ("media", 2): return MediaName(parts[1]).map(Address.media)
    case ("assets", 3): return .asset(hash: parts[1], name: parts[2])
    case ("qr", 2), ("cite", 2): return numbered(first, parts[1])
    case ("most-read", 1): return .mostRead(.all)
    case ("most-read", 2): return ViewPeriod(rawValue: parts[1]).map(Address.mostRead)
    case ("views", 2...): return chart(Array(parts.dropFirst()))
    case ("api", 3...) where parts[1] == "v1": return APIAddress(Array(parts.dropFirst(2))).map(Address.api)
    case (".well-known", 2):
      return parts[1] == "security.txt" ? .security : parts[1] == "broadsheet-record" ? .record : nil
    case (_, 1): return single(first)
    default: return nil
    }
  }

  private static func single(_ name: String) -> Address? {
    switch name {
    case "corrections": .corrections
    case "about": .about
    case "search": .search
    case "offline": .offline
    case "share.png": .shareImage
    case "logo.svg": .logo
    case "icon.png": .icon
    case "sitemap.xml": .sitemapIndex
    case "news-sitemap.xml": .newsSitemap
    case "robots.txt": .robots
    case "opensearch.xml": .openSearch
    case "manifest.webmanifest": .manifest
    case "service-worker.js": .serviceWorker
    default:
      name.hasPrefix("sitemap-") && name.hasSuffix(".xml")
        ? Int(name.dropFirst(8).dropLast(4)).map(Address.sitemap) : nil
    }
  }

  private static func list(_ parts: [String]) -> (name: String, page: Int)? {
    guard let name = name(ofSegment: parts[1]) else { return nil }
    if parts.count == 2 { return (name, 1) }
    guard parts.count == 4, parts[2] == "p", let page = Int(parts[3]), page >= 2 else { return nil }
    return (name, page)
  }

  private static func numbered(_ folder: String, _ file: String) -> Address? {
    let parts = file.split(separator: ".").map(String.init)
    guard parts.count == 2, let serial = Int(parts[0]), serial >= 1 else { return nil }
    if folder == "qr" { return parts[1] == "png" ? .qrCode(serial) : nil }
    return CitationFormat(rawValue: parts[1]).map { .citation(serial, $0) }
  }

  private static func chart(_ parts: [String]) -> Address? {
    if parts == ["dot.gif"] { return .viewPicture }
    guard let file = parts.last, file.hasSuffix(".svg") else { return nil }
    let name = String(file.dropLast(4))
    switch parts.count {
    case 1: return Int(name).flatMap { $0 >= 1 ? .viewChart($0) : nil }
    case 2 where parts[0] == "issues": return IssueKey(name).map(Address.issueViewChart)
    default: return nil
    }
  }

  private static func feed(_ parts: [String]) -> Address? {
    guard let format = parts.last.flatMap(FeedFormat.init(rawValue:)) else { return nil }
    switch parts.count {
    case 1: return .feed(format, .paper)
    case 2 where parts[0] == "corrections": return .feed(format, .corrections)
    case 3 where parts[0] == "sections": return name(ofSegment: parts[1]).map { .feed(format, .section($0)) }
    case 3 where parts[0] == "authors": return name(ofSegment: parts[1]).map { .feed(format, .author($0)) }
    case 3 where parts[0] == "issues": return IssueKey(parts[1]).map { .feed(format, .issue($0)) }
    default: return nil
    }
  }
}

/// A feed's format. The raw value is its file in the address.
package enum FeedFormat: String, Sendable, CaseIterable {
  case atom = "atom.xml"
  case rss = "rss.xml"
  case json = "feed.json"
}

/// What a feed lists.
package enum FeedScope: Hashable, Sendable {
  case paper
  case section(String)
  case author(String)
  case issue(IssueKey)
  /// Corrections, replies and withdrawals.
  case corrections

  var path: String {
    switch self {
    case .paper: ""
    case .section(let name): "sections/\(Address.segment(name))/"
    case .author(let name): "authors/\(Address.segment(name))/"
    case .issue(let key): "issues/\(key)/"
    case .corrections: "corrections/"
    }
  }
}

/// A format of a citation. The raw value is the ending.
package enum CitationFormat: String, Sendable, CaseIterable {
  /// BibTeX.
  case bib
  /// RIS, as Zotero and EndNote read it.
  case ris
}

/// What the read-only interface offers below `/api/v1/`. Lists take a query; these are the paths.
package enum APIAddress: Hashable, Sendable {
  case publication
  case issues
  case issue(IssueKey)
  case page(IssueKey, Int)
  case articles
  case article(Int)
  case mostRead
  case search
  case openAPI

  init?(_ parts: [String]) {
    switch (parts[0], parts.count) {
    case ("publication", 1): self = .publication
    case ("issues", 1): self = .issues
    case ("issues", 2):
      guard let key = IssueKey(parts[1]) else { return nil }
      self = .issue(key)
    case ("issues", 4) where parts[2] == "pages":
      guard let key = IssueKey(parts[1]), let number = Int(parts[3]), number >= 1 else { return nil }
      self = .page(key, number)
    case ("articles", 1): self = .articles
    case ("articles", 2):
      guard let serial = Int(parts[1]), serial >= 1 else { return nil }
      self = .article(serial)
    case ("most-read", 1): self = .mostRead
    case ("search", 1): self = .search
    case ("openapi.json", 1): self = .openAPI
    default: return nil
    }
  }

  var path: String {
    switch self {
    case .publication: "publication"
    case .issues: "issues"
    case .issue(let key): "issues/\(key)"
    case .page(let key, let number): "issues/\(key)/pages/\(number)"
    case .articles: "articles"
    case .article(let serial): "articles/\(serial)"
    case .mostRead: "most-read"
    case .search: "search"
    case .openAPI: "openapi.json"
    }
  }
}
