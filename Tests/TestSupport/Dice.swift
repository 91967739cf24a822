/// Chance with a seed, so that a law that fails can be run again: `SEED=123 make test`. (SplitMix64.)
package struct Dice: RandomNumberGenerator {
  package let seed: UInt64
  private var state: UInt64

  package init(seed: UInt64) {
    self.seed = seed
    state = seed
  }

  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  package mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &self) }

  /// True once in so many throws.
  package mutating func once(in count: Int) -> Bool { number(1...count) == 1 }

  /// One of some things, of which there is at least one.
  package mutating func one<Thing>(of things: [Thing]) -> Thing { things[number(0...(things.count - 1))] }

  /// As many things as a number in the range says.
  package mutating func some<Thing>(_ range: ClosedRange<Int>, _ make: (inout Dice) -> Thing) -> [Thing] {
    let count = number(range)
    return (0..<count).map { _ in make(&self) }
  }
}
