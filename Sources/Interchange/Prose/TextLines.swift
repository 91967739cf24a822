/// Joins lines as they are set: nothing between Han, a space between words.
enum TextLines {
  /// One line of many, without space around it or around its breaks.
  static func joined(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "\n")) else { return trimmed(text[...]) }
    var out = ""
    for part in text.split(separator: "\n") {
      let line = trimmed(part)
      guard let first = line.unicodeScalars.first else { continue }
      if let last = out.unicodeScalars.last, needsSpace(between: last, and: first) { out += " " }
      out += line
    }
    return out
  }

  /// The same, but space at both ends of the whole is kept.
  static func oneLine(_ text: String) -> String {
    text.utf8.contains(UInt8(ascii: "\n")) ? joined(text) : text
  }

  /// Whether a line end between two characters is a space: not beside Han, Kana or their punctuation.
  static func needsSpace(between left: Unicode.Scalar, and right: Unicode.Scalar) -> Bool {
    !isWide(left) && !isWide(right) && left != " " && right != " "
  }

  static func isWide(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    // Quotes, dashes and the ellipsis are wide as Chinese sets them; beside Latin they stand at its words.
    case 0x2E80...0x9FFF, 0xF900...0xFAFF, 0xFE30...0xFE4F, 0xFF00...0xFF60, 0x20000...0x3FFFF, 0x2014, 0x2026: true
    default: false
    }
  }

  /// Without spaces, tabs, line ends, full-width spaces and spaces of no width at both ends.
  static func trimmed(_ text: Substring) -> String {
    var scalars = text.unicodeScalars
    while let first = scalars.first, isSpace(first) { scalars.removeFirst() }
    while let last = scalars.last, isSpace(last) { scalars.removeLast() }
    return String(scalars)
  }

  static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    scalar == " " || scalar == "\t" || scalar == "\n" || scalar == "\u{3000}" || scalar == "\u{A0}"
      || scalar == "\u{200B}" || scalar == "\u{2060}"
  }
}
