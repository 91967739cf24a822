package import Model

extension Library {
  private static let lastRecord: SQLText = """
    SELECT number, made, hash_after FROM record ORDER BY number DESC LIMIT 1
    """

  /// The generation with the last line of the record: equal only where nothing was changed in between.
  package func state() async throws -> String {
    try await storage.read { session in
      let last = try session.first(Library.lastRecord) { "\($0.integer()) \($0.integer()) \($0.text())" }
      return "\(try session.number(Library.generationQuery)) \(last ?? "")"
    }
  }

  /// An issue with its pages, its stories and its feed of at most `feedItems`, in one transaction and a few statements;
  /// nil when there is none with this key.
  package func wholeIssue(_ key: IssueKey, feedItems: Int) async throws -> WholeIssue? {
    try await storage.read { try wholeIssue(key, feedItems: feedItems, in: $0) }
  }

  /// The same within a transaction that is open already.
  package func wholeIssue(_ key: IssueKey, feedItems: Int, in session: Session) throws -> WholeIssue? {
    guard let head = try IssueTable(session: session).head(key) else { return nil }
    var media = MediaTable(session: session)
    let reading = try reading(of: head, session)
    let table = ArticleTable(session: session)
    let parts = WholeIssueParts(
      issue: reading, stories: try table.order(of: key),
      placed: try PageTable(session: session).placed(key))
    let articles = try table.wholes(of: key).map { whole in
      try check(whole.article.serial, session)
      let counted = views?.counted(whole.article.serial) ?? 0
      return parts.article(
        whole, counted: counted, media: try media.media(whole.article.copy.body.media))
    }
    let standing = articles.filter { $0.article.withdrawal == nil }.prefix(max(0, feedItems))
    return WholeIssue(
      issue: reading, pages: reading.pages.map { parts.page($0.page) }, articles: articles,
      feed: standing.compactMap { article in
        parts.cards[article.article.serial].map {
          FeedItem(card: $0, body: article.article.copy.body, media: article.media)
        }
      })
  }
}

/// Puts together what stands about each page and story of an issue, from what was read of the issue as a whole.
private struct WholeIssueParts {
  /// How many stories of its page an article names.
  static let samePageMax = 20

  let issue: IssueReading
  let cards: [Int: StoryCard]
  /// Cards without their openings, as they stand beside an article.
  private let brief: [Int: StoryCard]
  /// The serials of those that stand, in the order of the issue, and the place of each story among them.
  private let standing: [Int]
  private let placeOf: [Int: Int]
  private let placedOf: [Int: [PageTable.PlacedOfIssue]]
  private let placementsOf: [Int: [PageTable.PlacedOfIssue]]

  /// - stories: serials in the order of the issue, withdrawn ones too.
  init(issue: IssueReading, stories: [Int], placed: [PageTable.PlacedOfIssue]) {
    self.issue = issue
    let all = issue.pages.flatMap(\.stories) + issue.unplaced
    cards = Dictionary(uniqueKeysWithValues: all.map { ($0.serial, $0) })
    brief = cards.mapValues { card in
      var card = card
      card.opening = []
      return card
    }
    var standing: [Int] = []
    var placeOf: [Int: Int] = [:]
    for serial in stories {
      placeOf[serial] = standing.count
      if cards[serial]?.withdrawal == nil { standing.append(serial) }
    }
    self.standing = standing
    self.placeOf = placeOf
    placedOf = Dictionary(grouping: placed, by: \.page)
    placementsOf = Dictionary(grouping: placed, by: \.serial).mapValues { $0.sorted { $0.ordinal < $1.ordinal } }
  }

  func page(_ page: PageHead) -> PageReading {
    let stories = (placedOf[page.number] ?? []).compactMap { placed -> PlacedStory? in
      guard let card = cards[placed.serial] else { return nil }
      let from = placed.ordinal == 0 ? nil : placementsOf[placed.serial]?.first { $0.jump == page.number }?.page
      return PlacedStory(
        card: card, hotspots: placed.hotspots, jumpTo: placed.jump,
        jumpFrom: placed.ordinal == 0 ? nil : from ?? card.pageNumber)
    }
    return PageReading(
      issue: issue.issue, pages: issue.pages.map(\.page), page: page, stories: stories,
      previousIssue: issue.previous, nextIssue: issue.next)
  }

  func article(_ whole: ArticleTable.Whole, counted: Int, media: [MediaName: Media]) -> ArticleReading {
    let serial = whole.article.serial
    let number = whole.pageNumber
    let placement = placementsOf[serial]?.first { $0.page == number }
    let same = number.flatMap { placedOf[$0] } ?? []
    let others = same.lazy.filter { $0.serial != serial }.compactMap { brief[$0.serial] }
      .filter { $0.withdrawal == nil }
    let place = placeOf[serial] ?? 0
    let isStanding = whole.article.withdrawal == nil
    let after = isStanding ? place + 1 : place
    return ArticleReading(
      article: whole.article, summary: whole.summary, issue: whole.issue,
      page: issue.pages.first { $0.page.number == number }?.page, hotspots: placement?.hotspots ?? [],
      jumpTo: placement?.jump, views: whole.views + counted, hasViewChart: counted > 0, media: media,
      samePage: Array(others.prefix(WholeIssueParts.samePageMax)),
      previous: place > 0 ? brief[standing[place - 1]] : nil,
      next: after < standing.count ? brief[standing[after]] : nil)
  }
}
