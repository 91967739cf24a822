import Foundation
import Model
import Store
import Synchronization
import TestSupport
import Testing

@testable import Newsroom

/// The accounts of an empty site, with a clock that moves when it is told to.
struct Office {
  /// A clock for tests.
  final class Clock: Sendable {
    private let time = Mutex(Date(timeIntervalSince1970: 1_772_300_000))

    var now: Date { time.withLock { $0 } }

    func move(_ seconds: Double) { time.withLock { $0 += seconds } }
  }

  static let admin = Actor(name: "林汐", acts: [.managePeople], origin: Accounts.commandLine)
  static let password = "blue-heron-quay"

  let storage: Storage
  let accounts: Accounts
  let work: PasswordWork
  let clock: Clock

  static func with<Value>(
    requiresSecondFactor: Bool = false, notices: Notices = .none, _ body: (Office) async throws -> Value
  ) async throws -> Value {
    try await withTemporaryFolder { folder in
      try Storage.create(folder: folder + "/site")
      let storage = try await Storage(folder: folder + "/site")
      defer { try? storage.close() }  // the folder goes away right after
      let (clock, work) = (Clock(), PasswordWork(cost: PasswordHash.Cost(work: 10, block: 1, lanes: 1)))
      let accounts = Accounts(
        storage: storage, requiresSecondFactor: requiresSecondFactor, paperName: "苇渡半月报", notices: notices,
        work: work, now: { clock.now })
      return try await body(Office(storage: storage, accounts: accounts, work: work, clock: clock))
    }
  }

  @discardableResult
  func add(_ login: String, _ roles: Set<Role> = [.reporter], mail: String = "") async throws -> Person {
    try await accounts.add(
      NewPerson(login: login, name: login.uppercased(), mail: mail, roles: roles), password: Office.password,
      as: Office.admin)
  }

  func signIn(
    _ login: String, _ password: String = Office.password, code: String? = nil, origin: String = "192.0.2.1",
    replacing: String? = nil
  ) async throws -> SignedIn {
    try await accounts.signIn(
      login: login, password: password, code: code, origin: origin, agent: "Firefox", replacing: replacing)
  }

  func session(_ secret: String) async throws -> AccountSession? {
    try await accounts.session(secret: secret, origin: "192.0.2.1")
  }

  /// Enrols a second factor and moves on, so that the next code is another.
  func enrol(_ signedIn: SignedIn) async throws -> (key: String, factor: EnrolledFactor) {
    let key = accounts.offerSecondFactor(in: signedIn.session).key
    let factor = try await accounts.enrolSecondFactor(key: key, code: code(key), in: signedIn.session)
    clock.move(60)
    return (key, factor)
  }

  /// The code of the moment, or of steps before or after it.
  func code(_ key: String, steps: Int = 0) -> String {
    OneTimeCode.code(key: Bytes.base32(key) ?? [], step: OneTimeCode.step(at: clock.now) + steps)
  }

  func records() async throws -> [Record] { try await storage.read { try Ledger(session: $0).records(limit: 1_000) } }
}

/// The reason of the refusal that an act ends with; nil when it ends with none.
func reason<Value>(_ act: () async throws -> Value) async -> Refusal.Reason? {
  do {
    _ = try await act()
    return nil
  } catch {
    return (error as? Refusal)?.reason
  }
}

/// The act ends with a refusal: of this reason, or, without one, of any.
func refuses<Value>(
  _ expected: Refusal.Reason? = nil, sourceLocation: SourceLocation = #_sourceLocation,
  _ act: () async throws -> Value
) async {
  let found = await reason(act)
  if let expected {
    #expect(found == expected, sourceLocation: sourceLocation)
  } else {
    #expect(found != nil, sourceLocation: sourceLocation)
  }
}

/// The act ends without a refusal.
func allows<Value>(sourceLocation: SourceLocation = #_sourceLocation, _ act: () async throws -> Value) async {
  let found = await reason(act)
  #expect(found == nil, sourceLocation: sourceLocation)
}
