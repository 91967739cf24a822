package import Model
package import Press
import Store

/// What a static export is made of.
extension Edition {
  /// All that an export holds, and by what it can be told that nothing has changed.
  ///
  /// - site: what else the answers come from: the settings as text, the program.
  package func exportContents(madeFrom site: [String]) async throws -> ExportContents {
    let (issues, others) = (try await library.issueHeads().reversed().map(\.key), try await addressesOutsideIssues())
    let moving = others.filter(Edition.movesWithClock) + (try await viewCharts(of: issues))
    let media = try await library.allPublicMedia()
    let gone = try await library.storiesOfIssuesTakenBack().map {
      settings.site.permalink.path(serial: $0.serial, day: $0.day)
    }
    return ExportContents(
      issues: issues, paths: (others.filter { !Edition.movesWithClock($0) } + moving).map(\.path) + gone,
      moving: moving.map(\.path), media: media, aliases: try await library.aliases(),
      notFound: renderer.notFound("/404.html", today: today), stamp: try await stamp(of: moving, site))
  }

  /// What stands at the addresses of an issue, its pages and its stories, all from one reading.
  package func answers(ofIssue key: IssueKey) async throws -> ExportAnswers {
    let today = today
    guard let whole = try await library.wholeIssue(key, feedItems: settings.feeds.itemsMax) else { return { _ in } }
    return { take in
      try take(Address.issue(key).path, renderer.issue(whole.issue, today: today))
      try take(Address.api(.issue(key)).path, renderer.issueAnswer(whole.issue))
      for format in FeedFormat.allCases {
        try take(Address.feed(format, .issue(key)).path, renderer.feed(format, .issue(key), whole.feed))
      }
      for page in whole.pages {
        try take(Address.page(key, page.page.number).path, renderer.page(page, today: today))
        try take(Address.api(.page(key, page.page.number)).path, renderer.pageAnswer(page))
      }
      for article in whole.articles { try answers(of: article, today: today, take) }
    }
  }

  /// A story withdrawn has its permalink, which says so, and nothing else.
  private func answers(
    of reading: ArticleReading, today: Day, _ take: (String, Document?) throws -> Void
  ) throws {
    let article = reading.article
    let path = settings.site.permalink.path(serial: article.serial, day: article.day)
    guard article.withdrawal == nil else { return try take(path, renderer.gone(reading, today: today)) }
    try take(path, renderer.article(reading, today: today))
    try take(Address.qrCode(article.serial).path, renderer.qrCode(serial: article.serial, day: article.day))
    try take(Address.api(.article(article.serial)).path, renderer.articleAnswer(reading))
    for format in CitationFormat.allCases {
      try take(Address.citation(article.serial, format).path, renderer.citation(format, reading))
    }
  }

  /// Charts of what was counted, of issues and of stories.
  private func viewCharts(of issues: [IssueKey]) async throws -> [Address] {
    guard let views = library.views else { return [] }
    let counted = Set(try await library.serials().filter { views.counted($0) > 0 })
    guard !counted.isEmpty else { return [] }
    var charts: [Address] = []
    for key in issues {
      guard let issue = try await library.issue(key) else { continue }
      if issue.hasViewChart { charts.append(.issueViewChart(key)) }
      let standing = (issue.pages.flatMap(\.stories) + issue.unplaced).filter { $0.withdrawal == nil }
      charts += standing.map(\.serial).filter(counted.contains).map { .viewChart($0) }
    }
    return charts
  }

  /// Whether an answer changes although nothing was published, counted or set.
  private static func movesWithClock(_ address: Address) -> Bool {
    switch address {
    case .newsSitemap, .security, .mostRead, .api(.mostRead), .viewChart, .issueViewChart: true
    default: false
    }
  }

  /// Of the state of the store, the counts, the look and what the caller adds.
  private func stamp(of moving: [Address], _ site: [String]) async throws -> String {
    var hash = ContentHash()
    func add(_ text: String) { hash.add(Array("\(text.utf8.count) \(text)\n".utf8)) }
    for text in site { add(text) }
    add(library.storage.folder)
    add(try await library.state())
    add(renderer.look)
    add("\(settings.site.greyDays.contains(today))")
    for address in moving { add(address.path) }
    for picture in [pictures.logo, pictures.shareImage, pictures.icon.file] {
      hash.add(picture ?? [])
      add("\(picture?.count ?? -1)")
    }
    if let views = library.views {
      for serial in try await library.serials() {
        let count = views.counted(serial)
        if count > 0 { add("\(serial) \(count)") }
      }
    }
    return hash.text
  }
}
