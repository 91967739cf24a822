import Model
import Press
import Store

extension Edition {
  /// How many stories are read at once.
  private static let runMax = 500

  /// The path of everything that answers a GET without a query, but stored files and old addresses: first what there is
  /// one of, then lists, issues and stories, each ascending. Not percent-encoded.
  package func addresses() async throws -> [String] {
    let all = try await addressesOutsideIssues() + ofIssues()
    return all.map(\.path) + (try await ofArticles())
  }

  /// Those that belong to no issue, page or story.
  func addressesOutsideIssues() async throws -> [Address] {
    try await (single() + years() + ofNames()).filter(Edition.isAskable)
  }

  private func years() async throws -> [Address] {
    try await (library.archive(year: nil)?.years ?? []).map { Address.archive($0) }
  }

  private func single() async throws -> [Address] {
    var all: [Address] = [
      .front, .archive(nil), .sections, .authors, .corrections, .about, .search, .feeds, .offline,
      .sitemapIndex, .newsSitemap, .robots, .record, .openSearch, .manifest, .serviceWorker, .icon, .shareImage,
      .api(.publication), .api(.issues), .api(.articles), .api(.search), .api(.openAPI),
    ]
    all += ViewPeriod.allCases.map { .mostRead($0) } + [.api(.mostRead), .viewPicture]
    if pictures.logo != nil { all.append(.logo) }
    if renderer.security(today: today) != nil { all.append(.security) }
    all += renderer.assetAddresses
    all += FeedFormat.allCases.flatMap { [.feed($0, .paper), .feed($0, .corrections)] as [Address] }
    all += try await library.sitemapYears().map { .sitemap($0.year) }
    return all
  }

  private func ofIssues() async throws -> [Address] {
    var all: [Address] = []
    for head in try await library.issueHeads().reversed() {
      all += [.issue(head.key), .api(.issue(head.key))]
      all += FeedFormat.allCases.map { .feed($0, .issue(head.key)) }
      guard let issue = try await library.issue(head.key) else { continue }
      if issue.hasViewChart { all.append(.issueViewChart(head.key)) }
      all += issue.pages.flatMap { section in
        [.page(head.key, section.page.number), .api(.page(head.key, section.page.number))] as [Address]
      }
    }
    return all
  }

  private func ofNames() async throws -> [Address] {
    var all: [Address] = []
    for section in try await library.sections() {
      all += Edition.pages(section).map { .section(section.name, page: $0) }
      all += FeedFormat.allCases.map { .feed($0, .section(section.name)) }
    }
    for author in try await library.authors() {
      all += Edition.pages(author).map { .author(author.name, page: $0) }
      all += FeedFormat.allCases.map { .feed($0, .author(author.name)) }
    }
    return all
  }

  /// A story withdrawn has its permalink, which says so, and nothing else.
  private func ofArticles() async throws -> [String] {
    var all: [String] = []
    var standing: Set<Int> = []
    var after = 0
    while case let run = try await library.articles(after: after, limit: Edition.runMax), let last = run.last {
      for card in run {
        standing.insert(card.serial)
        all.append(settings.site.permalink.path(serial: card.serial, day: card.day))
        all += ([.qrCode(card.serial), .api(.article(card.serial))] as [Address]).map(\.path)
        if library.views?.counted(card.serial) ?? 0 > 0 { all.append(Address.viewChart(card.serial).path) }
        all += CitationFormat.allCases.map { Address.citation(card.serial, $0).path }
      }
      after = last.serial
    }
    for serial in try await library.serials() where !standing.contains(serial) {
      guard let day = try await library.permalinkDay(serial: serial) else { continue }
      all.append(settings.site.permalink.path(serial: serial, day: day))
    }
    return all
  }

  private static func pages(_ name: NameCount) -> ClosedRange<Int> {
    1...max(1, (name.count + ListReading.pageSize - 1) / ListReading.pageSize)
  }

  /// Whether an address can be asked for as it prints: a name with a slash in it, or of dots alone, has no address.
  private static func isAskable(_ address: Address) -> Bool {
    // What cannot be a target cannot be asked for.
    guard Address(address.path) == address, let target = try? RequestTarget(address.link) else { return false }
    return target.path == address.path
  }
}
