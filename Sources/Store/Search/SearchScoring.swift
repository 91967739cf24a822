import Foundation
import Model

/// Reads the scores of hits from the index.
struct SearchScoring {
  /// The most stories with a word that are counted; a word that stands in more counts as one that stands in all.
  private static let countedMax = 20_000

  /// From so many places on, only the rows between the lowest and the highest serial are read.
  private static let rangeMin = 1_000

  static let allScores: SQLText =
    "SELECT rowid, story_score(search_index, ?2) FROM search_index WHERE search_index MATCH ?1"
  static let someScores: SQLText = allScores + "AND rowid BETWEEN ?3 AND ?4"
  static let count: SQLText =
    "SELECT count(*) FROM (SELECT 1 FROM search_index WHERE search_index MATCH ? LIMIT ?)"
  static let meanLength: SQLText =
    "SELECT story_length(search_index) FROM search_index WHERE search_index MATCH ? LIMIT 1"

  let session: Session
  let facts: SearchFacts
  let expression: SearchExpression

  /// The mean length, then for each phrase how much it weighs: the rarer, the more.
  func ranking() throws -> [Float] {
    guard let required = expression.required else { return [] }
    let mean = try meanLength("\"\(SearchTokens.boundary)\"") ?? meanLength(required) ?? 1
    guard expression.parts.count > 1 else {
      return [Float(mean)] + [Float](repeating: 1, count: expression.parts[0].phrases)
    }
    return try [Float(mean)]
      + expression.parts.flatMap { part in
        let counted = try session.number(SearchScoring.count, [part.text, SearchScoring.countedMax])
        let with = counted < SearchScoring.countedMax ? counted : max(counted, facts.count)
        let weight = Float(log(1 + (Double(max(0, facts.count - with)) + 0.5) / (Double(with) + 0.5)))
        return [Float](repeating: weight, count: part.phrases)
      }
  }

  /// Any row tells it. Nearly every story has a boundary, and that row is had at once, where a single character is
  /// looked for among all the pairs that begin with it.
  private func meanLength(_ expression: String) throws -> Double? {
    try session.first(SearchScoring.meanLength, [expression]) { $0.number() }
  }

  /// The scores of places, each at least 0; all 0 where nothing but filters is asked for.
  func scores(of places: [Int], _ ranking: [Float]) throws -> [Double] {
    var scores = [Double](repeating: 0, count: places.count)
    guard let required = expression.required, !places.isEmpty else { return scores }
    let blob = ranking.withUnsafeBytes { Data($0) }
    let serials = places.map(facts.serial)
    var values: [Bound] = [required, blob]
    let isSome = places.count >= SearchScoring.rangeMin
    if isSome { values += [serials.min(), serials.max()] }
    let order = serials.indices.sorted { serials[$0] < serials[$1] }
    var at = 0
    _ = try session.rows(isSome ? SearchScoring.someScores : SearchScoring.allScores, values) { columns in
      let serial = columns.integer()
      while at < order.count, serials[order[at]] < serial { at += 1 }
      if at < order.count, serials[order[at]] == serial { scores[order[at]] = columns.number() }
    }
    return scores
  }
}
