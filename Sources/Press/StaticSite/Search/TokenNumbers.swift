/// A number for each token. Those of Han of the basic plane, alone and in pairs, are reckoned from the characters, in
/// the order of tokens; all others are numbered as they come.
struct TokenNumbers {
  private static let han: ClosedRange<UInt32> = 0x4E00...0x9FFF
  /// For each first character: alone, and before each second one.
  private static let row = UInt32(han.count) + 1
  /// The first number of all other tokens.
  private static let others = UInt32(han.count) * row

  private var known: [[Unicode.Scalar]: UInt32] = [:]
  private var tokens: [[Unicode.Scalar]] = []
  private var key: [Unicode.Scalar] = []

  /// - Parameter token: where it stands; not empty.
  mutating func number(of token: Range<Int>, in scalars: [Unicode.Scalar]) -> UInt32 {
    let first = scalars[token.lowerBound].value
    if token.count <= 2, TokenNumbers.han.contains(first) {
      let own = (first - TokenNumbers.han.lowerBound) * TokenNumbers.row
      if token.count == 1 { return own }
      let second = scalars[token.lowerBound + 1].value
      if TokenNumbers.han.contains(second) { return own + 1 + second - TokenNumbers.han.lowerBound }
    }
    return otherNumber(of: scalars[token])
  }

  private mutating func otherNumber(of token: ArraySlice<Unicode.Scalar>) -> UInt32 {
    key.removeAll(keepingCapacity: true)
    key.append(contentsOf: token)
    if let number = known[key] { return number }
    let number = TokenNumbers.others + UInt32(truncatingIfNeeded: tokens.count)
    tokens.append(key)
    known[key] = number
    return number
  }

  /// Whether tokens with such numbers are in the order of their numbers.
  func isInOrder(_ number: UInt32) -> Bool { number < TokenNumbers.others }

  func token(_ number: UInt32) -> [Unicode.Scalar] {
    guard isInOrder(number) else { return tokens[Int(number - TokenNumbers.others)] }
    let (first, second) = number.quotientAndRemainder(dividingBy: TokenNumbers.row)
    let own = TokenNumbers.hanScalar(first)
    return second == 0 ? [own] : [own, TokenNumbers.hanScalar(second - 1)]
  }

  /// - Parameter place: from the first of the basic plane.
  private static func hanScalar(_ place: UInt32) -> Unicode.Scalar {
    // Every number of the range is that of a scalar.
    Unicode.Scalar(han.lowerBound + place) ?? "\u{4E00}"
  }

  /// Numbers, ascending, in the order of their tokens.
  func sorted(_ numbers: [UInt32]) -> [UInt32] {
    let start = numbers.firstIndex { !isInOrder($0) } ?? numbers.count
    let others = numbers[start...].sorted { token($0).lexicographicallyPrecedes(token($1)) }
    var all: [UInt32] = []
    all.reserveCapacity(numbers.count)
    var rest = numbers[..<start]
    for number in others {
      let own = token(number)
      while let next = rest.first, token(next).lexicographicallyPrecedes(own) { all.append(rest.removeFirst()) }
      all.append(number)
    }
    return all + rest
  }
}
