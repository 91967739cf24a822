import Model

/// Holds every sealed thing against its seals: each act found what the one before had left, and what stands now is what
/// the last one left.
struct SealWalk {
  static let byUnit: SQLText = "SELECT unit, record, before, after FROM record_seal ORDER BY unit, record"
  static let act: SQLText = "SELECT act, actor FROM record WHERE number = ?"

  let session: Session

  /// The last seal that was read.
  private struct Last {
    let unit: String
    let record: Int
    let after: String
  }

  func run(into found: inout Verification) throws {
    var last: Last?
    try session.each(SealWalk.byUnit) { columns in
      let (unit, record) = (columns.text(), columns.integer())
      let (before, after) = (columns.text(), columns.text())
      if let last, last.unit == unit {
        if last.after != before { found.add(SealWalk.between(unit, last.record, record)) }
      } else {
        if let last { try check(last, &found) }
        if !before.isEmpty { found.add(SealWalk.unmade(unit, record)) }
      }
      last = Last(unit: unit, record: record, after: after)
    }
    if let last { try check(last, &found) }
  }

  private func check(_ last: Last, _ found: inout Verification) throws {
    found.units += 1
    if let unit = SealUnit(last.unit), try SealDigest(session: session).of(unit) == last.after { return }
    let who = try session.first(SealWalk.act, [last.record]) { "\($0.text()), \($0.text())" } ?? ""
    found.add(
      RecordFault(
        .state, line: last.record, place: last.unit,
        Wording(
          "\(last.unit) is not what line \(last.record) of the record (\(who)) left.",
          "\(last.unit) 与记录第 \(last.record) 条（\(who)）留下的不符。")))
  }

  private static func between(_ unit: String, _ earlier: Int, _ later: Int) -> RecordFault {
    RecordFault(
      .between, line: later, place: unit,
      Wording(
        "\(unit) was changed between line \(earlier) and line \(later) of the record by no act.",
        "\(unit) 在记录第 \(earlier) 条与第 \(later) 条之间被改动，没有对应的操作。"))
  }

  private static func unmade(_ unit: String, _ line: Int) -> RecordFault {
    RecordFault(
      .between, line: line, place: unit,
      Wording(
        "Line \(line) of the record found \(unit) already there, and no line before says where it came from.",
        "记录第 \(line) 条之前，\(unit) 已经存在，却没有记录说明来历。"))
  }
}
