/// The list of each pair of Han that stands in a text, and of each that ends a run alone. Characters are numbered as
/// they come, the common ones first, so that most pairs of a text lie close together in memory.
struct PairTable {
  private static let han: ClosedRange<UInt32> = 0x4E00...0x9FFF

  /// How many characters are numbered; the pairs of the rest have no room.
  private let side: Int
  /// By character; 0 for none yet.
  private var numbers = [UInt16](repeating: 0, count: PairTable.han.count)
  private var characters: [UInt32] = []
  /// One more than the number of the list, 0 for none: a row of the first character, a column of the second, and behind
  /// them one of the first alone.
  private var lists: [Int32]

  /// - Parameter side: how many characters may be numbered, at most 65,535.
  init(side: Int) {
    self.side = side
    lists = [Int32](repeating: 0, count: side * (side + 1))
  }

  /// The place of a pair, or of a character alone, its own for ever; nil where there is none for it.
  mutating func place(of token: ArraySlice<Unicode.Scalar>) -> Int? {
    guard let row = number(token[token.startIndex].value) else { return nil }
    guard token.count == 2 else { return token.count == 1 ? row * (side + 1) + side : nil }
    guard let column = number(token[token.startIndex + 1].value) else { return nil }
    return row * (side + 1) + column
  }

  private mutating func number(_ value: UInt32) -> Int? {
    guard PairTable.han.contains(value) else { return nil }
    let at = Int(value - PairTable.han.lowerBound)
    if numbers[at] != 0 { return Int(numbers[at]) - 1 }
    guard characters.count < side else { return nil }
    characters.append(value)
    numbers[at] = UInt16(characters.count)
    return characters.count - 1
  }

  /// The list at a place; nil while there is none.
  subscript(_ place: Int) -> Int? {
    get { lists[place] == 0 ? nil : Int(lists[place]) - 1 }
    set { lists[place] = newValue.map { Int32($0) + 1 } ?? 0 }
  }

  /// Every pair with a list, in no order; the second is 0 of a character alone.
  func each(_ take: (_ first: UInt32, _ second: UInt32, _ list: Int32) -> Void) {
    for (row, first) in characters.enumerated() {
      let own = row * (side + 1)
      if lists[own + side] != 0 { take(first, 0, lists[own + side] - 1) }
      for (column, second) in characters.enumerated() where lists[own + column] != 0 {
        take(first, second, lists[own + column] - 1)
      }
    }
  }
}
