package import Foundation
package import Model

/// Writes within one transaction. The newsroom alone uses it: there the permission is checked and the record written.
package struct Ledger {
  let session: Session

  package init(session: Session) { self.session = session }

  /// Writes down who did what, when and why, and makes everything made before stale. The hashes are of what the act
  /// changed; none before for something new.
  package func record(_ record: Record) throws {
    try session.run(
      """
      INSERT INTO record (made, actor, act, subject, hash_before, hash_after, why, detail)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)
      """,
      [
        Stored.instant(record.made), record.actor, record.act, record.subject, record.hashBefore, record.hashAfter,
        record.why, record.detail.text,
      ])
    try session.run("UPDATE generation SET number = number + 1 WHERE one = 1")
  }

  /// The record, the newest first.
  package func records(limit: Int) throws -> [Record] {
    try session.rows(
      """
      SELECT made, actor, act, subject, hash_before, hash_after, why, detail FROM record ORDER BY number DESC LIMIT ?
      """, [limit]
    ) { columns in
      Record(
        made: Stored.date(columns.integer()), actor: columns.text(), act: columns.text(), subject: columns.text(),
        hashBefore: columns.optionalText(), hashAfter: columns.text(), why: columns.text(),
        detail: try JSON(text: columns.text()))
    }
  }
}

/// One line of the record. It is never changed or deleted.
package struct Record: Sendable, Equatable {
  package let made: Date
  package let actor: String
  package let act: String
  /// What was changed: the key of an issue, or empty.
  package let subject: String
  package let hashBefore: String?
  package let hashAfter: String
  package let why: String
  package let detail: JSON

  package init(
    made: Date, actor: String, act: String, subject: String, hashBefore: String?, hashAfter: String, why: String,
    detail: JSON
  ) {
    self.made = made
    self.actor = actor
    self.act = act
    self.subject = subject
    self.hashBefore = hashBefore
    self.hashAfter = hashAfter
    self.why = why
    self.detail = detail
  }
}
