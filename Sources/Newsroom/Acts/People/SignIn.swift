import Foundation
import Model
import Store

/// Signs somebody in whose password was found right; or notes that it was not.
struct SignIn: Sendable {
  let accounts: Accounts
  let login: String
  /// Who has this login and what their password was held against; nil where it was wrong.
  let proved: PersonSecrets?
  /// The password hashed anew, where the old hash is too cheap by now.
  let renewed: String?
  let code: String
  let counted: LoginTries.Counted
  let origin: String
  let agent: String
  /// The secret of the session that the browser had before; it ends.
  let replaced: String?
  let now: Date

  /// A failure is on the record too, so it is given rather than thrown.
  func perform(_ ledger: Ledger) throws -> Result<SignedIn, Refusal> {
    // What was proved holds only for the password that is kept now.
    guard let proved, let secrets = try ledger.secrets(of: proved.person.id), secrets.person.isActive,
      secrets.password == proved.password, let account = try ledger.account(proved.person.id)
    else { return try failed(.signInFailed, ledger) }
    let isAwaited = secrets.secondFactor != nil && code.isEmpty
    if secrets.secondFactor != nil, !isAwaited, try !Proof.use(code, of: secrets, ledger, at: now) {
      return try failed(.codeWrong, ledger)
    }
    if let renewed { try ledger.set(password: renewed, of: secrets.person.id) }
    if isAwaited {
      let address = LoginTries.Counted(account: nil, address: counted.address)
      try LoginTries.forgive(ledger, address, login: login, isWhole: false)
    } else {
      try LoginTries.forgive(ledger, counted, login: login, isWhole: true)
    }
    let signedIn = try begin(account, isAwaited: isAwaited, ledger)
    if !isAwaited { try SignIn.record(account.person, origin, ledger, at: now) }
    return .success(signedIn)
  }

  private func begin(_ account: Account, isAwaited: Bool, _ ledger: Ledger) throws -> SignedIn {
    try ledger.sweepLogins(at: now)
    if let replaced, let old = try ledger.login(hash: Secret.hash(replaced)) { try ledger.end(login: old.id) }
    for old in try ledger.logins(of: account.person.id).dropFirst(AccountLimits.sessionsMax - 1) {
      try ledger.end(login: old.id)
    }
    let life = isAwaited ? AccountLimits.codeLife : AccountLimits.sessionLife
    let login = Login(
      id: ID(raw: UUID()), person: account.person.id, made: now, seen: now, expires: now.addingTimeInterval(life),
      origin: Proof.shortened(origin), agent: Proof.shortened(agent),
      hasSecondFactor: account.hasSecondFactor && !isAwaited)
    let secret = Secret.make()
    try ledger.add(login, hash: Secret.hash(secret))
    return SignedIn(
      secret: secret, session: accounts.session(login, of: account, secret: secret, origin: origin))
  }

  /// What was typed as a login is on the record only where somebody has it: it may have been a password.
  private func failed(_ reason: Refusal.Reason, _ ledger: Ledger) throws -> Result<SignedIn, Refusal> {
    try SignIn.recordFailure(try ledger.account(login: login)?.person, origin, ledger, at: now)
    return .failure(Refusal(reason, place: ""))
  }

  static func record(_ person: Person, _ origin: String, _ ledger: Ledger, at now: Date) throws {
    try ledger.record(
      "sign-in", Actor(person, origin: origin), on: PeopleCheck.subject(person.login), after: person.hash, at: now)
  }

  /// Who failed is not known, whatever login was given.
  static func recordFailure(_ person: Person?, _ origin: String, _ ledger: Ledger, at now: Date) throws {
    try ledger.record(
      "sign-in-failed", Actor(name: "unknown", acts: [], origin: Proof.shortened(origin)),
      on: person.map { PeopleCheck.subject($0.login) } ?? "", after: person?.hash ?? ContentHash.text(of: []), at: now)
  }
}

extension Accounts {
  /// Signs in by login and password, with the code of the second factor where it is at hand. Throws `Refusal`: for a
  /// wrong one, for too many tries, for too many at once. Without the code that is due `needsSecondFactor` is true and
  /// `giveCode` is to follow.
  /// - origin: the address that asks. agent: what the browser calls itself.
  /// - replacing: the secret of the session that the browser had before, if any.
  package func signIn(
    login: String, password: String, code: String? = nil, origin: String, agent: String = "",
    replacing: String? = nil
  ) async throws -> SignedIn {
    let login = login.trimmingCharacters(in: .whitespaces).lowercased()
    let (proved, renewed, counted) = try await prove(login: login, password: password, origin: origin)
    return try await perform { ledger, now in
      try SignIn(
        accounts: self, login: login, proved: proved, renewed: renewed, code: code ?? "", counted: counted,
        origin: origin, agent: agent, replaced: replacing, now: now
      ).perform(ledger)
    }.get()
  }

  /// Counts a try and holds a password against that of a login. One hash is made whether there is such a login or not.
  func prove(
    login: String, password: String, origin: String
  ) async throws -> (proved: PersonSecrets?, renewed: String?, counted: LoginTries.Counted) {
    let counted = try await perform { ledger, now in
      try LoginTries.count(ledger, login: login, origin: origin, at: now)
    }
    let known = try await storage.read { try Ledger(session: $0).secrets(login: login) }
    let isBounded = password.utf8.count <= AccountLimits.passwordBytesMax
    let text = isBounded && known?.person.isActive == true ? known?.password : nil
    do {
      let found = try await work.verify(isBounded ? password : "", against: text)
      let renewed = found.isRight && found.isOld ? try await work.hash(password) : nil
      return (found.isRight ? known : nil, renewed, counted)
    } catch {
      // It was not looked at, so it was no try.
      try await perform { ledger, _ in try LoginTries.forgive(ledger, counted, login: login, isWhole: false) }
      throw error
    }
  }
}
