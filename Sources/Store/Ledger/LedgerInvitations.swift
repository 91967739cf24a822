package import Foundation
package import Model

extension Ledger {
  /// Adds an invitation by the hash of its secret; those of the same person from before hold no more.
  package func add(invitation hash: String, of person: ID<Person>, expires: Date, at now: Date) throws {
    try endInvitations(of: person)
    try session.run(
      "INSERT INTO invitation (hash, person, made, expires) VALUES (?, ?, ?, ?)",
      [hash, person.description, Stored.instant(now), Stored.instant(expires)])
  }

  /// Whom an invitation is for; nil when there is none such, it was used, or it is too old.
  package func invited(by hash: String, at now: Date) throws -> ID<Person>? {
    try session.first(
      "SELECT person FROM invitation WHERE hash = ? AND used IS NULL AND expires > ?", [hash, Stored.instant(now)]
    ) { try Stored.person($0.text()) }
  }

  /// Uses an invitation.
  package func use(invitation hash: String, at now: Date) throws {
    try session.run("UPDATE invitation SET used = ? WHERE hash = ?", [Stored.instant(now), hash])
  }

  /// Lets no link of a person hold any more.
  package func endInvitations(of person: ID<Person>) throws {
    try session.run("DELETE FROM invitation WHERE person = ? AND used IS NULL", [person.description])
  }
}
