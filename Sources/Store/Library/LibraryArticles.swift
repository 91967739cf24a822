package import Model

extension Library {
  /// An article with what stands about it. Throws `UnverifiedArticle` for one that may not be served. A withdrawn one
  /// is given too, with its withdrawal and without its text: its address answers 410.
  package func article(_ serial: Int) async throws -> ArticleReading? {
    try await storage.read { try article(serial, in: $0) }
  }

  /// The same within a transaction that is open already.
  package func article(_ serial: Int, in session: Session) throws -> ArticleReading? {
    guard let whole = try ArticleTable(session: session).whole(serial) else { return nil }
    try check(serial, session)
    return try reading(of: whole, session)
  }

  /// The day in the permalink of an article, withdrawn ones too.
  package func permalinkDay(serial: Int) async throws -> Day? {
    try await storage.read { try ArticleTable(session: $0).day(serial) }
  }

  /// Stories in ascending serial, after one, without withdrawn ones. `author` is a name in any form.
  package func articles(
    after serial: Int, limit: Int, section: String? = nil, author: String? = nil, year: Int? = nil
  ) async throws -> [StoryCard] {
    try await storage.read { session in
      var cards = self.cards(session)
      let digits = year.map { Day.padded($0, 4) }
      return try cards.cards(CardTable.bySerial, [serial, section, digits, author.map(Folding.name), max(0, limit)])
    }
  }

  /// The serial of every article that has an address, withdrawn ones too, ascending.
  package func serials() async throws -> [Int] {
    try await storage.read { session in try session.rows(ArticleTable.serials) { $0.integer() } }
  }

  static let takenBack: SQLText = """
    SELECT a.serial, a.issue FROM issue i JOIN public_article a ON a.issue = i.key
    WHERE i.public = 0 AND i.rolled_back IS NOT NULL ORDER BY a.serial
    """

  /// The stories of issues that were taken back as a whole: each keeps its address, which says why it is gone.
  package func storiesOfIssuesTakenBack() async throws -> [(serial: Int, day: Day)] {
    try await storage.read { session in
      try session.rows(Library.takenBack) { columns in
        (serial: columns.integer(), day: try Stored.key(columns.text()).date)
      }
    }
  }

  private func reading(of whole: ArticleTable.Whole, _ session: Session) throws -> ArticleReading {
    var media = MediaTable(session: session)
    var cards = self.cards(session)
    let (article, key) = (whole.article, whole.issue.key)
    let pages = PageTable(session: session)
    let counted = views?.counted(article.serial) ?? 0
    let page = try whole.pageNumber.flatMap { number in
      try pages.heads(key, media: &media).first { $0.number == number }
    }
    let placement = try whole.pageNumber.flatMap { number in
      try pages.placements(article.serial).first { $0.page == number }
    }
    let place: [Bound] = [key.description, whole.position, article.serial]
    return ArticleReading(
      article: article, summary: whole.summary, issue: whole.issue, page: page, hotspots: placement?.hotspots ?? [],
      jumpTo: placement?.jump, views: whole.views + counted, hasViewChart: counted > 0,
      media: try media.media(article.copy.body.media),
      samePage: try whole.pageNumber.map { number in
        try cards.cards(CardTable.ofPage, [key.description, number, article.serial])
      } ?? [],
      previous: try cards.cards(CardTable.before, place).first, next: try cards.cards(CardTable.after, place).first)
  }
}
