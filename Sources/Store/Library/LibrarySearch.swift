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

  /// One page of the stories that a query finds.
  package func search(_ request: SearchRequest) async throws -> SearchReading {
    let start = ContinuousClock.now
    let words = Array(request.query.terms.map { Folding.fold($0.text) }.prefix(Library.searchWordsMax))
    guard !words.isEmpty else {
      return SearchReading(text: request.text, query: request.query, total: 0, took: .zero, hits: [])
    }
    let padded = words + Array(repeating: "", count: Library.searchWordsMax - words.count)
    let marks = SearchMarks(request.query, inTitle: true)
    let (hits, total) = try await storage.read { session in
      let serials = try session.rows(Library.search, padded) { $0.integer() }
      var cards = CardTable(session: session, views: views)
      let hits = try serials.prefix(request.limit).compactMap { serial in
        try cards.card(serial).map { card in
          SearchHit(
            card: card, headline: marks.runs(in: Copy.joined(card.headline)), snippet: marks.runs(in: card.summary),
            page: card.pageNumber, score: 0)
        }
      }
      return (hits, serials.count)
    }
    return SearchReading(
      text: request.text, query: request.query, sort: request.sort, total: total,
      took: ContinuousClock.now - start, hits: hits)
  }
}
