/// A set of places of `SearchFacts`, in their order.
struct SearchPlaces {
  private var words: [UInt64]
  /// How many places there are, in and out of the set.
  private let size: Int

  /// None of so many places, or all.
  init(size: Int, isFull: Bool = false) {
    self.size = size
    words = [UInt64](repeating: isFull ? .max : 0, count: (size + 63) / 64)
    if isFull, size % 64 != 0 { words[words.count - 1] = 1 << UInt64(size % 64) - 1 }
  }

  var count: Int { words.reduce(0) { $0 + $1.nonzeroBitCount } }

  mutating func insert(_ place: Int) { words[place / 64] |= 1 << UInt64(place % 64) }

  mutating func remove(_ place: Int) { words[place / 64] &= ~(1 << UInt64(place % 64)) }

  func contains(_ place: Int) -> Bool { words[place / 64] & 1 << UInt64(place % 64) != 0 }

  mutating func subtract(_ other: SearchPlaces) {
    for index in words.indices { words[index] &= ~other.words[index] }
  }

  /// The first places from one on, at most so many, ascending.
  func first(_ most: Int, from start: Int) -> [Int] {
    var found: [Int] = []
    visit(from: start) { place in
      guard found.count < most else { return false }
      found.append(place)
      return true
    }
    return found
  }

  /// Gives each place from one on in order, as long as the answer is true.
  func visit(from start: Int = 0, _ take: (Int) -> Bool) {
    guard start < size else { return }
    var index = start / 64
    var word = words[index] & (.max << UInt64(start % 64))
    while true {
      while word != 0 {
        guard take(index * 64 + word.trailingZeroBitCount) else { return }
        word &= word - 1
      }
      index += 1
      guard index < words.count else { return }
      word = words[index]
    }
  }
}
