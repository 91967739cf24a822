import Foundation
package import Model
import Store

/// Ends sessions: one's own by signing out, one or all others of one's own, or all of somebody.
struct EndSession: Sendable {
  /// Which.
  enum Which: Sendable {
    case one(ID<Login>)
    case allOthers
  }

  let which: Which
  let session: AccountSession
  let now: Date

  func perform(_ ledger: Ledger) throws {
    let (account, login) = try Proof.current(session, ledger, at: now)
    let act: String
    switch which {
    case .one(let id):
      guard try ledger.logins(of: account.person.id).contains(where: { $0.id == id }) else {
        throw Refusal(.notFound(Wording("session", "登录")), place: "")
      }
      try ledger.end(login: id)
      act = id == login.id ? "sign-out" : "end-session"
    case .allOthers:
      try ledger.endLogins(of: account.person.id, except: login.id)
      act = "end-sessions"
    }
    try ledger.record(
      act, session.actor, on: PeopleCheck.subject(account.person.login), after: account.person.hash, at: now)
  }
}

extension Accounts {
  /// Signs out by the session's secret, also while the second factor is awaited. Without such a session nothing is
  /// done.
  package func signOut(secret: String, origin: String) async throws {
    try await perform { ledger, now in
      guard let login = try ledger.login(hash: Secret.hash(secret)), let person = try ledger.person(login.person)
      else { return }
      try ledger.end(login: login.id)
      guard Accounts.holds(login, at: now) else { return }
      try ledger.record(
        "sign-out", Actor(person, origin: origin), on: PeopleCheck.subject(person.login), after: person.hash, at: now)
    }
  }

  /// Ends one of one's own sessions. Throws `Refusal`.
  package func end(session id: ID<Login>, in session: AccountSession) async throws {
    try await perform { ledger, now in
      try EndSession(which: .one(id), session: session, now: now).perform(ledger)
    }
  }

  /// Ends all of one's own sessions but this one. Throws `Refusal`.
  package func endOtherSessions(in session: AccountSession) async throws {
    try await perform { ledger, now in
      try EndSession(which: .allOthers, session: session, now: now).perform(ledger)
    }
  }

  /// Ends all sessions of somebody and takes their tokens back. Throws `Refusal`.
  package func endSessions(login: String, as actor: Actor) async throws {
    try await perform { ledger, now in
      try Permission.check(actor, .managePeople, why: "")
      let person = try PeopleCheck.account(ledger, login).person
      try ledger.endLogins(of: person.id)
      try ledger.revokeTokens(of: person.id, at: now)
      try ledger.record(
        "end-sessions", actor, on: PeopleCheck.subject(login), after: person.hash, at: now)
    }
  }
}
