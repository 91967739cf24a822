import Foundation
import Model
import Store

/// Sets a password. All sessions end with the old one, but for the one that it is done in, which gets a new secret.
struct ChangePassword: Sendable {
  let accounts: Accounts
  /// What the old password was held against; it is the one that is kept still.
  let proved: PersonSecrets
  let password: String
  let session: AccountSession
  let now: Date

  func perform(_ ledger: Ledger) throws -> SignedIn {
    let (account, login) = try Proof.current(session, ledger, at: now)
    guard try ledger.secrets(of: account.person.id)?.password == proved.password else {
      throw Refusal(.signInFailed, place: "")
    }
    try ledger.set(password: password, of: account.person.id)
    try ledger.endLogins(of: account.person.id, except: login.id)
    try ledger.endInvitations(of: account.person.id)
    let hash = account.person.hash
    try ledger.record(
      "change-password", session.actor, on: PeopleCheck.subject(account.person.login), before: hash, after: hash,
      at: now)
    return try accounts.rotated(login, of: account, session, ledger, at: now)
  }
}

extension Accounts {
  /// Changes one's own password. Gives the session's new secret. Throws `Refusal`: also for too many wrong tries.
  package func changePassword(old: String, new: String, in session: AccountSession) async throws -> SignedIn {
    try PasswordRule.check(new, login: session.person.login, names: [paperName])
    let proved = try await confirm(old, in: session)
    let hash = try await work.hash(new)
    return try await perform { ledger, now in
      try ChangePassword(accounts: self, proved: proved, password: hash, session: session, now: now).perform(ledger)
    }
  }

  /// Sets somebody's password on the server; their sessions, tokens and links end. Throws `Refusal`.
  package func setPassword(login: String, password: String, as actor: Actor) async throws {
    try Permission.check(actor, .managePeople, why: "")
    try PasswordRule.check(password, login: login, names: [paperName])
    let hash = try await work.hash(password)
    try await perform { ledger, now in
      try Permission.check(actor, .managePeople, why: "")
      let person = try PeopleCheck.account(ledger, login).person
      try ledger.set(password: hash, of: person.id)
      try ledger.endLogins(of: person.id)
      try ledger.endInvitations(of: person.id)
      try ledger.revokeTokens(of: person.id, at: now)
      try LoginTries.forgive(ledger, LoginTries.Counted(account: nil, address: nil), login: login, isWhole: true)
      try ledger.record(
        "set-password", actor, on: PeopleCheck.subject(login), before: person.hash, after: person.hash, at: now)
    }
  }

  /// Holds a password against that of who is signed in, as a try that counts. Throws `Refusal`.
  func confirm(_ password: String, in session: AccountSession) async throws -> PersonSecrets {
    let (login, origin) = (session.person.login, session.actor.origin)
    let (proved, _, counted) = try await prove(login: login, password: password, origin: origin)
    return try await perform { ledger, now -> Result<PersonSecrets, Refusal> in
      guard let proved else {
        try SignIn.recordFailure(session.person, origin, ledger, at: now)
        return .failure(Refusal(.signInFailed, place: ""))
      }
      try LoginTries.forgive(ledger, counted, login: login, isWhole: false)
      return .success(proved)
    }.get()
  }
}
