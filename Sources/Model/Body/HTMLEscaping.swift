/// Text made safe for HTML, in elements and in quoted attributes.
package enum HTMLEscaping {
  /// The text with `&`, `<`, `>`, `"` and `'` as references, judged byte by byte: a mark that joins itself to a quote
  /// hides nothing. Control characters and non-characters, which HTML forbids, are left out.
  package static func escape(_ text: String) -> String {
    var text = text
    let isPlain = text.withUTF8 { bytes in next(bytes, from: 0) == nil }
    guard !isPlain else { return text }
    var out: [UInt8] = []
    out.reserveCapacity(text.utf8.count + 32)
    append(text, to: &out)
    return String(decoding: out, as: UTF8.self)
  }

  /// Adds the text, escaped, to bytes.
  package static func append(_ text: String, to out: inout [UInt8]) {
    var text = text
    text.withUTF8 { bytes in
      var from = 0
      while let found = next(bytes, from: from) {
        out.append(contentsOf: bytes[from..<found.at])
        found.replacement.withUTF8Buffer { out.append(contentsOf: $0) }
        from = found.at + found.length
      }
      out.append(contentsOf: bytes[from...])
    }
  }

  /// The next bytes, from a place on, that something else stands for; nil where there are none.
  private static func next(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int
  ) -> (at: Int, length: Int, replacement: StaticString)? {
    var at = afterHarmless(bytes, start)
    while at < bytes.count {
      if let (length, replacement) = replaced(bytes, at) { return (at, length, replacement) }
      at = afterHarmless(bytes, at + 1)
    }
    return nil
  }

  /// The next place, from one on, of a byte that may need to be replaced; else the end. Eight are looked at at once.
  private static func afterHarmless(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
    func isSuspect(_ place: Int) -> Bool {
      guard !isHarmless(bytes[place]) else { return false }
      // EF begins all full-width marks; only before BF can it begin a non-character.
      return bytes[place] != 0xEF || (place + 1 < bytes.count && bytes[place + 1] == 0xBF)
    }
    var at = start
    while at + 8 <= bytes.count {
      if mayHarm(UnsafeRawPointer(bytes.baseAddress! + at).loadUnaligned(as: UInt64.self).littleEndian) {
        for place in at..<at + 8 where isSuspect(place) { return place }
      }
      at += 8
    }
    while at < bytes.count, !isSuspect(at) { at += 1 }
    return at
  }

  /// Whether one of eight bytes may need to be replaced; the first is the lowest. False only where none does.
  private static func mayHarm(_ word: UInt64) -> Bool {
    let (ones, highs): (UInt64, UInt64) = (0x0101_0101_0101_0101, 0x8080_8080_8080_8080)
    /// Has the high bit of a byte that is zero, as long as none below it is.
    func zeros(_ word: UInt64) -> UInt64 { (word &- ones) & ~word & highs }
    let controls = (word &- ones &* 0x20) & ~word & highs
    // & and ', < and > differ in one bit each.
    let marks =
      zeros(word ^ ones &* 0x22) | zeros(word & ~ones ^ ones &* 0x26) | zeros(word & ~(ones &* 2) ^ ones &* 0x3C)
      | zeros(word ^ ones &* 0x7F) | zeros(word ^ ones &* 0xC2)
    guard controls | marks == 0 else { return true }
    return zeros(word ^ ones &* 0xEF) != 0 && (zeros(word ^ ones &* 0xBF) != 0 || word >> 56 == 0xEF)
  }

  /// What stands for the bytes at a place, and how many they are; nil where they stand for themselves. U+0080 to U+009F
  /// are C2 80 to C2 9F, U+FFFE and U+FFFF are EF BF BE and EF BF BF.
  private static func replaced(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> (Int, StaticString)? {
    switch bytes[at] {
    case 0x26: return (1, "&amp;")
    case 0x3C: return (1, "&lt;")
    case 0x3E: return (1, "&gt;")
    case 0x22: return (1, "&quot;")
    case 0x27: return (1, "&#39;")
    case 0xC2: return at + 1 < bytes.count && bytes[at + 1] < 0xA0 ? (2, "") : nil
    case 0xEF:
      let isNone = at + 2 < bytes.count && bytes[at + 1] == 0xBF && bytes[at + 2] >= 0xBE
      return isNone ? (3, "") : nil
    default: return bytes[at] == 0x0A ? nil : (1, "")
    }
  }

  /// Whether a byte stands for itself wherever it is.
  private static func isHarmless(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x26, 0x3C, 0x3E, 0x22, 0x27, 0x00..<0x09, 0x0B..<0x20, 0x7F, 0xC2, 0xEF: false
    default: true
    }
  }
}
