import Foundation

/// Runs a law on random input. Each round has a seed of its own, which stands in the fault; the environment's `SEED`
/// runs that round alone.
package func holds(rounds: Int = 300, _ law: (inout Dice) throws -> Void) rethrows {
  if let seed = ProcessInfo.processInfo.environment["SEED"].flatMap(UInt64.init) {
    var dice = Dice(seed: seed)
    return try law(&dice)
  }
  for _ in 0..<rounds {
    var dice = Dice(seed: UInt64.random(in: 0...UInt64.max))
    try law(&dice)
  }
}

extension Dice: CustomStringConvertible {
  /// What a fault says, so that it can be run again.
  package var description: String { "SEED=\(seed)" }
}
