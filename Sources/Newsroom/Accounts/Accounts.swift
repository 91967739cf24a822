package import Foundation
package import Model
package import Store

/// Who is who: people, how they sign in, their sessions and tokens. Whatever changes something is an act, on the record
/// in the same transaction; no secret ever is.
package struct Accounts: Sendable {
  /// The origin of what is done on the server itself.
  package static let commandLine = "command line"

  let storage: Storage
  /// Whether a signing act is withheld from who has no second factor.
  package let requiresSecondFactor: Bool
  /// As an authenticator shows it; a password must not hold it.
  package let paperName: String
  let notices: Notices
  let work: PasswordWork
  package let now: @Sendable () -> Date

  /// - work: shared by all that a program does.
  package init(
    storage: Storage, requiresSecondFactor: Bool, paperName: String, notices: Notices = .none,
    work: PasswordWork = PasswordWork(), now: @escaping @Sendable () -> Date = { Date() }
  ) {
    self.storage = storage
    self.requiresSecondFactor = requiresSecondFactor
    self.paperName = paperName
    self.notices = notices
    self.work = work
    self.now = now
  }

  /// Whether there is anybody yet: before, `bootstrap` makes the first administrator.
  package func hasPeople() async throws -> Bool {
    try await storage.read { try Ledger(session: $0).peopleCount() > 0 }
  }

  /// Everybody, by login; those who left among them.
  package func people() async throws -> [Account] { try await storage.read { try Ledger(session: $0).accounts() } }

  /// An account by login; nil when there is none.
  package func person(login: String) async throws -> Account? {
    try await storage.read { try Ledger(session: $0).account(login: login) }
  }

  /// A person's logins that hold, the last used first.
  package func sessions(of person: ID<Person>) async throws -> [Login] {
    let now = now()
    return try await storage.read { try Ledger(session: $0).logins(of: person).filter { Accounts.holds($0, at: now) } }
  }

  /// A person's tokens, the newest first; those that ended within three months among them.
  package func tokens(of person: ID<Person>) async throws -> [APIToken] {
    try await storage.read { try Ledger(session: $0).tokens(of: person) }
  }

  /// How many recovery codes a person has left.
  package func recoveryCodesLeft(of person: ID<Person>) async throws -> Int {
    try await storage.read { try Ledger(session: $0).recoveryCodesLeft(of: person) }
  }

  static func holds(_ login: Login, at now: Date) -> Bool {
    login.expires > now && now.timeIntervalSince(login.seen) < AccountLimits.sessionIdle
  }

  /// The acts of a person without those that wait for a second factor.
  func acts(of person: Person, hasSecondFactor: Bool) -> Set<Act> {
    guard requiresSecondFactor, !hasSecondFactor else { return person.acts }
    return person.acts.filter { !$0.isSigning }
  }

  /// Runs an act: what is checked, the change and the record in one transaction, with one time for all of it.
  func perform<Value: Sendable>(
    _ body: @escaping @Sendable (Ledger, _ now: Date) throws -> Value
  ) async throws -> Value {
    let now = now()
    return try await storage.write { try body(Ledger(session: $0), now) }
  }
}
