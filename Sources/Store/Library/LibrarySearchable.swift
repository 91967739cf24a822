package import Model

/// What the search of an export is made from.
extension Library {
  static let searchableSerials: SQLText = """
    SELECT serial FROM public_article WHERE withdrawn_on IS NULL ORDER BY substr(issue, 1, 10) DESC, serial
    """

  /// The serial of every story that stands in the order of a search by date: the newest day first, within a day by
  /// serial.
  package func searchableSerials() async throws -> [Int] {
    try await storage.read { session in try session.rows(Library.searchableSerials) { $0.integer() } }
  }

  /// Some stories in the order of their serials here, without their openings; those that no longer stand are left out.
  package func searchable(_ serials: [Int]) async throws -> [SearchableStory] {
    try await storage.read { session in
      var cards = self.cards(session)
      return try serials.compactMap { serial in
        guard let card = try cards.cards(CardTable.findBrief, [serial]).first,
          let stored = try session.first(SearchIndex.storedLines, [serial], SearchIndex.lines)
        else { return nil }
        return SearchableStory(card: card, lines: stored.lines)
      }
    }
  }
}
