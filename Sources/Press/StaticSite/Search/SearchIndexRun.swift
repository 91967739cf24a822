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
      withUnsafeBufferPointer { from in
        other.withUnsafeMutableBufferPointer { to in
          starts.withUnsafeMutableBufferPointer { starts in
            for place in from { starts[Int(place.token >> shift & mask)] += 1 }
            var start = 0
            for index in starts.indices { (starts[index], start) = (start, start + starts[index]) }
            for place in from {
              let index = Int(place.token >> shift & mask)
              to[starts[index]] = place
              starts[index] += 1
            }
          }
        }
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
    fileprivate(set) var isSingle = false
    /// Where in `bytes` it ends.
    fileprivate(set) var end: UInt32 = 0

    fileprivate init(token: UInt32, story: UInt32) {
      self.token = token
      (first, last) = (story, story)
    }
  }

  /// Ascending by the number of the token.
  let heads: [Head]
  /// All but the step to the first story of each token.
  private let bytes: [UInt8]

  /// - Parameter places: by token, then in the order of the texts.
  init(_ places: [TokenPlace]) {
    var heads: [Head] = []
    var bytes: [UInt8] = []
    bytes.reserveCapacity(places.count * 2)
    places.withUnsafeBufferPointer { places in
      var at = 0
      while at < places.count {
        var head = Head(token: places[at].token, story: places[at].story)
        var isFirst = true
        while at < places.count, places[at].token == head.token {
          let story = places[at].story
          var end = at + 1
          while end < places.count, places[end].token == head.token, places[end].story == story { end += 1 }
          let isSingle = end - at == 1
          if isFirst {
            (isFirst, head.isSingle) = (false, isSingle)
          } else {
            bytes.append(sevenBits: (story - head.last) << 1 | (isSingle ? 1 : 0))
            head.last = story
          }
          if !isSingle { bytes.append(sevenBits: UInt32(truncatingIfNeeded: end - at)) }
          var last: UInt32 = 0
          for index in at..<end {
            bytes.append(sevenBits: places[index].place - last)
            last = places[index].place
          }
          at = end
        }
        head.end = UInt32(truncatingIfNeeded: bytes.count)
        heads.append(head)
      }
    }
    (self.heads, self.bytes) = (heads, bytes)
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
