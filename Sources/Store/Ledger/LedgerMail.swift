package import Foundation
package import Model

extension Ledger {
  /// Letters that wait at most; what comes then is not taken.
  package static let mailWaitingMax = 10_000
  /// The most characters of a subject, of what a server said.
  package static let mailLineMax = 300

  /// Characters of a letter.
  package static let mailTextMax = 20_000

  static let mailWaiting: SQLText = "SELECT count(*) FROM (SELECT 1 FROM mail WHERE state = 'waiting' LIMIT ?)"
  static let mailDue: SQLText = MailTable.select + "WHERE state = 'waiting' AND due <= ? ORDER BY due, number LIMIT ?"

  static let mailFailed: SQLText = MailTable.select + "WHERE state = 'failed' ORDER BY number DESC LIMIT ?"
  static let mailSweep: SQLText = "DELETE FROM mail WHERE state <> 'waiting' AND due < ?"

  /// Puts a letter into the queue. False when the queue is full, which the caller may let pass.
  @discardableResult
  package func queue(mail: Mail) throws -> Bool {
    let waiting = try session.number(Ledger.mailWaiting, [Ledger.mailWaitingMax])
    guard waiting < Ledger.mailWaitingMax else { return false }
    try session.run(
      "INSERT INTO mail (recipient, subject, text, made, due) VALUES (?, ?, ?, ?, ?)",
      [
        mail.recipient, String(mail.subject.prefix(Ledger.mailLineMax)), String(mail.text.prefix(Ledger.mailTextMax)),
        Stored.instant(mail.made), Stored.instant(mail.due),
      ])
    return true
  }

  /// Letters whose time has come, the longest due first.
  package func mail(due now: Date, limit: Int) throws -> [Mail] {
    try session.rows(Ledger.mailDue, [Stored.instant(now), limit], MailTable.read)
  }

  /// Letters that were given up, the newest first.
  package func failedMail(limit: Int) throws -> [Mail] {
    try session.rows(Ledger.mailFailed, [limit], MailTable.read)
  }

  /// Sets how far a letter is. The text of one that waits no more is forgotten: it may hold a secret.
  package func change(_ mail: Mail) throws {
    try session.run(
      """
      UPDATE mail SET due = ?1, tries = ?2, state = ?3, fault = ?4,
        text = CASE ?3 WHEN 'waiting' THEN text ELSE '' END WHERE number = ?5
      """,
      [
        Stored.instant(mail.due), mail.tries, mail.state.rawValue, String(mail.fault.prefix(Ledger.mailLineMax)),
        mail.number,
      ])
  }

  /// Forgets letters that were done with before an instant.
  package func sweepMail(before: Date) throws {
    try session.run(Ledger.mailSweep, [Stored.instant(before)])
  }
}

/// The queue of letters.
enum MailTable {
  static let select: SQLText = "SELECT number, recipient, subject, text, made, due, tries, state, fault FROM mail "

  static func read(_ columns: inout Columns) throws -> Mail {
    let (number, recipient, subject) = (columns.integer(), columns.text(), columns.text())
    let (text, made, due) = (columns.text(), Stored.date(columns.integer()), Stored.date(columns.integer()))
    let (tries, state) = (columns.integer(), columns.text())
    guard let found = Mail.State(rawValue: state) else { throw Stored.broken("the state of a letter", state) }
    return Mail(
      number: number, recipient: recipient, subject: subject, text: text, made: made, due: due, tries: tries,
      state: found, fault: columns.text())
  }
}
