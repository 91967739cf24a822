import Model

/// The tokens of one kind of lines (all, headlines, bylines) with their places, gathered story by story.
struct SearchIndexPart {
  /// What one place is from the next: a pair is followed by the rest of its run, all else by another run, and lines are
  /// further apart. So tokens are one step apart only within a run, and a phrase never crosses lines.
  private static let (pairStep, runStep, lineStep): (UInt32, UInt32, UInt32) = (1, 2, 2)
  /// A token of up to so many scalars is kept as a number.
  private static let packedMax = 3

  private var lists = PlaceLists()
  private var pairs: PairTable
  /// The list of each packed token that is no pair of the table: an open table whose size is a power of two.
  private var slots = [Slot](repeating: Slot(), count: 1 << 12)
  private var packedCount = 0
  private var longer: [[Unicode.Scalar]: Int] = [:]
  /// A packed token with its list; empty where the key is 0.
  private struct Slot {
    var key: UInt64 = 0
    var list: Int32 = 0
  }

  private var found: [Found] = []

  /// - Parameter characters: how many different ones are expected to be common.
  init(characters: Int) { pairs = PairTable(side: characters) }

  /// Takes the lines of a story that comes after all before it. The position is that of its first token.
  mutating func add(_ lines: some Sequence<String>, of story: Int) {
    var place: UInt32 = 0
    for line in lines {
      SearchTokens.scan(FoldedText(line).scalars) { token in
        found.append(Found(slot: pairs.place(of: token) ?? -1 - list(of: token), place: place))
        place += SearchTokens.isPair(token) ? SearchIndexPart.pairStep : SearchIndexPart.runStep
      }
      place += SearchIndexPart.lineStep
    }
    // One short loop after the other, so that the processor waits for many places of memory at once.
    for index in found.indices where found[index].slot >= 0 { found[index].slot = -1 - list(at: found[index].slot) }
    for token in found { lists.note(token.place, in: -1 - token.slot) }
    found.removeAll(keepingCapacity: true)
    lists.end(story: story)
  }

  /// A token of the story in hand.
  private struct Found {
    /// Its place in the table of pairs; below 0 its list, -1 being the first.
    var slot: Int
    let place: UInt32
  }

  /// Every token in the order of its scalars, with its list.
  func sorted() -> SortedTokens {
    var packed: [(key: UInt64, list: Int32)] = []
    packed.reserveCapacity(packedCount)
    for slot in slots where slot.key != 0 { packed.append((slot.key, slot.list)) }
    pairs.each { first, second, list in
      packed.append((UInt64(first) << 42 | UInt64(second) << 21, list))
    }
    packed.sort { $0.key < $1.key }
    let longer = longer.map { (token: $0.key, list: $0.value) }
      .sorted { $0.token.lexicographicallyPrecedes($1.token) }
    return SortedTokens(packed: packed, longer: longer[...])
  }

  /// Tokens in the order of their scalars, one after the other.
  struct SortedTokens: IteratorProtocol {
    fileprivate let packed: [(key: UInt64, list: Int32)]
    fileprivate var longer: ArraySlice<(token: [Unicode.Scalar], list: Int)>
    private var at = 0

    fileprivate init(
      packed: [(key: UInt64, list: Int32)], longer: ArraySlice<(token: [Unicode.Scalar], list: Int)>
    ) {
      self.packed = packed
      self.longer = longer
    }

    mutating func next() -> (token: [Unicode.Scalar], list: Int)? {
      guard at < packed.count else { return longer.popFirst() }
      let token = SearchIndexPart.unpacked(packed[at].key)
      if let first = longer.first, first.token.lexicographicallyPrecedes(token) { return longer.popFirst() }
      defer { at += 1 }
      return (token, Int(packed[at].list))
    }
  }

  /// Gives what is written of the token of a list in the place of what is in `out`.
  func read(_ list: Int, into out: inout [UInt8]) { lists.read(list, into: &out) }

  private mutating func list(at place: Int) -> Int {
    if let list = pairs[place] { return list }
    let made = lists.make()
    pairs[place] = made
    return made
  }

  private mutating func list(of token: ArraySlice<Unicode.Scalar>) -> Int {
    guard token.count <= SearchIndexPart.packedMax else {
      let key = Array(token)
      if let known = longer[key] { return known }
      let made = lists.make()
      longer[key] = made
      return made
    }
    let key = SearchIndexPart.packed(token)
    var at = SearchIndexPart.place(of: key, in: slots.count)
    while slots[at].key != 0 {
      if slots[at].key == key { return Int(slots[at].list) }
      at = (at + 1) & (slots.count - 1)
    }
    if packedCount * 2 >= slots.count {
      grow()
      return list(of: token)
    }
    let made = lists.make()
    slots[at] = Slot(key: key, list: Int32(made))
    packedCount += 1
    return made
  }

  private mutating func grow() {
    let size = slots.count * 2
    var grown = [Slot](repeating: Slot(), count: size)
    for slot in slots where slot.key != 0 {
      var at = SearchIndexPart.place(of: slot.key, in: size)
      while grown[at].key != 0 { at = (at + 1) & (size - 1) }
      grown[at] = slot
    }
    slots = grown
  }

  private static func place(of key: UInt64, in size: Int) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 24) & (size - 1)
  }

  /// Twenty-one bits a scalar, the first highest, so that the order of numbers is that of tokens. Never 0.
  private static func packed(_ token: ArraySlice<Unicode.Scalar>) -> UInt64 {
    var key: UInt64 = 0
    for scalar in token { key = key << 21 | UInt64(scalar.value) }
    return key << UInt64(21 * (packedMax - token.count))
  }

  fileprivate static func unpacked(_ key: UInt64) -> [Unicode.Scalar] {
    [42, 21, 0].compactMap { shift in
      let value = UInt32(key >> shift & 0x1F_FFFF)
      return value == 0 ? nil : Unicode.Scalar(value)
    }
  }
}
