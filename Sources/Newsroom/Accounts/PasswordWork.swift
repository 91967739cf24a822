import Dispatch
import Model

/// Hashes passwords away from the threads that all tasks share: few at once, and few waiting. One is shared by all that
/// a program does.
package actor PasswordWork {
  private let cost: PasswordHash.Cost
  /// Passwords that were hashed since the start.
  package private(set) var runs = 0
  private var running = 0
  private var waiting: [CheckedContinuation<Void, Never>] = []

  /// With the standard cost.
  package init() { cost = .standard }

  init(cost: PasswordHash.Cost) { self.cost = cost }

  /// The text form of a new password's hash. Throws `Refusal` when too many wait.
  func hash(_ password: String) async throws -> String {
    let cost = cost
    return try await run { try PasswordHash.make(password, cost: cost).text }
  }

  /// Whether a password is that of a stored text, and whether it should be hashed anew. Without a text it takes as
  /// long, and is not. Throws `Refusal` when too many wait.
  func verify(_ password: String, against text: String?) async throws -> (isRight: Bool, isOld: Bool) {
    let stored = text.flatMap(PasswordHash.init)
    let isOld = stored.map { $0.cost != cost } ?? false
    let isRight = try await run { try (stored ?? .nobody).verify(password) && stored != nil }
    return (isRight, isOld)
  }

  private func run<Value: Sendable>(_ body: @escaping @Sendable () throws -> Value) async throws -> Value {
    if running >= AccountLimits.hashesAtOnce {
      guard waiting.count < AccountLimits.hashesWaitingMax else { throw Refusal(.busy, place: "") }
      await withCheckedContinuation { waiting.append($0) }
    } else {
      running += 1
    }
    // Whoever waits gets the place of who is done.
    defer { if waiting.isEmpty { running -= 1 } else { waiting.removeFirst().resume() } }
    runs += 1
    return try await withCheckedThrowingContinuation { continuation in
      DispatchQueue.global(qos: .utility).async { continuation.resume(with: Result { try body() }) }
    }
  }
}
