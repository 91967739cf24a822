import Model

/// What an act did to one unit: its digest before and after, empty for not there.
struct Seal: Equatable {
  let unit: String
  let before: String
  let after: String

  /// What a line of the record says of all its seals: with it they are part of the chain. The order is by the bytes of
  /// the units' names.
  static func hash(of seals: [Seal]) -> String {
    var hash = ContentHash()
    for seal in seals { hash.add(Array("\(seal.unit) \(seal.before) \(seal.after)\n".utf8)) }
    return hash.text
  }

  /// Where that stands in the detail of a line.
  static let detailKey = "seal"
}

/// Writes and reads the seals that stand beside the record.
enum SealTable {
  static let ofRecord: SQLText =
    "SELECT unit, before, after FROM record_seal WHERE record = ? ORDER BY unit"
  /// What a unit was when an act last changed it.
  static let last: SQLText =
    "SELECT after FROM record_seal WHERE unit = ? ORDER BY record DESC LIMIT 1"

  static func read(_ columns: inout Columns) -> Seal {
    Seal(unit: columns.text(), before: columns.text(), after: columns.text())
  }

  static func add(_ seal: Seal, to record: Int, _ session: Session) throws {
    try session.run(
      "INSERT INTO record_seal (record, unit, before, after) VALUES (?, ?, ?, ?)",
      [record, seal.unit, seal.before, seal.after])
  }
}
