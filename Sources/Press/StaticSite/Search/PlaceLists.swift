/// For each token the list of its places, as bytes: numbers of seven bits a byte, the lowest first. A list grows in
/// chunks of one common store, each chunk twice the last, so that many small lists cost little.
///
/// Places of a story are noted as they come, token by token, and written when it ends: how many there are of a token
/// stands before them.
struct PlaceLists {
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
    /// Of the story in hand: the first and the last note, and how many there are.
    var first: Int32 = 0
    var last: Int32 = 0
    var notes: Int32 = 0
  }

  private var store = ByteBlocks()
  private var lists: [List] = []
  private var notes: [(place: UInt32, next: Int32)] = []
  /// The lists with notes.
  private var noted: [Int32] = []

  /// A new, empty list; its number.
  mutating func make() -> Int {
    let size = Int32(PlaceLists.firstBytes)
    let start = store.allot(PlaceLists.firstBytes + PlaceLists.linkBytes)
    lists.append(List(start: start, end: start, limit: start + size, chunkBytes: size))
    return lists.count - 1
  }

  /// Notes a place of the story in hand, ascending.
  mutating func note(_ place: UInt32, in list: Int) {
    let note = Int32(truncatingIfNeeded: notes.count)
    notes.append((place, -1))
    if lists[list].notes == 0 {
      lists[list].first = note
      noted.append(Int32(truncatingIfNeeded: list))
    } else {
      notes[Int(lists[list].last)].next = note
    }
    lists[list].last = note
    lists[list].notes += 1
  }

  /// Writes what was noted of a story, which comes after all before it.
  mutating func end(story: Int) {
    for number in noted { write(Int(number), of: Int32(truncatingIfNeeded: story)) }
    noted.removeAll(keepingCapacity: true)
    notes.removeAll(keepingCapacity: true)
  }

  private mutating func write(_ number: Int, of story: Int32) {
    var list = lists[number]
    let step = UInt32(bitPattern: story - list.story)
    append(step << 1 | (list.notes == 1 ? 1 : 0), to: &list)
    if list.notes > 1 { append(UInt32(bitPattern: list.notes), to: &list) }
    var last: UInt32 = 0
    var at = list.first
    for _ in 0..<list.notes {
      let note = notes[Int(at)]
      append(note.place - last, to: &list)
      last = note.place
      at = note.next
    }
    list.story = story
    list.notes = 0
    lists[number] = list
  }

  private mutating func append(_ number: UInt32, to list: inout List) {
    var rest = number
    while rest >= 0x80 {
      append(byte: UInt8(rest & 0x7F | 0x80), to: &list)
      rest >>= 7
    }
    append(byte: UInt8(rest), to: &list)
  }

  private mutating func append(byte: UInt8, to list: inout List) {
    if list.end == list.limit { lengthen(&list) }
    store.set(byte, at: list.end)
    list.end += 1
    list.count += 1
  }

  private mutating func lengthen(_ list: inout List) {
    let size = min(Int(list.chunkBytes) * 2, PlaceLists.chunkBytesMax)
    let next = store.allot(size + PlaceLists.linkBytes)
    for byte in 0..<Int32(PlaceLists.linkBytes) {
      store.set(UInt8(truncatingIfNeeded: next >> (8 * byte)), at: list.limit + byte)
    }
    list.end = next
    list.limit = next + Int32(size)
    list.chunkBytes = Int32(size)
  }

  /// Gives the bytes of a list in the place of what is in `out`.
  func read(_ list: Int, into out: inout [UInt8]) {
    out.removeAll(keepingCapacity: true)
    var left = Int(lists[list].count)
    var at = lists[list].start
    var size = PlaceLists.firstBytes
    while left > 0 {
      out.append(contentsOf: store.bytes(at: at, count: min(left, size)))
      left -= size
      guard left > 0 else { break }
      let link = store.bytes(at: at + Int32(size), count: PlaceLists.linkBytes)
      at = (0..<PlaceLists.linkBytes).reduce(0) { $0 | Int32(link[$1]) << Int32(8 * $1) }
      size = min(size * 2, PlaceLists.chunkBytesMax)
    }
  }
}

/// Memory in blocks that never move. Runs within a block are allotted and never given back.
struct ByteBlocks {
  private static let blockBits: Int32 = 20

  private final class Block {
    let bytes = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 1 << Int(blockBits))

    deinit { bytes.deallocate() }
  }

  private var blocks: [Block] = []
  private var starts: [UnsafeMutablePointer<UInt8>] = []
  private var used = 1 << Int(blockBits)

  /// Where a run of so many bytes begins, at most a block.
  mutating func allot(_ count: Int) -> Int32 {
    if used + count > 1 << Int(ByteBlocks.blockBits) {
      let block = Block()
      guard let start = block.bytes.baseAddress else { preconditionFailure("a block is not empty") }
      blocks.append(block)
      starts.append(start)
      used = 0
    }
    defer { used += count }
    return Int32(blocks.count - 1) << ByteBlocks.blockBits + Int32(used)
  }

  /// At a place that was allotted.
  func set(_ byte: UInt8, at place: Int32) {
    starts[Int(place >> ByteBlocks.blockBits)][Int(place & (1 << ByteBlocks.blockBits - 1))] = byte
  }

  /// Of one run; they hold as long as this value does.
  func bytes(at place: Int32, count: Int) -> UnsafeBufferPointer<UInt8> {
    let start = starts[Int(place >> ByteBlocks.blockBits)] + Int(place & (1 << ByteBlocks.blockBits - 1))
    return UnsafeBufferPointer(start: start, count: count)
  }
}
