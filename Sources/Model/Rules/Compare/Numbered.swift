/// Gives equal things the same number, so that sequences of them are quick to compare.
struct Numbered<Thing: Hashable> {
  private var numbers: [Thing: Int] = [:]

  mutating func numbers(of things: [Thing]) -> [Int] {
    things.map { thing in
      if let known = numbers[thing] { return known }
      numbers[thing] = numbers.count
      return numbers.count - 1
    }
  }
}
