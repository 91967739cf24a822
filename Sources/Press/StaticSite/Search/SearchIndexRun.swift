/// A place of a token in the text of a story.
struct TokenPlace {
  var token: UInt32
  var story: UInt32
  var place: UInt32
}

extension [TokenPlace] {
  private static let digitBits = 10
  private static let digits = 3

  /// Sorts by token and keeps the order of those that are equal: by one digit after the other, the lowest first.
  mutating func sortByToken() {
    var other = self
    for digit in 0..<Self.digits {
      let shift = UInt32(digit * Self.digitBits)
      let mask: UInt32 = 1 << Self.digitBits - 1
      var starts = [Int](repeating: 0, count: 1 << Self.digitBits)
      for place in self { starts[Int(place.token >> shift & mask)] += 1 }
      var start = 0
      for index in starts.indices { (starts[index], start) = (start, start + starts[index]) }
      for place in self {
        let index = Int(place.token >> shift & mask)
        other[starts[index]] = place
        starts[index] += 1
      }
      swap(&self, &other)
    }
  }
}

/// What is written of the tokens of some stories that follow each other (docs/formats/search-index.md).
struct SearchIndexRun {
  /// A token of a run.
  struct Head {
    let token: UInt32
    /// Its stories.
    let first: UInt32
    fileprivate(set) var last: UInt32
    /// Whether it has one place in the first of them.
    let isSingle: Bool
    /// Where in `bytes` it ends.
    fileprivate(set) var end: UInt32
  }

  /// Ascending by the number of the token.
  private(set) var heads: [Head] = []
  /// All but the step to the first story of each token.
  private var bytes: [UInt8] = []

  /// - Parameter places: by token, then in the order of the texts.
  init(_ places: [TokenPlace]) {
    var at = 0
    while at < places.count {
      let (token, story) = (places[at].token, places[at].story)
      var end = at + 1
      while end < places.count, places[end].token == token, places[end].story == story { end += 1 }
      if let last = heads.indices.last, heads[last].token == token {
        bytes.append(sevenBits: (story - heads[last].last) << 1 | (end - at == 1 ? 1 : 0))
        heads[last].last = story
      } else {
        heads.append(Head(token: token, first: story, last: story, isSingle: end - at == 1, end: 0))
      }
      if end - at > 1 { bytes.append(sevenBits: UInt32(truncatingIfNeeded: end - at)) }
      var last: UInt32 = 0
      for place in places[at..<end] {
        bytes.append(sevenBits: place.place - last)
        last = place.place
      }
      heads[heads.count - 1].end = UInt32(truncatingIfNeeded: bytes.count)
      at = end
    }
  }

  /// Adds what is written of a token, whose last story so far is given, -1 for none.
  func append(_ place: Int, after story: Int64, to entry: inout [UInt8]) {
    let head = heads[place]
    entry.append(sevenBits: UInt32(truncatingIfNeeded: Int64(head.first) - story) << 1 | (head.isSingle ? 1 : 0))
    let start = place == 0 ? 0 : Int(heads[place - 1].end)
    entry.append(contentsOf: bytes[start..<Int(head.end)])
  }

  /// Where a token is if it is the one at `place`, which then moves on; nil where it is not in the run.
  func next(_ token: UInt32, _ place: inout Int) -> Int? {
    guard place < heads.count, heads[place].token == token else { return nil }
    defer { place += 1 }
    return place
  }

  /// Where a token is; nil where it is not in the run.
  func place(of token: UInt32) -> Int? {
    var (low, high) = (0, heads.count)
    while low < high {
      let middle = (low + high) / 2
      if heads[middle].token < token { low = middle + 1 } else { high = middle }
    }
    return low < heads.count && heads[low].token == token ? low : nil
  }
}
