package import Foundation
package import Model

/// A person with what proves that it is them. It never leaves the newsroom's accounts.
package struct PersonSecrets: Sendable {
  package let person: Person
  /// The hash of the password in its text form; nil for who was invited and has not come yet.
  package let password: String?
  /// The key of the second factor in Base32; nil where there is none.
  package let secondFactor: String?
  /// The number of the last step of time whose code was used.
  package let secondFactorLast: Int
}

extension Ledger {
  static let personByLogin: SQLText = PersonTable.selectSecrets + "WHERE login = ?"

  /// How many people there are, those who left among them.
  package func peopleCount() throws -> Int { try session.number("SELECT count(*) FROM person") }

  /// Everybody, by login.
  package func accounts() throws -> [Account] {
    try session.rows(PersonTable.selectAccounts + "ORDER BY login", [], PersonTable.readAccount)
  }

  /// An account by id; nil when there is none.
  package func account(_ id: ID<Person>) throws -> Account? {
    try session.first(PersonTable.selectAccounts + "WHERE id = ?", [id.description], PersonTable.readAccount)
  }

  /// An account by login; nil when there is none.
  package func account(login: String) throws -> Account? {
    try session.first(PersonTable.selectAccounts + "WHERE login = ?", [login], PersonTable.readAccount)
  }

  /// A person with their secrets, by login; nil when there is none.
  package func secrets(login: String) throws -> PersonSecrets? {
    try session.first(Ledger.personByLogin, [login], PersonTable.readSecrets)
  }

  /// A person with their secrets, by id; nil when there is none.
  package func secrets(of id: ID<Person>) throws -> PersonSecrets? {
    try session.first(PersonTable.selectSecrets + "WHERE id = ?", [id.description], PersonTable.readSecrets)
  }

  /// Adds a person, without a password where nil. The login is free.
  package func add(_ person: Person, password: String?, at now: Date) throws {
    try session.run(
      """
      INSERT INTO person (login, name, mail, language, roles, sections, active, password, made, id)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """,
      Ledger.values(person) + [password, Stored.instant(now), person.id.description])
  }

  /// Sets all of a person but their secrets.
  package func change(_ person: Person) throws {
    try session.run(
      """
      UPDATE person SET login = ?, name = ?, mail = ?, language = ?, roles = ?, sections = ?, active = ? WHERE id = ?
      """,
      Ledger.values(person) + [person.id.description])
  }

  private static func values(_ person: Person) -> [Bound] {
    [
      person.login, person.name, person.mail, person.language, Stored.list(person.roles.map(\.rawValue).sorted()),
      Stored.list(person.sections.sorted()), person.isActive,
    ]
  }

  /// Sets the hash of a password.
  package func set(password: String, of person: ID<Person>) throws {
    try session.run("UPDATE person SET password = ? WHERE id = ?", [password, person.description])
  }

  /// Sets or removes a second factor with the hashes of its recovery codes; those from before are gone.
  package func set(secondFactor: String?, last: Int, codes: [String], of person: ID<Person>) throws {
    try session.run(
      "UPDATE person SET second_factor = ?, second_factor_last = ? WHERE id = ?",
      [secondFactor, last, person.description])
    try replace(recoveryCodes: codes, of: person)
  }

  /// Sets the last step of time whose code was used.
  package func set(secondFactorLast: Int, of person: ID<Person>) throws {
    try session.run(
      "UPDATE person SET second_factor_last = ? WHERE id = ?", [secondFactorLast, person.description])
  }

  /// Sets the hashes of a person's recovery codes; those from before are gone.
  package func replace(recoveryCodes hashes: [String], of person: ID<Person>) throws {
    try session.run("DELETE FROM recovery_code WHERE person = ?", [person.description])
    for hash in hashes {
      try session.run("INSERT INTO recovery_code (person, hash) VALUES (?, ?)", [person.description, hash])
    }
  }

  /// How many recovery codes are left.
  package func recoveryCodesLeft(of person: ID<Person>) throws -> Int {
    try session.number(
      "SELECT count(*) FROM recovery_code WHERE person = ? AND used IS NULL", [person.description])
  }

  /// Uses a recovery code by its hash. False when there is none such, or it was used.
  package func use(recoveryCode hash: String, of person: ID<Person>, at now: Date) throws -> Bool {
    let left = try session.number(
      "SELECT count(*) FROM recovery_code WHERE person = ? AND hash = ? AND used IS NULL", [person.description, hash])
    guard left == 1 else { return false }
    try session.run(
      "UPDATE recovery_code SET used = ? WHERE person = ? AND hash = ?",
      [Stored.instant(now), person.description, hash])
    return true
  }
}
