/// A text in its folded form, with the place in the original of each folded scalar.
package struct FoldedText: Sendable {
  /// Where in the UTF-8 of the original a folded scalar comes from: the bytes of one character.
  package struct Source: Sendable, Equatable {
    package var start: Int
    package var end: Int
  }

  package private(set) var scalars: [Unicode.Scalar] = []
  /// As many as `scalars`, ascending; one character may give several scalars. Empty unless asked for.
  package private(set) var sources: [Source] = []
  private let hasSources: Bool

  /// Folds a text; the sources cost a little more.
  package init(_ text: String, withSources: Bool = false) {
    hasSources = withSources
    if !withSources, let quick = FoldedText.quick(text) {
      scalars = quick
      return
    }
    scalars.reserveCapacity(text.utf8.count / 2)
    let all = text.unicodeScalars
    var at = all.startIndex
    var offset = 0
    var own = at < all.endIndex ? FoldedText.quick(all[at]) : nil
    while at < all.endIndex {
      var next = all.index(after: at)
      var following = next < all.endIndex ? FoldedText.quick(all[next]) : nil
      if let own, following != nil || next == all.endIndex {
        let width = UTF8.width(all[at])
        append(own, Source(start: offset, end: offset + width))
        offset += width
      } else {
        while next < all.endIndex, following == nil {
          next = all.index(after: next)
          following = next < all.endIndex ? FoldedText.quick(all[next]) : nil
        }
        appendSlowly(text[at..<next], &offset)
      }
      (at, own) = (next, following)
    }
  }

  /// A text of nothing but what is folded quickly; nil for any other.
  private static func quick(_ text: String) -> [Unicode.Scalar]? {
    var text = text
    return text.withUTF8 { bytes in
      var isQuick = true
      let scalars = [Unicode.Scalar](unsafeUninitializedCapacity: bytes.count) { scalars, count in
        var at = 0
        while at < bytes.count {
          guard let own = scalar(bytes, &at).flatMap(quick) else {
            isQuick = false
            return
          }
          scalars.initializeElement(at: count, to: own)
          count += 1
        }
      }
      return isQuick ? scalars : nil
    }
  }

  /// The scalar at a place of valid UTF-8, which then moves on.
  private static func scalar(_ bytes: UnsafeBufferPointer<UInt8>, _ at: inout Int) -> Unicode.Scalar? {
    let first = UInt32(bytes[at])
    if (0xE4...0xE9).contains(first) {
      // Nearly all Han, without a loop.
      defer { at += 3 }
      return Unicode.Scalar((first & 0xF) << 12 | UInt32(bytes[at + 1] & 0x3F) << 6 | UInt32(bytes[at + 2] & 0x3F))
    }
    let more =
      switch first {
      case ..<0x80: 0
      case ..<0xE0: 1
      case ..<0xF0: 2
      default: 3
      }
    // Of the first byte all bits but those that tell the length, of each other six.
    var value = more == 0 ? first : first & (0x3F >> UInt32(more))
    for place in at + 1..<at + 1 + more { value = value << 6 | UInt32(bytes[place] & 0x3F) }
    at += more + 1
    return Unicode.Scalar(value)
  }

  /// Folds characters that may be made of several scalars, each for itself.
  private mutating func appendSlowly(_ text: Substring, _ offset: inout Int) {
    for character in text {
      let source = Source(start: offset, end: offset + character.utf8.count)
      offset = source.end
      for scalar in Folding.folded(character) { append(scalar, source) }
    }
  }

  private mutating func append(_ scalar: Unicode.Scalar, _ source: Source) {
    scalars.append(scalar)
    if hasSources { sources.append(source) }
  }

  /// The fold of a scalar that needs no tables but that of traditional characters: ASCII, its full-width forms, Han,
  /// Kana, Hangul and the usual marks. Nil for any other, which may also change the one before it.
  private static func quick(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar.value {
    case 0x4E00...0x9FFF, 0x3400...0x4DBF, 0x20000...0x2F7FF, 0x30000...0x323AF: TraditionalHan.simplified(scalar)
    case 0x41...0x5A: Unicode.Scalar(scalar.value + 0x20)
    case 0..<0x80, 0x3001...0x3029, 0x3041...0x3096, 0x30A1...0x30FC, 0xAC00...0xD7A3, 0x2018, 0x2019, 0x201C,
      0x201D, 0x2014:
      scalar
    case 0x3000: " "
    case 0xFF21...0xFF3A: Unicode.Scalar(scalar.value - 0xFEE0 + 0x20)
    case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0)
    default: nil
    }
  }
}
