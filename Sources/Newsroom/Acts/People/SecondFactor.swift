import Foundation
import Model
import Store

/// A second factor that is offered: nothing is kept before its first code was given.
package struct SecondFactorOffer: Sendable, Equatable {
  /// In Base32; the form hands it back.
  package let key: String
  /// For the QR code and for a link on a telephone.
  package let uri: String
}

/// A second factor that was enrolled.
package struct EnrolledFactor: Sendable {
  /// Shown once, kept as hashes.
  package let recoveryCodes: [String]
  /// The session with its new secret; all others ended.
  package let signedIn: SignedIn
}

/// Enrols a second factor with its first code.
struct EnrolSecondFactor: Sendable {
  let accounts: Accounts
  let key: String
  let code: String
  let session: AccountSession
  let now: Date

  func perform(_ ledger: Ledger) throws -> EnrolledFactor {
    var (account, login) = try Proof.current(session, ledger, at: now)
    guard !account.hasSecondFactor else {
      throw Refusal(
        .state(Wording("There is a second factor already; remove it first.", "已有两步验证，请先移除。")), place: "")
    }
    let typed = code.filter { !$0.isWhitespace }
    guard OneTimeCode.isKey(key), let step = OneTimeCode.matchingStep(typed, key: key, at: now, last: 0) else {
      throw Refusal(.codeWrong, place: "code")
    }
    let codes = RecoveryCode.makeAll()
    let person = account.person
    try ledger.set(secondFactor: key, last: step, codes: codes.compactMap(RecoveryCode.hash), of: person.id)
    try ledger.endLogins(of: person.id, except: login.id)
    try ledger.record(
      "enrol-second-factor", session.actor, on: PeopleCheck.subject(person.login), before: person.hash,
      after: person.hash, at: now)
    account = Account(person: person, hasPassword: true, hasSecondFactor: true, made: account.made)
    login.hasSecondFactor = true
    return EnrolledFactor(
      recoveryCodes: codes, signedIn: try accounts.rotated(login, of: account, session, ledger, at: now))
  }
}

extension Accounts {
  /// Offers a second factor to who is signed in.
  package func offerSecondFactor(in session: AccountSession) -> SecondFactorOffer {
    secondFactorOffer(key: OneTimeCode.makeKey(), in: session)
  }

  /// The same offer again, when the first code was wrong.
  package func secondFactorOffer(key: String, in session: AccountSession) -> SecondFactorOffer {
    SecondFactorOffer(key: key, uri: OneTimeCode.uri(key: key, login: session.person.login, paper: paperName))
  }

  /// Enrols the second factor that was offered, by its first code. Throws `Refusal`.
  package func enrolSecondFactor(
    key: String, code: String, in session: AccountSession
  ) async throws -> EnrolledFactor {
    try await perform { ledger, now in
      try EnrolSecondFactor(accounts: self, key: key, code: code, session: session, now: now).perform(ledger)
    }
  }

  /// Removes one's own second factor, by the password. Throws `Refusal`.
  package func removeSecondFactor(password: String, in session: AccountSession) async throws -> SignedIn {
    _ = try await confirm(password, in: session)
    return try await perform { ledger, now in
      let (account, login) = try Proof.current(session, ledger, at: now)
      guard account.hasSecondFactor else { throw Accounts.noFactor }
      try Accounts.remove(account.person, as: session.actor, ledger, at: now)
      let bare = Account(person: account.person, hasPassword: true, hasSecondFactor: false, made: account.made)
      return try rotated(login, of: bare, session, ledger, at: now)
    }
  }

  /// Makes new recovery codes, by the password; those from before hold no more. Throws `Refusal`.
  package func renewRecoveryCodes(password: String, in session: AccountSession) async throws -> [String] {
    _ = try await confirm(password, in: session)
    return try await perform { ledger, now in
      let (account, _) = try Proof.current(session, ledger, at: now)
      guard account.hasSecondFactor else { throw Accounts.noFactor }
      let codes = RecoveryCode.makeAll()
      try ledger.replace(recoveryCodes: codes.compactMap(RecoveryCode.hash), of: account.person.id)
      let hash = account.person.hash
      try ledger.record(
        "renew-recovery-codes", session.actor, on: PeopleCheck.subject(account.person.login), before: hash,
        after: hash, at: now)
      return codes
    }
  }

  /// Removes somebody's second factor who has lost it; their sessions end. Throws `Refusal`: nobody does it for
  /// themselves.
  package func resetSecondFactor(login: String, why: String = "", as actor: Actor) async throws {
    try await perform { ledger, now in
      try Permission.check(actor, .managePeople, why: why)
      let account = try PeopleCheck.account(ledger, login)
      guard account.person.id != actor.person else {
        throw Refusal(
          .state(Wording("Another administrator does this for you.", "请另一位管理员替你操作。")), place: "")
      }
      guard account.hasSecondFactor else { throw Accounts.noFactor }
      try Accounts.remove(account.person, as: actor, ledger, at: now, why: why)
      try ledger.endLogins(of: account.person.id)
    }
  }

  private static func remove(
    _ person: Person, as actor: Actor, _ ledger: Ledger, at now: Date, why: String = ""
  ) throws {
    try ledger.set(secondFactor: nil, last: 0, codes: [], of: person.id)
    try ledger.record(
      "remove-second-factor", actor, on: PeopleCheck.subject(person.login), before: person.hash, after: person.hash,
      why: why, at: now)
  }

  private static let noFactor = Refusal(
    .state(Wording("There is no second factor.", "没有设置两步验证。")), place: "")
}
