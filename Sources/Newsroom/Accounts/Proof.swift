import Foundation
import Model
import Store

/// Whether somebody is who they say.
enum Proof {
  /// The account and the login of a session that still holds. Throws `Refusal`: for one that was ended meanwhile, and
  /// for one whose second factor was not given.
  static func current(
    _ session: AccountSession, _ ledger: Ledger, at now: Date
  ) throws -> (account: Account, login: Login) {
    guard let account = try ledger.account(session.person.id), account.person.isActive,
      let login = try ledger.logins(of: session.person.id).first(where: { $0.id == session.id }),
      Accounts.holds(login, at: now), login.hasSecondFactor || !account.hasSecondFactor
    else { throw Refusal(.signedOut, place: "") }
    return (account, login)
  }

  /// Uses a code of the second factor or a recovery code. False when it is wrong, or was used before.
  static func use(_ code: String, of secrets: PersonSecrets, _ ledger: Ledger, at now: Date) throws -> Bool {
    let typed = code.filter { !$0.isWhitespace }
    if typed.utf8.count == OneTimeCode.digits, let key = secrets.secondFactor {
      let step = OneTimeCode.matchingStep(typed, key: key, at: now, last: secrets.secondFactorLast)
      guard let step else { return false }
      try ledger.set(secondFactorLast: step, of: secrets.person.id)
      return true
    }
    guard let hash = RecoveryCode.hash(typed) else { return false }
    return try ledger.use(recoveryCode: hash, of: secrets.person.id, at: now)
  }

  /// What a browser or an address may put into a table: one line, not endless.
  static func shortened(_ text: String) -> String {
    let kept = text.unicodeScalars.lazy.filter { $0.properties.generalCategory != .control }
    return String(String.UnicodeScalarView(kept.prefix(AccountLimits.agentMax)))
  }
}

extension Accounts {
  /// The session of a login as it is at a moment.
  func session(
    _ login: Login, of account: Account, secret: String, origin: String
  ) -> AccountSession {
    let person = account.person
    let isAwaited = account.hasSecondFactor && !login.hasSecondFactor
    let acts = isAwaited ? [] : acts(of: person, hasSecondFactor: account.hasSecondFactor)
    return AccountSession(
      id: login.id, person: person, actor: Actor(person, origin: origin, scopes: acts),
      csrf: Secret.csrf(of: secret), awaitsSecondFactor: isAwaited,
      mustEnrol: requiresSecondFactor && !account.hasSecondFactor && person.signs,
      hasSecondFactor: account.hasSecondFactor, made: login.made, expires: login.expires)
  }

  /// Gives the login of a session a new secret in the same transaction; the old one holds no more.
  func rotated(
    _ login: Login, of account: Account, _ session: AccountSession, _ ledger: Ledger, at now: Date
  ) throws -> SignedIn {
    var login = login
    login.seen = now
    let secret = Secret.make()
    try ledger.rotate(login, hash: Secret.hash(secret))
    return SignedIn(
      secret: secret, session: self.session(login, of: account, secret: secret, origin: session.actor.origin))
  }

  /// Who has this session's secret; nil when it holds no more. `origin` is the address that asks, for the record.
  package func session(secret: String, origin: String) async throws -> AccountSession? {
    let (now, hash) = (now(), Secret.hash(secret))
    let found = try await storage.read { session -> (Login, Account)? in
      let ledger = Ledger(session: session)
      guard let login = try ledger.login(hash: hash), Accounts.holds(login, at: now),
        let account = try ledger.account(login.person), account.person.isActive
      else { return nil }
      return (login, account)
    }
    guard let (login, account) = found else { return nil }
    if now.timeIntervalSince(login.seen) >= AccountLimits.seenSpacing {
      try await storage.write { try Ledger(session: $0).touch(login: login.id, at: now) }
    }
    return session(login, of: account, secret: secret, origin: origin)
  }

  /// Whom an API token acts for; nil when it holds no more. `origin` is the address that asks, for the record.
  package func token(secret: String, origin: String) async throws -> TokenHolder? {
    guard secret.hasPrefix(Secret.tokenPrefix) else { return nil }
    let (now, hash) = (now(), Secret.hash(secret))
    let found = try await storage.read { session -> (APIToken, Account)? in
      let ledger = Ledger(session: session)
      guard let token = try ledger.token(hash: hash), token.revoked == nil, token.expires > now,
        let account = try ledger.account(token.person), account.person.isActive
      else { return nil }
      return (token, account)
    }
    guard let (token, account) = found else { return nil }
    if token.seen.map({ now.timeIntervalSince($0) >= AccountLimits.seenSpacing }) ?? true {
      try await storage.write { try Ledger(session: $0).touch(token: token.id, at: now) }
    }
    let scopes = token.scopes.intersection(
      acts(of: account.person, hasSecondFactor: account.hasSecondFactor))
    return TokenHolder(
      id: token.id, person: account.person, scopes: scopes,
      actor: Actor(account.person, origin: origin, scopes: scopes))
  }
}
