import Model

/// The stories in which some token begins with one or two characters, where such tokens fill many files: so that a
/// single character is looked for in one file.
struct SearchBeginnings {
  /// A beginning whose tokens stand in more files than this has a list of its own.
  static let filesMax = 2
  /// The longest beginning that may have a list.
  private static let lengthMax = 2

  private struct Open {
    var token: [Unicode.Scalar]
    let file: Int
    var stories: [UInt64]
  }

  private let words: Int
  /// Those that the token in hand begins with, by length.
  private var open: [Open] = []
  private var lastFile = 0
  private var lists: [(token: [Unicode.Scalar], entry: [UInt8])] = []

  init(stories: Int) { words = (stories + 63) / 64 }

  /// Takes the next token, in ascending order, with its entry and the number of its file.
  mutating func add(_ token: [Unicode.Scalar], _ entry: [UInt8], file: Int) {
    let own = SearchTokens.isPair(token[...]) ? token.prefix(1) : token.prefix(SearchBeginnings.lengthMax)
    while let last = open.last, !own.starts(with: last.token) || last.token.count > own.count { close() }
    while open.count < own.count {
      let stories = [UInt64](repeating: 0, count: words)
      open.append(Open(token: Array(own.prefix(open.count + 1)), file: file, stories: stories))
    }
    for index in open.indices { SearchBeginnings.mark(entry, in: &open[index].stories) }
    lastFile = file
  }

  /// Every list in the order of its beginning.
  mutating func finish() -> [(token: [Unicode.Scalar], entry: [UInt8])] {
    while !open.isEmpty { close() }
    return lists.sorted { $0.token.lexicographicallyPrecedes($1.token) }
  }

  private mutating func close() {
    let done = open.removeLast()
    guard lastFile - done.file >= SearchBeginnings.filesMax else { return }
    var entry: [UInt8] = []
    var last = -1
    for (index, word) in done.stories.enumerated() {
      var rest = word
      while rest != 0 {
        let story = index * 64 + rest.trailingZeroBitCount
        entry.append(sevenBits: UInt32(truncatingIfNeeded: story - last))
        last = story
        rest &= rest - 1
      }
    }
    lists.append((done.token, entry))
  }

  /// Marks the stories of a list of places.
  private static func mark(_ entry: [UInt8], in stories: inout [UInt64]) {
    var at = 0
    var story = -1
    while at < entry.count {
      let head = number(entry, &at)
      story += head >> 1
      stories[story / 64] |= 1 << UInt64(story % 64)
      var places = head & 1 == 1 ? 1 : number(entry, &at)
      // Of a place only its last byte matters here.
      while places > 0 {
        if entry[at] < 0x80 { places -= 1 }
        at += 1
      }
    }
  }

  private static func number(_ entry: [UInt8], _ at: inout Int) -> Int {
    var (number, shift) = (0, 0)
    while true {
      let byte = Int(entry[at])
      at += 1
      number |= (byte & 0x7F) << shift
      if byte < 0x80 { return number }
      shift += 7
    }
  }
}
