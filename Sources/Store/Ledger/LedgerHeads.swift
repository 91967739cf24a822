package import Foundation
package import Model

extension Ledger {
  /// The act of a line that says that a day was sealed. Such lines alone make no day that needs a head.
  package static let sealDayAct = "seal-day"

  static let firstUnsealed: SQLText = """
    SELECT made FROM record WHERE number > ? AND act <> 'seal-day' ORDER BY number LIMIT 1
    """
  static let lastBefore: SQLText = """
    SELECT number, chain FROM record WHERE number > ? AND made < ? ORDER BY number DESC LIMIT 1
    """

  /// The newest head; nil where no day was sealed yet.
  package func lastHead() throws -> RecordHead? {
    try session.first(HeadTable.select + "ORDER BY day DESC LIMIT 1", [], HeadTable.read)
  }

  /// When the first act was done that no head covers; nil when there is none.
  package func firstAct(after number: Int) throws -> Date? {
    try session.first(Ledger.firstUnsealed, [number]) { Stored.date($0.integer()) }
  }

  /// The last line behind another that was written before an instant.
  package func lastLine(after number: Int, before instant: Date) throws -> (number: Int, chain: String)? {
    try session.first(Ledger.lastBefore, [number, Stored.instant(instant)]) { ($0.integer(), $0.text()) }
  }

  /// Adds the head of a day, which stays as it is for ever.
  package func add(_ head: RecordHead) throws {
    touched.touch(new: .head(head.day.description))
    try session.run(
      "INSERT INTO record_head (day, number, chain, key, signature) VALUES (?, ?, ?, ?, ?)",
      [head.day.description, head.number, head.chain, head.key, head.signature])
  }
}

/// Reads the heads of the record.
enum HeadTable {
  static let select: SQLText = "SELECT day, number, chain, key, signature FROM record_head"
  static let newest: SQLText = select + "ORDER BY day DESC LIMIT ?"

  static func read(_ columns: inout Columns) throws -> RecordHead {
    RecordHead(
      day: try Stored.day(columns.text()), number: columns.integer(), chain: columns.text(), key: columns.text(),
      signature: columns.text())
  }
}
