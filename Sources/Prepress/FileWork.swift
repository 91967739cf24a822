import Dispatch

/// Runs what blocks on files on threads of its own, away from those that carry the asynchronous work.
struct FileWork: Sendable {
  private let queue = DispatchQueue(label: "broadsheet.prepress.files", attributes: .concurrent)

  func run<Result: Sendable>(_ work: @escaping @Sendable () throws -> Result) async throws -> Result {
    try await withCheckedThrowingContinuation { continuation in
      queue.async { continuation.resume(with: Swift.Result { try work() }) }
    }
  }
}
