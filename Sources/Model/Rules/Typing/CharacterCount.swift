/// 字数, as editors count it and as Word's 字数 does: each character of Han, Kana, Hangul and Bopomofo, each full-width
/// mark, letter and digit is one, and so is a word or number of other scripts with the marks that touch it. White space
/// counts for nothing. The same rule counts in the editor: Tests/Fixtures/typing/counts.json holds both to it.
package struct CharacterCount: Hashable, Sendable {
  package let kicker: Int
  /// A number for each line of the headline.
  package let headline: [Int]
  package let subhead: Int
  /// The text with its subheadings, tables, captions and notes, as in `Body.lines`.
  package let body: Int

  package init(_ copy: Copy) {
    kicker = CharacterCount.of(copy.kicker)
    headline = copy.headline.map(CharacterCount.of)
    subhead = CharacterCount.of(copy.subhead)
    body = CharacterCount.of(copy.body)
  }

  /// Head and body together.
  package var whole: Int { kicker + headline.reduce(0, +) + subhead + body }

  /// The count of a body.
  package static func of(_ body: Body) -> Int { body.lines.reduce(0) { $0 + of($1) } }

  /// The count of a text. “ ” ‘ ’ … — · are full-width where the text holds Han, Kana or Hangul, else parts of words;
  /// an apostrophe within a word is always part of it. Cost: the length of the text.
  package static func of(_ text: String) -> Int {
    let scalars = Array(text.unicodeScalars)
    let isEastern = scalars.contains(where: \.isUnspaced)
    var count = 0
    var isInWord = false
    for (place, scalar) in scalars.enumerated() {
      if scalar.isCountedWithTheLast { continue }
      if scalar.properties.isWhitespace || scalar.isInvisible {
        isInWord = false
      } else if scalar.isFullWidth || isEastern && scalar.isOfEitherWidth && !isApostrophe(scalars, place) {
        count += 1
        isInWord = false
      } else if !isInWord {
        count += 1
        isInWord = true
      }
    }
    return count
  }

  private static func isApostrophe(_ scalars: [Unicode.Scalar], _ place: Int) -> Bool {
    scalars[place].value == 0x2019 && place > 0 && place + 1 < scalars.count
      && scalars[place - 1].isLatinLetter && scalars[place + 1].isLatinLetter
  }
}

extension Unicode.Scalar {
  /// Whether it is set as wide as a Han character, whatever stands about it: Unicode's East Asian Width, W and F,
  /// without emoji.
  var isFullWidth: Bool {
    switch value {
    case 0x2E80...0x2FFF, 0x3001...0x33FF, 0xFE30...0xFE4F, 0xFF01...0xFFEF: true
    default: isUnspaced
    }
  }

  /// “ ” ‘ ’ … — – · ‥ ※ ℃: wide among Han, narrow among Latin.
  fileprivate var isOfEitherWidth: Bool {
    switch value {
    case 0xB7, 0x2013...0x2015, 0x2018, 0x2019, 0x201C, 0x201D, 0x2025, 0x2026, 0x203B, 0x2103: true
    default: false
    }
  }

  /// Combining marks, joiners, variation selectors and the later parts of a Hangul syllable.
  fileprivate var isCountedWithTheLast: Bool {
    switch value {
    case 0x0300...0x036F, 0x1160...0x11FF, 0x1AB0...0x1AFF, 0x1DC0...0x1DFF, 0x200C, 0x200D, 0x20D0...0x20FF,
      0x302A...0x302F, 0x3099, 0x309A, 0xFE00...0xFE0F, 0xFE20...0xFE2F, 0xE0100...0xE01EF:
      true
    default: false
    }
  }

  /// Zero-width characters and marks of direction.
  fileprivate var isInvisible: Bool {
    switch value {
    case 0xAD, 0x200B, 0x200E, 0x200F, 0x202A...0x202E, 0x2060...0x2064, 0xFEFF: true
    default: false
    }
  }

  fileprivate var isLatinLetter: Bool {
    switch value {
    case 0x41...0x5A, 0x61...0x7A, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x24F: true
    default: false
    }
  }
}
