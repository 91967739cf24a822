import Model

/// One search on one state of the database.
struct SearchRun {
  static let serials: SQLText = "SELECT rowid FROM search_index WHERE search_index MATCH ?"
  static let lines: SQLText = """
    SELECT serial, headline, kicker, subhead, bylines, body FROM search_text
    WHERE serial IN (SELECT value FROM json_each(?))
    """

  let session: Session
  let facts: SearchFacts
  let request: SearchRequest
  let views: ViewCounters?
  var verified: VerifiedArticles?
  var rankedMax = SearchOrder.rankedMax

  func reading() throws -> SearchReading {
    let start = ContinuousClock.now
    let query = request.query
    var reading = SearchReading(
      text: request.text, query: query, sort: request.sort, total: 0, took: .zero, hits: [])
    guard !query.isEmpty else { return reading }
    let expression = SearchExpression(query)
    let hits = try hits(expression)
    reading.total = hits.count
    let counts = SearchCounts(hits, facts)
    (reading.years, reading.sections, reading.authors) = (counts.years, counts.sections, counts.authors)
    let page = try page(hits, expression)
    reading.hits = try shown(page.hits)
    reading.next = page.next?.text
    reading.isRankedOverNewest = page.isRankedOverNewest
    reading.took = ContinuousClock.now - start
    return reading
  }

  /// All that the query finds.
  func hits(_ expression: SearchExpression) throws -> SearchPlaces {
    SearchFilters(request.query, facts).passing(try places(expression))
  }

  /// Where the terms stand.
  private func places(_ expression: SearchExpression) throws -> SearchPlaces {
    if let required = expression.required { return try places(required) }
    var places = SearchPlaces(size: facts.count, isFull: true)
    if let excluded = expression.excluded { places.subtract(try self.places(excluded)) }
    return places
  }

  private func places(_ expression: String) throws -> SearchPlaces {
    var places = SearchPlaces(size: facts.count)
    var finder = SearchPlaceFinder(facts)
    try session.numbers(SearchRun.serials, [expression]) { serial in
      if let place = finder.place(of: serial) { places.insert(place) }
    }
    return places
  }

  private func page(_ hits: SearchPlaces, _ expression: SearchExpression) throws -> SearchOrder.Page {
    let mark = SearchCursor.mark(request)
    let order = SearchOrder(
      facts: facts, scoring: SearchScoring(session: session, facts: facts, expression: expression), mark: mark,
      rankedMax: rankedMax)
    let cursor = request.cursor.flatMap(SearchCursor.init).flatMap { $0.query == mark ? $0 : nil }
    // Where no word is asked for there is nothing to rank by.
    guard request.sort == .relevance, expression.required != nil else {
      return order.byDate(hits, limit: request.limit, after: cursor)
    }
    return try order.byRelevance(hits, limit: request.limit, after: cursor)
  }

  private func shown(_ hits: [SearchOrder.Ordered]) throws -> [SearchHit] {
    let serials = hits.map { facts.serial($0.place) }
    let list = JSON.array(serials.map(JSON.integer)).text
    let cards = try CardTable(session: session, views: views, verified: verified).plainCards(CardTable.found, [list])
    let texts = try session.rows(SearchRun.lines, [list], SearchIndex.lines)
    let cardOf = Dictionary(cards.map { ($0.serial, $0) }, uniquingKeysWith: { card, _ in card })
    let linesOf = Dictionary(texts.map { ($0.serial, $0.lines) }, uniquingKeysWith: { lines, _ in lines })
    let (titleMarks, marks) = (SearchMarks(request.query, inTitle: true), SearchMarks(request.query))
    return hits.compactMap { hit in
      let serial = facts.serial(hit.place)
      guard let card = cardOf[serial], let lines = linesOf[serial] else { return nil }
      return SearchHit(
        card: card, headline: titleMarks.runs(in: Copy.joined(card.headline)), snippet: marks.snippet(of: lines),
        page: card.pageNumber, score: hit.score)
    }
  }
}
