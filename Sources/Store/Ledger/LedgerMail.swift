package import Foundation
package import Model

extension Ledger {
  /// Letters that wait at most; what comes then is not taken.
  package static let mailWaitingMax = 10_000
  /// The most characters of a subject, of what a server said.
  package static let mailLineMax = 300

  /// Characters of a letter.
  package static let mailTextMax = 20_000

  static let mailFound: SQLText = MailTable.select + "WHERE number = ?"
  static let mailWaiting: SQLText = "SELECT count(*) FROM (SELECT 1 FROM mail WHERE state = 'waiting' LIMIT ?)"
  static let mailDue: SQLText = MailTable.select + "WHERE state = 'waiting' AND due <= ? ORDER BY due, number LIMIT ?"

  static let mailFailed: SQLText = MailTable.select + "WHERE state = 'failed' ORDER BY number DESC LIMIT ?"
  static let mailFailedCount: SQLText = "SELECT count(*) FROM mail WHERE state = 'failed'"
  static let mailSweep: SQLText = "DELETE FROM mail WHERE state <> 'waiting' AND due < ?"

  /// Puts a letter into the queue. False when the queue is full, which the caller may let pass.
  @discardableResult
  package func queue(mail: Mail) throws -> Bool {
    guard try takesMail() else { return false }
    try session.run(
      "INSERT INTO mail (recipient, subject, text, made, due) VALUES (?, ?, ?, ?, ?)",
      [
        mail.recipient, String(mail.subject.prefix(Ledger.mailLineMax)), String(mail.text.prefix(Ledger.mailTextMax)),
        Stored.instant(mail.made), Stored.instant(mail.due),
      ])
    return true
  }

  /// Whether there is room for one more letter that waits.
  package func takesMail() throws -> Bool {
    try session.number(Ledger.mailWaiting, [Ledger.mailWaitingMax]) < Ledger.mailWaitingMax
  }

  /// Letters whose time has come, the longest due first.
  package func mail(due now: Date, limit: Int) throws -> [Mail] {
    try session.rows(Ledger.mailDue, [Stored.instant(now), limit], MailTable.read)
  }

  /// Letters that were given up, the newest first.
  package func failedMail(limit: Int) throws -> [Mail] {
    try session.rows(Ledger.mailFailed, [limit], MailTable.read)
  }

  /// How many letters were given up.
  package func failedMailCount() throws -> Int {
    try session.number(Ledger.mailFailedCount)
  }

  /// A letter of the queue; nil when there is none of that number.
  package func mail(number: Int) throws -> Mail? {
    try session.first(Ledger.mailFound, [number], MailTable.read)
  }

  /// Sets how far a letter is, and what is kept of its text.
  package func change(_ mail: Mail) throws {
    try session.run(
      "UPDATE mail SET due = ?, tries = ?, state = ?, fault = ?, text = ? WHERE number = ?",
      [
        Stored.instant(mail.due), mail.tries, mail.state.rawValue, String(mail.fault.prefix(Ledger.mailLineMax)),
        mail.text, mail.number,
      ])
  }

  /// Forgets a letter that waits no more.
  package func remove(mail number: Int) throws {
    try session.run("DELETE FROM mail WHERE number = ? AND state <> 'waiting'", [number])
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
