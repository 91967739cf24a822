import Foundation

/// A folder of its own for one test, gone when the closure ends.
package func withTemporaryFolder<Value>(_ body: (String) async throws -> Value) async throws -> Value {
  let folder = FileManager.default.temporaryDirectory.path + "/broadsheet-test-" + UUID().uuidString
  try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(atPath: folder) }  // what is left in the temporary folder harms nobody
  return try await body(folder)
}

/// Runs a law that waits on random input, each round with a seed of its own; the environment's `SEED` runs that round
/// alone.
package func holds(rounds: Int, _ law: (inout Dice) async throws -> Void) async rethrows {
  if let seed = ProcessInfo.processInfo.environment["SEED"].flatMap(UInt64.init) {
    var dice = Dice(seed: seed)
    return try await law(&dice)
  }
  for _ in 0..<rounds {
    var dice = Dice(seed: UInt64.random(in: 0...UInt64.max))
    try await law(&dice)
  }
}
