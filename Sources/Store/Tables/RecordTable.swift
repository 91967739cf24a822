import Model

/// Lines of the record.
enum RecordTable {
  static let select: SQLText = """
    SELECT number, made, actor, act, subject, hash_before, hash_after, why, detail, person, origin, chain FROM record
    """

  static func read(_ columns: inout Columns) throws -> RecordLine {
    let number = columns.integer()
    let made = Stored.date(columns.integer())
    let (actor, act, subject) = (columns.text(), columns.text(), columns.text())
    let (before, after, why) = (columns.optionalText(), columns.text(), columns.text())
    let detail = try JSON(text: columns.text())
    let person = try columns.optionalText().map(Stored.person)
    let record = Record(
      made: made, actor: actor, person: person, origin: columns.text(), act: act, subject: subject,
      hashBefore: before, hashAfter: after, why: why, detail: detail)
    return RecordLine(number: number, record: record, chain: columns.text())
  }
}

extension RecordChain {
  /// Links the lines of a record that was kept before there were links, and closes it again.
  static let chainAll: @Sendable (Session) throws -> Void = { session in
    var previous = ""
    for line in try session.rows(RecordTable.select + "ORDER BY number", [], RecordTable.read) {
      previous = RecordChain.link(line.record, number: line.number, after: previous)
      try session.run("UPDATE record SET chain = ? WHERE number = ?", [previous, line.number])
    }
    try session.run(
      """
      CREATE TRIGGER record_stays BEFORE UPDATE ON record
      BEGIN SELECT raise(ABORT, 'the record never changes'); END
      """)
  }
}
