package import Foundation
package import Model
import Store

/// Makes a token by which a program acts for who is signed in, within some of their acts and for some time.
struct MakeToken: Sendable {
  let name: String
  let scopes: Set<Act>
  let expires: Date
  let secret: String
  let session: AccountSession
  let now: Date

  func perform(_ ledger: Ledger) throws -> APIToken {
    let (account, _) = try Proof.current(session, ledger, at: now)
    let person = account.person
    let name = name.trimmingCharacters(in: .whitespaces)
    try LineCheck.check(name, Wording("The name", "名称"), max: APIToken.nameMax, place: "name")
    guard !name.isEmpty else { throw Refusal(.empty(what: Wording("The name", "名称")), place: "name") }
    guard !scopes.isEmpty else { throw Refusal(.empty(what: Wording("What it may do", "权限范围")), place: "scope") }
    for scope in scopes.sorted(by: { $0.rawValue < $1.rawValue }) where !session.actor.acts.contains(scope) {
      throw Refusal(.notAllowed(scope, actor: person.name), place: "scope")
    }
    guard expires > now, expires.timeIntervalSince(now) <= AccountLimits.tokenLifeMax else {
      throw Refusal(
        .value(Wording("A token holds for one day to one year.", "令牌有效期为一天至一年。")), place: "days")
    }
    try ledger.sweepTokens(of: person.id, endedBefore: now.addingTimeInterval(-AccountLimits.tokenMemory))
    let held = try ledger.tokens(of: person.id).filter { $0.revoked == nil && $0.expires > now }
    guard held.count < AccountLimits.tokensMax else {
      throw Refusal(.beyondLimit(what: Wording("Tokens", "令牌数"), limit: AccountLimits.tokensMax), place: "")
    }
    let token = APIToken(
      id: ID(raw: UUID()), person: person.id, name: name, scopes: scopes, made: now, expires: expires)
    try ledger.add(token, hash: Secret.hash(secret))
    try MakeToken.record("make-token", token, of: person, session.actor, ledger, at: now)
    return token
  }

  static func record(
    _ act: String, _ token: APIToken, of person: Person, _ actor: Actor, _ ledger: Ledger, at now: Date
  ) throws {
    try ledger.record(
      act, actor, on: PeopleCheck.subject(person.login), after: person.hash,
      detail: .object([
        "token": .string(token.id.description), "name": .string(token.name),
        "scopes": .array(token.scopes.map(\.rawValue).sorted().map(JSON.string)),
      ]), at: now)
  }
}

/// A token with its secret, as it is shown once.
package struct MadeToken: Sendable {
  package let secret: String
  package let token: APIToken
}

extension Accounts {
  /// Makes a token for who is signed in. Throws `Refusal`: for an act that they do not hold themselves, too.
  package func makeToken(
    name: String, scopes: Set<Act>, expires: Date, in session: AccountSession
  ) async throws -> MadeToken {
    let secret = Secret.make(prefix: Secret.tokenPrefix)
    let token = try await perform { ledger, now in
      try MakeToken(
        name: name, scopes: scopes, expires: expires, secret: secret, session: session, now: now
      ).perform(ledger)
    }
    return MadeToken(secret: secret, token: token)
  }

  /// Takes a token of one's own back. Throws `Refusal`.
  package func revoke(token id: ID<APIToken>, in session: AccountSession) async throws {
    try await perform { ledger, now in
      let person = try Proof.current(session, ledger, at: now).account.person
      guard let token = try ledger.tokens(of: person.id).first(where: { $0.id == id }) else {
        throw Refusal(.notFound(Wording("token", "令牌")), place: "")
      }
      guard token.revoked == nil else { return }
      try ledger.revoke(token: id, at: now)
      try MakeToken.record("revoke-token", token, of: person, session.actor, ledger, at: now)
    }
  }
}
