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
      let list = JSON.array(serials.map(JSON.integer)).text
      let cards = try self.cards(session).plainCards(CardTable.found, [list])
      let texts = try session.rows(SearchRun.lines, [list], SearchIndex.lines)
      let cardOf = Dictionary(cards.map { ($0.serial, $0) }, uniquingKeysWith: { card, _ in card })
      let linesOf = Dictionary(texts.map { ($0.serial, $0.lines) }, uniquingKeysWith: { lines, _ in lines })
      return serials.compactMap { serial in
        guard let card = cardOf[serial], let lines = linesOf[serial] else { return nil }
        return SearchableStory(card: card, lines: lines)
      }
    }
  }
}
