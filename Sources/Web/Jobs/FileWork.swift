import NIOPosix

/// Runs what blocks on files away from the threads that carry requests.
struct FileWork: Sendable {
  func run<Value: Sendable>(_ work: @escaping @Sendable () throws -> Value) async throws -> Value {
    try await NIOThreadPool.singleton.runIfActive(work)
  }
}
