import Foundation
import Model

/// Puts hits in order, a page at a time.
///
/// By date the order is that of the places. By relevance the newest hits, at most `rankedMax`, come first by score,
/// then the others by date.
struct SearchOrder {
  /// The most hits that are ordered by relevance: scores are read row by row.
  static let rankedMax = 2_000
  /// How much more the newest story counts than one of long ago.
  static let recencyShare = 0.25
  /// The age in years at which half of that is left.
  static let recencyYears = 1.0

  struct Ordered {
    var place: Int
    var score: Double
  }

  struct Page {
    var hits: [Ordered] = []
    var next: SearchCursor?
    var isRankedOverNewest = false
  }

  let facts: SearchFacts
  let scoring: SearchScoring
  let mark: UInt64
  var rankedMax = SearchOrder.rankedMax

  /// One more than is shown is looked for, so that the last page knows that it is.
  func byDate(_ hits: SearchPlaces, limit: Int, after cursor: SearchCursor?) -> Page {
    let start = cursor.map { facts.place(from: $0.key + 1) } ?? 0
    let found = hits.first(limit + 1, from: start).map { Ordered(place: $0, score: 0) }
    return page(found, limit: limit, cursor ?? datedBeginning)
  }

  func byRelevance(_ hits: SearchPlaces, limit: Int, after last: SearchCursor?) throws -> Page {
    guard var cursor = try last ?? beginning(hits) else { return Page() }
    var found: [Ordered] = []
    if last == nil || cursor.score > 0 {
      var ranked: [Int] = []
      hits.visit(from: facts.place(from: cursor.newest)) { place in
        guard facts.keys[place] <= cursor.ranked else { return false }
        ranked.append(place)
        return ranked.count <= 2 * rankedMax
      }
      // Only a cursor made by hand asks for more.
      guard ranked.count <= 2 * rankedMax else { return try byRelevance(hits, limit: limit, after: nil) }
      found = try scored(ranked, cursor)
      if last != nil {
        found.removeAll { ($0.score, cursor.key) >= (cursor.score, facts.keys[$0.place]) }
      }
    }
    if found.count <= limit, cursor.ranked != .max {
      let isTail = last != nil && cursor.score == 0
      let start = facts.place(from: (isTail ? cursor.key : cursor.ranked) + 1)
      found += hits.first(limit + 1 - found.count, from: start).map { Ordered(place: $0, score: 0) }
    }
    cursor.query = mark
    var page = page(found, limit: limit, cursor)
    page.isRankedOverNewest = cursor.ranked != .max
    return page
  }

  /// How the hits of a search will be ordered on all its pages; nil where there are none.
  private func beginning(_ hits: SearchPlaces) throws -> SearchCursor? {
    let newest = hits.first(rankedMax + 1, from: 0)
    guard !newest.isEmpty, let first = facts.keys.first else { return nil }
    let isAll = newest.count <= rankedMax
    return SearchCursor(
      query: mark, newest: first, ranked: isAll ? .max : facts.keys[newest[rankedMax - 1]], score: 0,
      key: 0, ranking: try scoring.ranking())
  }

  /// The best first.
  private func scored(_ places: [Int], _ cursor: SearchCursor) throws -> [Ordered] {
    let reference = SearchFacts.day(of: cursor.newest)
    let scores = try scoring.scores(of: places, cursor.ranking)
    let ordered = zip(places, scores).map { place, score in
      let years = Double(reference - facts.day(place)) / 512
      let pull = SearchOrder.recencyShare / (1 + max(0, years) / SearchOrder.recencyYears)
      return Ordered(place: place, score: max(score, .leastNonzeroMagnitude) * (1 + pull))
    }
    return ordered.sorted { ($1.score, $0.place) < ($0.score, $1.place) }
  }

  private func page(_ found: [Ordered], limit: Int, _ cursor: SearchCursor) -> Page {
    var page = Page(hits: Array(found.prefix(limit)))
    guard found.count > limit, let last = page.hits.last else { return page }
    var next = cursor
    (next.score, next.key) = (last.score, facts.keys[last.place])
    page.next = next
    return page
  }

  private var datedBeginning: SearchCursor {
    SearchCursor(query: mark, newest: facts.keys.first ?? 0, ranked: 0, score: 0, key: 0, ranking: [])
  }
}
