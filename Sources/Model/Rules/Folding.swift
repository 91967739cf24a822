import Foundation

/// Forms of a text for matching only; never shown. Folding twice changes nothing more.
package enum Folding {
  /// A text as it is searched: compatibility forms made one (NFKC, so full-width Latin is plain), lower case,
  /// diacritics of Latin, Greek and Cyrillic removed, traditional Han simplified character by character, invisible
  /// characters left out. Marks that are letters of their script, as in Kana, stay.
  package static func fold(_ text: String) -> String {
    String(String.UnicodeScalarView(FoldedText(text).scalars))
  }

  /// The fold of one character of any kind.
  static func folded(_ character: Character) -> [Unicode.Scalar] {
    let lower = String(character).decomposedStringWithCompatibilityMapping.lowercased()
    var kept = String.UnicodeScalarView()
    for scalar in lower.decomposedStringWithCompatibilityMapping.unicodeScalars
    where !isDiacritic(scalar) && !scalar.properties.isDefaultIgnorableCodePoint {
      // A sigma at the end of a word is written in its own form.
      kept.append(scalar == "ς" ? "σ" : scalar)
    }
    return String(kept).precomposedStringWithCompatibilityMapping.unicodeScalars.map(TraditionalHan.simplified)
  }

  /// A person's name in its one form: no white space between Han, Kana and Hangul (so `张　三` is `张三`), one space
  /// where it parts other words, none at the ends. Letters keep their case.
  package static func name(_ text: String) -> String {
    var out = String.UnicodeScalarView()
    var hasGap = false
    for scalar in text.precomposedStringWithCanonicalMapping.unicodeScalars {
      if scalar.properties.isWhitespace || scalar.value < 0x20 {
        hasGap = true
        continue
      }
      if [0x200B, 0x2060, 0xFEFF].contains(scalar.value) { continue }
      if hasGap, let last = out.last, !(last.isUnspaced && scalar.isUnspaced) { out.append(" ") }
      hasGap = false
      out.append(scalar)
    }
    return String(out)
  }

  /// An old address in its one form: without its fragment, percent-decoded once where that gives UTF-8 (`%23`, `%25`,
  /// `%3F` and control characters stay encoded, since decoded they would mean something else), lower case, slashes
  /// never doubled in the path. The query is kept.
  package static func path(_ address: String) -> String {
    let whole = decoded(address.utf8.prefix(while: { $0 != 0x23 }))
    let lower = whole.precomposedStringWithCanonicalMapping.lowercased().precomposedStringWithCanonicalMapping
    var out = String.UnicodeScalarView()
    var isPath = true
    for scalar in lower.unicodeScalars {
      if scalar == "?" { isPath = false }
      if isPath, scalar == "/", out.last == "/" { continue }
      out.append(scalar)
    }
    return String(out)
  }

  /// Combining Diacritical Marks with their extended, supplement, symbol and half-mark blocks.
  private static func isDiacritic(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0300...0x036F, 0x1AB0...0x1AFF, 0x1DC0...0x1DFF, 0x20D0...0x20FF, 0xFE20...0xFE2F: true
    default: false
    }
  }

  private static func decoded(_ bytes: String.UTF8View.SubSequence) -> String {
    let source = Array(bytes)
    var out: [UInt8] = []
    var at = 0
    while at < source.count {
      if let byte = escape(source, at), byte >= 0x20, ![0x23, 0x25, 0x3F, 0x7F].contains(byte) {
        out.append(byte)
        at += 3
      } else {
        out.append(source[at])
        at += 1
      }
    }
    return String(validating: out, as: UTF8.self) ?? String(decoding: source, as: UTF8.self)
  }

  /// The byte that `%XX` at a place stands for; nil when none stands there.
  private static func escape(_ bytes: [UInt8], _ at: Int) -> UInt8? {
    guard bytes[at] == 0x25, at + 2 < bytes.count,
      let high = Character(Unicode.Scalar(bytes[at + 1])).hexDigitValue,
      let low = Character(Unicode.Scalar(bytes[at + 2])).hexDigitValue
    else { return nil }
    return UInt8(high * 16 + low)
  }
}
