package import Model

/// Writes within one transaction. The newsroom alone uses it: there the permission is checked and the record written.
package struct Ledger {
  let session: Session

  package init(session: Session) { self.session = session }

  /// Writes down who did what, when, from where and why, linked to the line before. The hashes are of what the act
  /// changed; none before for something new. `isPublic` makes everything that readers were shown stale.
  package func record(_ record: Record, isPublic: Bool = true) throws {
    let last = try session.first("SELECT number, chain FROM record ORDER BY number DESC LIMIT 1") { columns in
      (number: columns.integer(), chain: columns.text())
    }
    let number = (last?.number ?? 0) + 1
    let chain = RecordChain.link(record, number: number, after: last?.chain ?? "")
    try session.run(
      """
      INSERT INTO record
        (number, made, actor, act, subject, hash_before, hash_after, why, detail, person, origin, chain)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """,
      [
        number, Stored.instant(record.made), record.actor, record.act, record.subject, record.hashBefore,
        record.hashAfter, record.why, record.detail.text, record.person?.description, record.origin, chain,
      ])
    if isPublic { try session.run("UPDATE generation SET number = number + 1 WHERE one = 1") }
  }

  /// The record, the newest first.
  package func records(limit: Int) throws -> [Record] {
    try session.rows(RecordTable.select + "ORDER BY number DESC LIMIT ?", [limit], RecordTable.read).map(\.record)
  }
}
