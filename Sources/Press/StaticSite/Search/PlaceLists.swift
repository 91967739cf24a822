/// For each token the list of its places, as bytes: numbers of seven bits a byte, the lowest first. A list grows in
/// chunks of one common store, each chunk twice the last, so that many small lists cost little.
struct PlaceLists {
  private static let blockBytes = 1 << 20
  private static let firstBytes = 8
  private static let chunkBytesMax = 4_096
  /// At the end of each chunk: where the next one is.
  private static let linkBytes = 4

  private struct List {
    /// Where its first chunk is.
    let start: Int32
    /// Where its next byte goes, and where the room of its chunk ends.
    var end: Int32
    var limit: Int32
    var chunkBytes: Int32
    var count: Int32 = 0
    /// The story that was added last.
    var story: Int32 = -1
  }

  private var blocks: [[UInt8]] = []
  private var used = PlaceLists.blockBytes
  private var lists: [List] = []

  /// A new, empty list; its number.
  mutating func make() -> Int {
    let start = allot(PlaceLists.firstBytes)
    let size = Int32(PlaceLists.firstBytes)
    lists.append(List(start: start, end: start, limit: start + size, chunkBytes: size))
    return lists.count - 1
  }

  /// The places of a token in a story that comes after all before it; ascending, at least one. They are the low halves
  /// of `places`.
  mutating func add(_ places: ArraySlice<UInt64>, of story: Int, to list: Int) {
    let step = UInt32(story - Int(lists[list].story))
    lists[list].story = Int32(story)
    append(step << 1 | (places.count == 1 ? 1 : 0), to: list)
    if places.count > 1 { append(UInt32(places.count), to: list) }
    var last: UInt32 = 0
    for place in places {
      let place = UInt32(truncatingIfNeeded: place)
      append(place - last, to: list)
      last = place
    }
  }

  private mutating func append(_ number: UInt32, to list: Int) {
    var rest = number
    while rest >= 0x80 {
      append(byte: UInt8(rest & 0x7F | 0x80), to: list)
      rest >>= 7
    }
    append(byte: UInt8(rest), to: list)
  }

  private mutating func append(byte: UInt8, to number: Int) {
    if lists[number].end == lists[number].limit { lengthen(number) }
    let at = Int(lists[number].end)
    blocks[at / PlaceLists.blockBytes][at % PlaceLists.blockBytes] = byte
    lists[number].end += 1
    lists[number].count += 1
  }

  private mutating func lengthen(_ number: Int) {
    let size = min(Int(lists[number].chunkBytes) * 2, PlaceLists.chunkBytesMax)
    let next = allot(size)
    let link = Int(lists[number].limit)
    for byte in 0..<PlaceLists.linkBytes {
      blocks[link / PlaceLists.blockBytes][link % PlaceLists.blockBytes + byte] =
        UInt8(truncatingIfNeeded: next >> Int32(8 * byte))
    }
    lists[number].end = next
    lists[number].limit = next + Int32(size)
    lists[number].chunkBytes = Int32(size)
  }

  /// Room for so many bytes and the link behind them, within one block.
  private mutating func allot(_ bytes: Int) -> Int32 {
    let whole = bytes + PlaceLists.linkBytes
    if used + whole > PlaceLists.blockBytes {
      blocks.append([UInt8](repeating: 0, count: PlaceLists.blockBytes))
      used = 0
    }
    defer { used += whole }
    return Int32((blocks.count - 1) * PlaceLists.blockBytes + used)
  }

  func bytes(of list: Int) -> [UInt8] {
    var left = Int(lists[list].count)
    var out: [UInt8] = []
    out.reserveCapacity(left)
    var at = Int(lists[list].start)
    var size = PlaceLists.firstBytes
    while left > 0 {
      let (block, from) = (at / PlaceLists.blockBytes, at % PlaceLists.blockBytes)
      out += blocks[block][from..<(from + min(left, size))]
      left -= size
      guard left > 0 else { break }
      let link = from + size
      at = (0..<PlaceLists.linkBytes).reduce(0) { $0 | Int(blocks[block][link + $1]) << (8 * $1) }
      size = min(size * 2, PlaceLists.chunkBytesMax)
    }
    return out
  }
}
