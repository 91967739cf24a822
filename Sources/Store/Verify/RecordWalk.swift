import Model

/// Walks the record from its first line: every link, no number left out, and the seals of each line.
struct RecordWalk {
  static let lines: SQLText = """
    SELECT number, made, actor, act, subject, hash_before, hash_after, why, detail, person, origin, chain FROM record
    ORDER BY number
    """
  static let orphans: SQLText = """
    SELECT DISTINCT s.record FROM record_seal s WHERE NOT EXISTS (SELECT 1 FROM record r WHERE r.number = s.record)
    """

  let session: Session

  func run(into found: inout Verification) throws {
    var (previous, expected, sealing) = ("", 1, false)
    try session.each(RecordWalk.lines) { columns in
      let line = RawLine(&columns)
      found.lines += 1
      if line.number != expected {
        found.add(RecordWalk.gap(from: expected, to: line.number - 1, before: line.number))
      }
      if line.link(after: previous) != line.chain { found.add(RecordWalk.changed(line.number)) }
      let seals = try session.rows(SealTable.ofRecord, [line.number], SealTable.read)
      let isSealed = line.seal != nil
      if isSealed || !seals.isEmpty, line.seal != Seal.hash(of: seals) { found.add(RecordWalk.unsealed(line.number)) }
      sealing = sealing || isSealed
      if !sealing { found.olderLines += 1 }
      (previous, expected) = (line.chain, line.number + 1)
    }
    for number in try session.rows(RecordWalk.orphans, [], { $0.integer() }) {
      found.add(RecordWalk.gap(from: number, to: number, before: number))
    }
    try checkSequences(last: expected - 1, &found)
  }

  /// The database counts what it was ever given: rows taken away at the end show by that.
  private func checkSequences(last: Int, _ found: inout Verification) throws {
    let counted: [(table: String, sql: SQLText)] = [
      ("record", "SELECT max(number) FROM record"), ("review_event", "SELECT max(number) FROM review_event"),
      ("story", "SELECT max(number) FROM story"),
    ]
    for (table, sql) in counted {
      let here = try session.number(sql)
      let given = try session.number("SELECT max(seq) FROM sqlite_sequence WHERE name = ?", [table])
      guard here != given else { continue }
      found.add(
        RecordFault(
          .missing, line: table == "record" ? min(here, given) + 1 : nil, place: table,
          Wording(
            "The last row of \(table) is \(here), but the database has given out \(given).",
            "\(table) 的最后一行是 \(here)，而数据库已编到 \(given)。")))
    }
  }

  private static func changed(_ number: Int) -> RecordFault {
    RecordFault(
      .line, line: number, place: "record \(number)",
      Wording(
        "Line \(number) of the record is not what it was when it was written, or a line before it is gone.",
        "记录第 \(number) 条与写入时不符，或其前有记录缺失。"))
  }

  private static func unsealed(_ number: Int) -> RecordFault {
    RecordFault(
      .seal, line: number, place: "record \(number)",
      Wording(
        "What stands beside line \(number) of the record of the things it changed is not what was written.",
        "记录第 \(number) 条所附的封存值与写入时不符。"))
  }

  private static func gap(from first: Int, to last: Int, before number: Int) -> RecordFault {
    RecordFault(
      .missing, line: first, place: "record \(first)",
      last > first
        ? Wording("Lines \(first) to \(last) of the record are missing.", "记录缺少第 \(first) 至 \(last) 条。")
        : Wording("Line \(first) of the record is missing, or out of its place.", "记录第 \(first) 条缺失或错位。"))
  }
}

/// A line of the record, column by column as it is stored.
struct RawLine {
  let number: Int
  let made: Int
  let record: Record?
  /// What the line says of its seals; nil where it sealed nothing.
  let seal: String?
  let chain: String

  init(_ columns: inout Columns) {
    (number, made) = (columns.integer(), columns.integer())
    let (actor, act, subject) = (columns.text(), columns.text(), columns.text())
    let (before, after, why) = (columns.optionalText(), columns.text(), columns.text())
    let (text, personText, origin) = (columns.text(), columns.optionalText(), columns.text())
    chain = columns.text()
    let date = Stored.date(made)
    // A line that reads otherwise than it is written was not written by us; it has no link then.
    let detail = try? JSON(text: text)
    let person = personText.flatMap(ID<Person>.init)
    seal = detail?[Seal.detailKey]?.string
    guard let detail, detail.text == text, person?.description == personText, Stored.instant(date) == made, before != ""
    else {
      record = nil
      return
    }
    record = Record(
      made: date, actor: actor, person: person, origin: origin, act: act, subject: subject, hashBefore: before,
      hashAfter: after, why: why, detail: detail)
  }

  /// Nil for a line that cannot have been written.
  func link(after previous: String) -> String? {
    record.map { RecordChain.link($0, number: number, after: previous) }
  }
}
