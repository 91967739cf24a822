import Foundation
import Model

/// Where a page of hits ended, and how they were ordered: as text for addresses. What was published since changes
/// nothing in the order of what was there.
struct SearchCursor: Equatable {
  /// The longest cursor in characters; a longer one is none.
  static let textMax = 400

  /// Ties the cursor to its query and order.
  var query: UInt64
  /// The key of the newest story when the search began: newer ones are left out of its further pages.
  var newest: UInt64
  /// The key of the oldest story that was ordered by relevance; `.max` where all were, 0 where none was.
  var ranked: UInt64
  /// The score and key of the last hit shown; its score is 0 where it was not ranked.
  var score: Double
  var key: UInt64
  /// What the scores were made with: the mean length, then the weights of the phrases.
  var ranking: [Float]

  /// URL-safe Base64 of its numbers.
  var text: String {
    var data = Data()
    for number in [query, newest, ranked, score.bitPattern, key] {
      withUnsafeBytes(of: number.littleEndian) { data.append(contentsOf: $0) }
    }
    for number in ranking { withUnsafeBytes(of: number.bitPattern.littleEndian) { data.append(contentsOf: $0) } }
    return data.base64EncodedString().replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
  }

  /// Nil for a text that is none.
  init?(_ text: String) {
    guard text.utf8.count <= SearchCursor.textMax else { return nil }
    let plain = text.replacing("-", with: "+").replacing("_", with: "/")
    let padding = String(repeating: "=", count: (4 - plain.utf8.count % 4) % 4)
    guard let data = Data(base64Encoded: plain + padding), data.count >= 40, data.count % 4 == 0 else { return nil }
    let bytes = Array(data)
    func number(_ start: Int, _ width: Int) -> UInt64 {
      bytes[start..<(start + width)].reversed().reduce(0) { $0 << 8 | UInt64($1) }
    }
    (query, newest, ranked) = (number(0, 8), number(8, 8), number(16, 8))
    (score, key) = (Double(bitPattern: number(24, 8)), number(32, 8))
    ranking = stride(from: 40, to: bytes.count, by: 4).map { Float(bitPattern: UInt32(number($0, 4))) }
    guard score.isFinite, ranking.allSatisfy({ $0.isFinite && $0 >= 0 }) else { return nil }
  }

  init(query: UInt64, newest: UInt64, ranked: UInt64, score: Double, key: UInt64, ranking: [Float]) {
    self.query = query
    self.newest = newest
    self.ranked = ranked
    self.score = score
    self.key = key
    self.ranking = ranking
  }

  /// The mark of a query: the same for the same text and order, in every process.
  static func mark(_ request: SearchRequest) -> UInt64 {
    let hash = ContentHash.text(of: Array("\(request.sort.rawValue) \(request.text)".utf8))
    return UInt64(hash.prefix(16), radix: 16) ?? 0
  }
}
