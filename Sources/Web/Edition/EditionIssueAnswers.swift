package import Model
package import Press
import Store

extension Edition {
  /// What stands at the addresses of an issue, its pages and its stories, all from one reading.
  package func answers(ofIssue key: IssueKey, reach: ExportReach = .linked) async throws -> ExportAnswers {
    let today = today
    guard let whole = try await library.wholeIssue(key, feedItems: settings.feeds.itemsMax) else { return { _ in } }
    return { take in
      try withoutActuallyEscaping(take) { take in
        try IssueAnswers(edition: self, reach: reach, today: today, take: take).make(whole, at: key)
      }
    }
  }

  /// Whether a page, a feed or a sitemap leads to an address.
  static func isLinked(_ address: Address) -> Bool {
    switch address {
    case .api, .qrCode, .citation: false
    case .feed(let format, .issue), .feed(let format, .author): format == .atom
    default: true
    }
  }
}

/// Makes the answers of one issue.
private struct IssueAnswers {
  let edition: Edition
  let reach: ExportReach
  let today: Day
  let take: (String, Document?) throws -> Void
  let renderer: Renderer

  init(edition: Edition, reach: ExportReach, today: Day, take: @escaping (String, Document?) throws -> Void) {
    self.edition = edition
    self.reach = reach
    self.today = today
    self.take = take
    renderer = edition.renderer
  }

  func make(_ whole: WholeIssue, at key: IssueKey) throws {
    try give(.issue(key)) { renderer.issue(whole.issue, today: today) }
    try give(.api(.issue(key))) { renderer.issueAnswer(whole.issue) }
    for format in FeedFormat.allCases {
      try give(.feed(format, .issue(key))) { renderer.feed(format, .issue(key), whole.feed) }
    }
    for page in whole.pages {
      try give(.page(key, page.page.number)) { renderer.page(page, today: today) }
      try give(.api(.page(key, page.page.number))) { renderer.pageAnswer(page) }
    }
    let commons = renderer.commons(of: whole)
    for article in whole.articles { try make(article, commons) }
  }

  /// A story withdrawn has its permalink, which says so, and nothing else.
  private func make(_ reading: ArticleReading, _ commons: IssueCommons) throws {
    let article = reading.article
    let path = edition.settings.site.permalink.path(serial: article.serial, day: article.day)
    guard article.withdrawal == nil else { return try take(path, renderer.gone(reading, today: today)) }
    try take(path, renderer.article(reading, today: today, commons: commons))
    guard reach == .complete else { return }
    try give(.qrCode(article.serial)) { renderer.qrCode(serial: article.serial, day: article.day) }
    try give(.api(.article(article.serial))) { renderer.articleAnswer(reading) }
    for format in CitationFormat.allCases {
      try give(.citation(article.serial, format)) { renderer.citation(format, reading) }
    }
  }

  private func give(_ address: Address, _ document: () -> Document?) throws {
    guard reach == .complete || Edition.isLinked(address) else { return }
    try take(address.path, document())
  }
}
