import GRDB
import GRDBSQLite

/// `story_score(search_index, ranking)`: bm25 of one row, weighted by column.
///
/// SQLite's own bm25 depends on all other rows, so that a score would change with each story published, and reads every
/// row of a common word to learn how rare it is. This one is told both: `ranking` is a blob of 32-bit floats in the
/// machine's order, the mean length of a story in tokens, then for each phrase of the expression how much it weighs.
/// `story_length(search_index)` is the mean length.
enum SearchScore {
  /// The weights of the columns in the order of the index: body, headline, kicker, subhead, bylines.
  static let columnWeights: (Float, Float, Float, Float, Float) = (1, 8, 3, 3, 3)
  /// The usual parameters of bm25: how soon further occurrences count less, and how much length counts.
  static let saturation: Float = 1.2
  static let lengthShare: Float = 0.75

  static func register(in database: Database) {
    let api = UnsafeMutablePointer(mutating: FTS5.api(database))
    _ = api.pointee.xCreateFunction(api, "story_score", nil, score, nil)
    _ = api.pointee.xCreateFunction(api, "story_length", nil, length, nil)
  }

  private static let length: fts5_extension_function = { api, row, result, _, _ in
    guard let api = api?.pointee else { return }
    var (tokens, rows): (Int64, Int64) = (0, 0)
    guard api.xColumnTotalSize(row, -1, &tokens) == SQLITE_OK, api.xRowCount(row, &rows) == SQLITE_OK else {
      return sqlite3_result_error(result, "the sizes of the index cannot be read", -1)
    }
    sqlite3_result_double(result, Double(tokens) / Double(max(1, rows)))
  }

  private static let score: fts5_extension_function = { api, row, result, count, values in
    guard let api = api?.pointee, count == 1, let value = values?[0], let blob = sqlite3_value_blob(value) else {
      return sqlite3_result_error(result, "story_score needs its ranking", -1)
    }
    let size = MemoryLayout<Float>.size
    let phrases = min(Int(api.xPhraseCount(row)), Int(sqlite3_value_bytes(value)) / size - 1)
    let mean = max(1, blob.loadUnaligned(as: Float.self))
    var tokens: Int32 = 0
    guard api.xColumnSize(row, -1, &tokens) == SQLITE_OK else {
      return sqlite3_result_error(result, "the size of a story cannot be read", -1)
    }
    let length = saturation * (1 - lengthShare + lengthShare * Float(tokens) / mean)
    var sum: Float = 0
    for phrase in 0..<max(0, phrases) {
      let weight = blob.loadUnaligned(fromByteOffset: (phrase + 1) * size, as: Float.self)
      guard weight > 0 else { continue }
      var place = Fts5PhraseIter()
      var (column, offset): (Int32, Int32) = (-1, 0)
      var often: Float = 0
      guard api.xPhraseFirst(row, Int32(phrase), &place, &column, &offset) == SQLITE_OK else { continue }
      while column >= 0 {
        often += columnWeight(column)
        api.xPhraseNext(row, &place, &column, &offset)
      }
      sum += weight * often * (saturation + 1) / (often + length)
    }
    sqlite3_result_double(result, Double(sum))
  }

  private static func columnWeight(_ column: Int32) -> Float {
    switch column {
    case 0: columnWeights.0
    case 1: columnWeights.1
    case 2: columnWeights.2
    case 3: columnWeights.3
    default: columnWeights.4
    }
  }
}
