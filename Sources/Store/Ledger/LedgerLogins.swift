package import Foundation
package import Model

extension Ledger {
  static let triesOf: SQLText = "SELECT made FROM login_try WHERE subject = ? AND made > ? ORDER BY made"
  static let loginByHash: SQLText = LoginTable.select + "WHERE hash = ?"

  /// Adds a login by the hash of its secret.
  package func add(_ login: Login, hash: String) throws {
    try session.run(
      """
      INSERT INTO login (hash, id, person, made, seen, expires, origin, agent, two_factor)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
      """,
      [
        hash, login.id.description, login.person.description, Stored.instant(login.made), Stored.instant(login.seen),
        Stored.instant(login.expires), login.origin, login.agent, login.hasSecondFactor,
      ])
  }

  /// A login by the hash of its secret, also one that has ended by its time; nil when there is none.
  package func login(hash: String) throws -> Login? {
    try session.first(Ledger.loginByHash, [hash], LoginTable.read)
  }

  /// A person's logins, the last used first.
  package func logins(of person: ID<Person>) throws -> [Login] {
    try session.rows(
      LoginTable.select + "WHERE person = ? ORDER BY seen DESC, id", [person.description], LoginTable.read)
  }

  /// Notes that a login was used.
  package func touch(login id: ID<Login>, at now: Date) throws {
    try session.run("UPDATE login SET seen = ? WHERE id = ?", [Stored.instant(now), id.description])
  }

  /// Gives a login a new secret by its hash, and sets how long it holds and whether the second factor was given.
  package func rotate(_ login: Login, hash: String) throws {
    try session.run(
      "UPDATE login SET hash = ?, seen = ?, expires = ?, two_factor = ? WHERE id = ?",
      [
        hash, Stored.instant(login.seen), Stored.instant(login.expires), login.hasSecondFactor, login.id.description,
      ])
  }

  /// Ends a login.
  package func end(login id: ID<Login>) throws {
    try session.run("DELETE FROM login WHERE id = ?", [id.description])
  }

  /// Ends all logins of a person but one.
  package func endLogins(of person: ID<Person>, except id: ID<Login>? = nil) throws {
    try session.run(
      "DELETE FROM login WHERE person = ? AND id <> ?", [person.description, id?.description ?? ""])
  }

  /// Forgets logins that ended by their time.
  package func sweepLogins(at now: Date) throws {
    try session.run("DELETE FROM login WHERE expires <= ?", [Stored.instant(now)])
  }

  /// Adds a try to sign in, of an account or from an address. Returns its number.
  package func add(loginTry subject: String, at now: Date) throws -> Int {
    try session.run("INSERT INTO login_try (subject, made) VALUES (?, ?)", [subject, Stored.instant(now)])
    return try session.number("SELECT last_insert_rowid()")
  }

  /// The times of the tries of a subject since an instant, the oldest first.
  package func loginTries(of subject: String, since: Date) throws -> [Date] {
    try session.rows(Ledger.triesOf, [subject, Stored.instant(since)]) { Stored.date($0.integer()) }
  }

  /// Forgets all tries of a subject.
  package func forgetLoginTries(of subject: String) throws {
    try session.run("DELETE FROM login_try WHERE subject = ?", [subject])
  }

  /// Forgets one try by its number.
  package func forget(loginTry number: Int) throws {
    try session.run("DELETE FROM login_try WHERE number = ?", [number])
  }

  /// Forgets the tries from before an instant.
  package func sweepLoginTries(before: Date) throws {
    try session.run("DELETE FROM login_try WHERE made <= ?", [Stored.instant(before)])
  }
}

/// Logins, without their secrets.
enum LoginTable {
  static let select: SQLText = "SELECT id, person, made, seen, expires, origin, agent, two_factor FROM login"

  static func read(_ columns: inout Columns) throws -> Login {
    let id = columns.text()
    guard let identity = ID<Login>(id) else { throw Stored.broken("the id of a login", id) }
    return Login(
      id: identity, person: try Stored.person(columns.text()), made: Stored.date(columns.integer()),
      seen: Stored.date(columns.integer()), expires: Stored.date(columns.integer()), origin: columns.text(),
      agent: columns.text(), hasSecondFactor: columns.flag())
  }
}
