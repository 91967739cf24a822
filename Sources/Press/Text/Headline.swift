import Model

/// A headline as it is set: lines that the editor broke, or phrases that part at a full-width space.
struct Headline: View, Equatable {
  /// The longest line that is held whatever the width, in Chinese characters.
  static let heldMax = 14
  /// A headline of an article longer than this is set one rank smaller, in Chinese characters.
  static let largeMax = 24

  let lines: [String]
  let phrases: [String]
  /// Of the longest held line, in Chinese characters.
  let width: Int?
  let isLong: Bool

  static let fields: [String: Field<Headline>] = [
    "lines": .texts { $0.lines },
    "phrases": .texts { $0.phrases },
    "hasPhrases": .flag { $0.phrases.count > 1 },
    "n": .text { $0.width.map { "\($0)" } },
    "free": .flag { $0.isLong },
    "text": .text { ($0.lines + $0.phrases).joined(separator: " ") },
  ]

  init(_ headline: [String]) {
    let widths = headline.map(Headline.width)
    let longest = widths.max() ?? 0
    isLong = widths.reduce(0, +) > Double(Headline.largeMax)
    if longest <= Double(Headline.heldMax), headline.count > 1 || longest > 0 {
      lines = headline
      phrases = []
      width = max(4, Int(longest.rounded(.up)))
    } else {
      lines = []
      phrases = headline.flatMap(Headline.phrases)
      width = nil
    }
  }

  /// A kicker or subhead: always phrases.
  init(phrasesOf text: String) {
    lines = []
    phrases = Headline.phrases(text)
    width = nil
    isLong = false
  }

  /// A headline in a list of one size: always phrases, its lines among them.
  init(listed headline: [String]) {
    lines = []
    phrases = headline.flatMap(Headline.phrases)
    width = nil
    isLong = false
  }

  static func phrases(_ text: String) -> [String] { text.split(separator: "\u{3000}").map(String.init) }

  /// The width of a line in Chinese characters: letters and figures of Latin are about half as wide.
  static func width(_ text: String) -> Double {
    text.unicodeScalars.reduce(0) { sum, scalar in
      switch scalar.value {
      case 0x300...0x36F, 0x200B...0x200F: sum
      case 0x41...0x5A, 0x4D, 0x57: sum + 0.72
      case ..<0x2E80 where scalar.value != 0x2014 && !(0x2018...0x201D).contains(scalar.value): sum + 0.56
      default: sum + 1
      }
    }
  }
}
