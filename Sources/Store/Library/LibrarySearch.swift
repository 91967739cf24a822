package import Model

extension Library {
  /// The most words of a query that are looked for; the rest is passed over.
  static let searchWordsMax = 8
  /// The newest issue first, within it in its order. Empty words let all through.
  static let search: SQLText = """
    SELECT t.serial FROM search_text t CROSS JOIN public_article a ON a.serial = t.serial
    WHERE instr(t.text, ?1) > 0 AND (?2 = '' OR instr(t.text, ?2) > 0) AND (?3 = '' OR instr(t.text, ?3) > 0)
      AND (?4 = '' OR instr(t.text, ?4) > 0) AND (?5 = '' OR instr(t.text, ?5) > 0)
      AND (?6 = '' OR instr(t.text, ?6) > 0) AND (?7 = '' OR instr(t.text, ?7) > 0)
      AND (?8 = '' OR instr(t.text, ?8) > 0) AND a.withdrawn_on IS NULL
    ORDER BY a.issue DESC, a.position, a.serial
    """

  /// The stories that hold every word of a query, folded, somewhere in head or text. It reads through all texts, so its
  /// time grows with the paper.
  package func search(_ query: String, limit: Int) async throws -> SearchReading {
    let start = ContinuousClock.now
    let query = String(query.prefix(SearchReading.queryMax))
    let folded = Folding.fold(query).split(whereSeparator: \.isWhitespace).map(String.init)
    let words = Array(folded.sorted { $0.utf8.count > $1.utf8.count }.prefix(Library.searchWordsMax))
    guard !words.isEmpty else { return SearchReading(query: query, stories: [], total: 0, took: .zero) }
    let padded = words + Array(repeating: "", count: Library.searchWordsMax - words.count)
    let shown = max(0, min(limit, SearchReading.hitsMax))
    let (stories, total) = try await storage.read { session in
      let serials = try session.rows(Library.search, padded) { $0.integer() }
      var cards = CardTable(session: session)
      return (try serials.prefix(shown).compactMap { try cards.card($0) }, serials.count)
    }
    return SearchReading(query: query, stories: stories, total: total, took: ContinuousClock.now - start)
  }
}
