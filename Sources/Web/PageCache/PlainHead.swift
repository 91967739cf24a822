/// The head of a request in its plainest form, read on raw bytes: GET or HEAD of a path without a query, HTTP/1.1, one
/// ordinary host, no body, and no field that would ask for more than a whole page or a look whether it changed. It is
/// narrower than the standard on purpose: whatever it does not know for sure is for the slow way.
struct PlainHead {
  /// A longer head is for the slow way.
  static let bytesMax = 8_192

  /// A value without the spaces about it.
  typealias Value = UnsafeRawBufferPointer

  let isHead: Bool
  let path: UnsafeRawBufferPointer
  /// To the end of the empty line.
  private(set) var bytes = 0
  private(set) var acceptEncoding: Value?
  private(set) var noneMatch: Value?
  private(set) var modifiedSince: Value?
  private(set) var userAgent: Value?
  private(set) var forwardedFor: Value?
  private var fields = 0
  private var hasHost = false
  private var hasConnection = false

  /// Reads the head that some bytes begin with; nil when it is not of this form or not there whole.
  ///
  /// The values are good as long as the bytes are.
  init?(_ all: UnsafeRawBufferPointer, limits: ServerLimits) {
    let all = UnsafeRawBufferPointer(rebasing: all.prefix(min(PlainHead.bytesMax, limits.headerBytesMax)))
    guard all.count > 18 else { return nil }
    let method = all.loadUnaligned(as: UInt32.self)
    let start: Int
    if method == PlainHead.get {
      (isHead, start) = (false, 4)
    } else if method == PlainHead.head, all[4] == 0x20 {
      (isHead, start) = (true, 5)
    } else {
      return nil
    }
    var end = start
    while end < all.count, all[end] > 0x23 || all[end] == 0x21, all[end] < 0x7F, all[end] != 0x3F { end += 1 }
    guard all[start] == 0x2F, end + 11 < all.count, all[end] == 0x20, end - start <= limits.targetBytesMax,
      all.loadUnaligned(fromByteOffset: end + 1, as: UInt64.self) == PlainHead.version,
      all.loadUnaligned(fromByteOffset: end + 9, as: UInt16.self) == PlainHead.lineEnd
    else { return nil }
    path = UnsafeRawBufferPointer(rebasing: all[start..<end])
    guard readFields(all, from: end + 11, most: limits.headerFieldsMax), hasHost else { return nil }
  }

  private static let get = UInt32(littleEndian: 0x2054_4547)
  private static let head = UInt32(littleEndian: 0x4441_4548)
  private static let version = UInt64(littleEndian: 0x312E_312F_5054_5448)
  private static let lineEnd = UInt16(littleEndian: 0x0A0D)

  private mutating func readFields(_ all: UnsafeRawBufferPointer, from start: Int, most: Int) -> Bool {
    var place = start
    while place + 1 < all.count {
      if all[place] == 0x0D {
        bytes = place + 2
        return all[place + 1] == 0x0A
      }
      let name = place
      while place < all.count, PlainHead.isOfName(all[place]) { place += 1 }
      guard place > name, place < all.count, all[place] == 0x3A else { return false }
      let nameEnd = place
      repeat { place += 1 } while place < all.count && all[place] == 0x20
      let value = place
      place = PlainHead.endOfText(all, from: place)
      guard place + 1 < all.count, all[place] == 0x0D, all[place + 1] == 0x0A else { return false }
      // A space at the end may or may not be of the value: the slow way knows.
      guard all[place - 1] != 0x20 || place == value else { return false }
      fields += 1
      let isKnown = take(
        UnsafeRawBufferPointer(rebasing: all[name..<nameEnd]), UnsafeRawBufferPointer(rebasing: all[value..<place]))
      guard fields <= most, isKnown else { return false }
      place += 2
    }
    return false
  }

  /// False for a field that only the slow way may judge.
  private mutating func take(_ name: UnsafeRawBufferPointer, _ value: Value) -> Bool {
    switch name.count {
    case 2: return !PlainHead.same(name, "te")
    case 4: return !PlainHead.same(name, "host") || takeHost(value)
    case 5: return !PlainHead.same(name, "range")
    case 6: return !PlainHead.same(name, "expect")
    case 7: return !PlainHead.same(name, "upgrade") && !PlainHead.same(name, "trailer")
    case 8: return !PlainHead.same(name, "if-range") && !PlainHead.same(name, "if-match")
    case 10: return takeTen(name, value)
    case 13:
      if PlainHead.same(name, "if-none-match") { return PlainHead.keep(value, in: &noneMatch) }
      return !PlainHead.same(name, "authorization")
    case 14: return !PlainHead.same(name, "content-length") && !PlainHead.same(name, "http2-settings")
    case 15:
      if PlainHead.same(name, "accept-encoding") { return PlainHead.keep(value, in: &acceptEncoding) }
      return !PlainHead.same(name, "x-forwarded-for") || PlainHead.keep(value, in: &forwardedFor)
    case 16: return !PlainHead.same(name, "proxy-connection")
    case 17:
      if PlainHead.same(name, "if-modified-since") { return PlainHead.keep(value, in: &modifiedSince) }
      return !PlainHead.same(name, "transfer-encoding")
    case 19: return !PlainHead.same(name, "if-unmodified-since")
    default: return true
    }
  }

  private mutating func takeHost(_ value: Value) -> Bool {
    guard !hasHost else { return false }
    hasHost = true
    return !value.isEmpty && value.allSatisfy(PlainHead.isOfHost)
  }

  private mutating func takeTen(_ name: UnsafeRawBufferPointer, _ value: Value) -> Bool {
    if PlainHead.same(name, "user-agent") { return PlainHead.keep(value, in: &userAgent) }
    guard PlainHead.same(name, "connection") else { return true }
    guard !hasConnection else { return false }
    hasConnection = true
    return PlainHead.same(value, "keep-alive")
  }

  /// False when there is one already.
  private static func keep(_ value: Value, in place: inout Value?) -> Bool {
    guard place == nil else { return false }
    place = value
    return true
  }

  /// Letters, digits and the hyphen: not all that the standard allows.
  private static func isOfName(_ byte: UInt8) -> Bool {
    let letter = byte | 0x20
    return (letter >= 0x61 && letter <= 0x7A) || byte == 0x2D || (byte >= 0x30 && byte <= 0x39)
  }

  /// A name, an address of either kind, and a port.
  static func isOfHost(_ byte: UInt8) -> Bool {
    isOfName(byte) || byte == 0x2E || byte == 0x3A || byte == 0x5B || byte == 0x5D
  }

  /// The first byte that is not visible ASCII or a space; eight at a time as long as all are.
  private static func endOfText(_ all: UnsafeRawBufferPointer, from start: Int) -> Int {
    var place = start
    while place + 8 <= all.count {
      let eight = all.loadUnaligned(fromByteOffset: place, as: UInt64.self)
      let low = (eight &- 0x2020_2020_2020_2020) & ~eight
      let high = (eight &+ 0x0101_0101_0101_0101) | eight
      guard (low | high) & 0x8080_8080_8080_8080 == 0 else { break }
      place += 8
    }
    while place < all.count, all[place] >= 0x20, all[place] < 0x7F { place += 1 }
    return place
  }

  /// Whether some bytes are a word, in whatever case.
  private static func same(_ bytes: UnsafeRawBufferPointer, _ word: StaticString) -> Bool {
    guard bytes.count == word.utf8CodeUnitCount else { return false }
    let letters = word.utf8Start
    for place in 0..<bytes.count where bytes[place] | 0x20 != letters[place] { return false }
    return true
  }
}
