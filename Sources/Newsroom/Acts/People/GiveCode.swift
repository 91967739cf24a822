import Foundation
import Model
import Store

/// Gives the second factor after the password: the session gets a new secret and its acts.
struct GiveCode: Sendable {
  let accounts: Accounts
  let secret: String
  let code: String
  let origin: String
  let now: Date

  /// A failure is on the record too, so it is given rather than thrown.
  func perform(_ ledger: Ledger) throws -> Result<SignedIn, Refusal> {
    guard var login = try ledger.login(hash: Secret.hash(secret)), Accounts.holds(login, at: now),
      let secrets = try ledger.secrets(of: login.person), let account = try ledger.account(login.person),
      secrets.person.isActive, secrets.secondFactor != nil, !login.hasSecondFactor
    else { return .failure(Refusal(.signedOut, place: "")) }
    let name = secrets.person.login
    let counted = try LoginTries.count(ledger, login: name, origin: origin, at: now)
    guard try Proof.use(code, of: secrets, ledger, at: now) else {
      try SignIn.recordFailure(secrets.person, origin, ledger, at: now)
      return .failure(Refusal(.codeWrong, place: "code"))
    }
    try LoginTries.forgive(ledger, counted, login: name, isWhole: true)
    login.hasSecondFactor = true
    login.seen = now
    login.expires = login.made.addingTimeInterval(AccountLimits.sessionLife)
    let fresh = Secret.make()
    try ledger.rotate(login, hash: Secret.hash(fresh))
    try SignIn.record(account.person, origin, ledger, at: now)
    return .success(
      SignedIn(secret: fresh, session: accounts.session(login, of: account, secret: fresh, origin: origin)))
  }
}

extension Accounts {
  /// Gives the code of the second factor, or a recovery code, to a session that awaits it. The session's secret is a
  /// new one then. Throws `Refusal`.
  package func giveCode(_ code: String, secret: String, origin: String) async throws -> SignedIn {
    try await perform { ledger, now in
      try GiveCode(accounts: self, secret: secret, code: code, origin: origin, now: now).perform(ledger)
    }.get()
  }
}
