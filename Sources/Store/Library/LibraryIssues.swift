package import Model

extension Library {
  /// How many stories an issue names as most read.
  static let mostReadOfIssueMax = 10

  /// The issue of the newest date; of several on that date the one whose address is the bare date.
  package func latestIssue() async throws -> IssueReading? {
    try await storage.read { session in
      try IssueTable(session: session).latestHead().map { try reading(of: $0, session) }
    }
  }

  /// A public issue; nil when there is none with this key.
  /// An issue with all its stories; withdrawn ones stay among them, as withdrawn.
  package func issue(_ key: IssueKey) async throws -> IssueReading? {
    try await storage.read { session in
      try IssueTable(session: session).head(key).map { try reading(of: $0, session) }
    }
  }

  /// All issues, the newest date first.
  package func issueHeads() async throws -> [IssueHead] {
    try await storage.read { try IssueTable(session: $0).heads() }
  }

  /// A page of an issue with its hotspots; withdrawn stories stay in the list, as withdrawn.
  package func page(_ key: IssueKey, _ number: Int) async throws -> PageReading? {
    try await storage.read { session in
      let issues = IssueTable(session: session)
      var media = MediaTable(session: session)
      guard let issue = try issues.head(key) else { return nil }
      let table = PageTable(session: session)
      let pages = try table.heads(key, media: &media)
      guard let page = pages.first(where: { $0.number == number }) else { return nil }
      var cards = self.cards(session)
      let stories = try table.placed(key, page: number).compactMap { placed in
        try cards.card(placed.serial).map { card in
          PlacedStory(card: card, hotspots: placed.hotspots, jumpTo: placed.jumpTo, jumpFrom: placed.jumpFrom)
        }
      }
      return PageReading(
        issue: issue, pages: pages, page: page, stories: stories, previousIssue: try issues.head(before: key),
        nextIssue: try issues.head(after: key))
    }
  }

  /// A year of issues; without one, the newest that has an issue. Nil when there is no issue.
  package func archive(year: Int?) async throws -> ArchiveReading? {
    try await storage.read { session in
      let issues = IssueTable(session: session)
      let years = try issues.allYears()
      guard let shown = year ?? years.last, years.contains(shown) else { return nil }
      return ArchiveReading(year: shown, years: years, entries: try issues.entries(ofYear: shown))
    }
  }

  /// The most read are of the issue itself.
  func reading(of issue: IssueHead, _ session: Session) throws -> IssueReading {
    let issues = IssueTable(session: session)
    var media = MediaTable(session: session)
    var cards = self.cards(session)
    let stories = try cards.cards(CardTable.ofIssue, [issue.key.description])
    let pages = try PageTable(session: session).heads(issue.key, media: &media)
    let byPage = Dictionary(grouping: stories, by: \.pageNumber)
    let read = stories.filter { $0.withdrawal == nil && $0.views > 0 }
      .enumerated().sorted { ($1.element.views, $0.offset) < ($0.element.views, $1.offset) }
    return IssueReading(
      issue: issue, pages: pages.map { PageSection(page: $0, stories: byPage[$0.number] ?? []) },
      unplaced: byPage[nil] ?? [], previous: try issues.head(before: issue.key),
      next: try issues.head(after: issue.key), mostRead: read.prefix(Library.mostReadOfIssueMax).map(\.element),
      hasViewChart: stories.contains { $0.withdrawal == nil && views?.counted($0.serial) ?? 0 > 0 })
  }
}
