import Foundation
import Model
import Newsroom
import Synchronization

/// Finds out who asks: by cookie at a browser, by token at a program. One indexed read, and for some seconds none.
final class Visitors: Sendable {
  private struct Known {
    let session: AccountSession
    let read: ContinuousClock.Instant
  }

  let accounts: Accounts
  private let limits: DeskLimits
  /// By the hash of the secret.
  private let known = Mutex<[String: Known]>([:])

  init(accounts: Accounts, limits: DeskLimits) {
    self.accounts = accounts
    self.limits = limits
  }

  /// Nil where the session has ended, or never was.
  func visitor(secret: String, origin: String) async throws -> Visitor? {
    let hash = Secret.hash(secret)
    if let session = kept(hash) { return Visitor(key: .session(session, secret: secret)) }
    guard let session = try await accounts.session(secret: secret, origin: origin) else { return nil }
    known.withLock { known in
      if known.count >= limits.sessionsMax { known = [:] }
      known[hash] = Known(session: session, read: .now)
    }
    return Visitor(key: .session(session, secret: secret))
  }

  /// Nil where the token holds no more, or never was one.
  func visitor(token: String, origin: String) async throws -> Visitor? {
    try await accounts.token(secret: token, origin: origin).map { Visitor(key: .token($0)) }
  }

  /// Whether a request carries a session that holds. Without the cookie nothing is read.
  func holds(_ asking: Asking) async throws -> Bool {
    guard case .session(let secret) = RequestKey(asking.fields) else { return false }
    return try await visitor(secret: secret, origin: asking.client?.description ?? "") != nil
  }

  /// Looks anew at everyone who asks from here on: something about an account has changed.
  func forget() { known.withLock { $0 = [:] } }

  private func kept(_ hash: String) -> AccountSession? {
    known.withLock { known in
      guard let found = known[hash] else { return nil }
      guard ContinuousClock.now - found.read < limits.sessionTime else {
        known[hash] = nil
        return nil
      }
      return found.session
    }
  }
}
