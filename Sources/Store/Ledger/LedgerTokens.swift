package import Foundation
package import Model

extension Ledger {
  static let tokenByHash: SQLText = TokenTable.select + "WHERE hash = ?"

  /// Adds a token by the hash of its secret.
  package func add(_ token: APIToken, hash: String) throws {
    try session.run(
      """
      INSERT INTO api_token (hash, id, person, name, scopes, made, expires) VALUES (?, ?, ?, ?, ?, ?, ?)
      """,
      [
        hash, token.id.description, token.person.description, token.name,
        Stored.list(token.scopes.map(\.rawValue).sorted()), Stored.instant(token.made), Stored.instant(token.expires),
      ])
  }

  /// A token by the hash of its secret, also one that holds no more; nil when there is none.
  package func token(hash: String) throws -> APIToken? {
    try session.first(Ledger.tokenByHash, [hash], TokenTable.read)
  }

  /// A person's tokens, the newest first, those that hold no more among them.
  package func tokens(of person: ID<Person>) throws -> [APIToken] {
    try session.rows(
      TokenTable.select + "WHERE person = ? ORDER BY made DESC, id", [person.description], TokenTable.read)
  }

  /// Notes that a token was used.
  package func touch(token id: ID<APIToken>, at now: Date) throws {
    try session.run("UPDATE api_token SET seen = ? WHERE id = ?", [Stored.instant(now), id.description])
  }

  /// Takes a token back.
  package func revoke(token id: ID<APIToken>, at now: Date) throws {
    try session.run(
      "UPDATE api_token SET revoked = ? WHERE id = ? AND revoked IS NULL", [Stored.instant(now), id.description])
  }

  /// Takes all tokens of a person back.
  package func revokeTokens(of person: ID<Person>, at now: Date) throws {
    try session.run(
      "UPDATE api_token SET revoked = ? WHERE person = ? AND revoked IS NULL",
      [Stored.instant(now), person.description])
  }

  /// Forgets a person's tokens that ended before an instant.
  package func sweepTokens(of person: ID<Person>, endedBefore: Date) throws {
    try session.run(
      "DELETE FROM api_token WHERE person = ?1 AND (expires <= ?2 OR revoked <= ?2)",
      [person.description, Stored.instant(endedBefore)])
  }
}

/// Tokens, without their secrets.
enum TokenTable {
  static let select: SQLText = "SELECT id, person, name, scopes, made, seen, expires, revoked FROM api_token"

  static func read(_ columns: inout Columns) throws -> APIToken {
    let id = columns.text()
    guard let identity = ID<APIToken>(id) else { throw Stored.broken("the id of a token", id) }
    let (person, name) = (try Stored.person(columns.text()), columns.text())
    let scopes = Set(try Stored.list(columns.text()).compactMap(Act.init(rawValue:)))
    return APIToken(
      id: identity, person: person, name: name, scopes: scopes, made: Stored.date(columns.integer()),
      seen: columns.optionalInteger().map(Stored.date), expires: Stored.date(columns.integer()),
      revoked: columns.optionalInteger().map(Stored.date))
  }
}
