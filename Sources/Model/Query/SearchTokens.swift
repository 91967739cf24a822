/// Cuts lines into the tokens that are indexed and looked for.
///
/// A line is folded. Each run of Han, Kana and Hangul becomes its overlapping pairs, and its last character alone at
/// its end; letters, digits and marks of other scripts become words. All else only parts runs and words: which mark
/// stands there, and whether there is a space, is no matter. So a longer run stands in a line exactly where its pairs
/// follow each other, and a single character where a token begins with it.
///
/// The tokens are part of what sites have stored: whoever changes them also writes a migration that makes every index
/// anew.
package enum SearchTokens {
  /// The longest word in Unicode scalars; the rest of it is passed over, in texts and queries alike.
  package static let wordMax = 64
  /// Stands between two lines in the index, so that nothing is found across them. No token of a line looks like it.
  package static let boundary = "¶"

  /// The tokens of a line in order.
  package static func of(_ line: String) -> [String] {
    let scalars = FoldedText(line).scalars
    var tokens: [String] = []
    scan(scalars) { token, _ in tokens.append(String(String.UnicodeScalarView(scalars[token]))) }
    return tokens
  }

  /// The tokens of lines as they are indexed: parted by spaces, with the boundary between lines.
  package static func text(of lines: some Sequence<String>) -> String {
    var text: [UInt8] = []
    for line in lines {
      if !text.isEmpty { text += " \(boundary)".utf8 }
      let scalars = FoldedText(line).scalars
      text.reserveCapacity(text.count + 8 * scalars.count)
      scan(scalars) { token, _ in
        if !text.isEmpty { text.append(0x20) }
        for scalar in scalars[token] { text.append(scalar) }
      }
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// The tokens of a query's word or phrase, and whether the last one is only the beginning of one. While typing, the
  /// last word is.
  static func sought(_ text: String, isTyping: Bool) -> (tokens: [String], isOpen: Bool) {
    let scalars = FoldedText(text).scalars
    var tokens = of(text)
    guard let end = scalars.lastIndex(where: { SearchTokens.kind($0) != .gap }), let last = tokens.last else {
      return ([], false)
    }
    guard kind(scalars[end]) == .paired else { return (tokens, isTyping && end == scalars.count - 1) }
    // The run may go on in the text: its last character is looked for alone only where it is all there is of it.
    let isAlone = end == 0 || kind(scalars[end - 1]) != .paired
    if !isAlone, last.unicodeScalars.count == 1, end == scalars.count - 1 { tokens.removeLast() }
    return (tokens, isAlone && end == scalars.count - 1)
  }

  /// Gives the place of each token of folded scalars in order, and whether it is two characters of a run.
  package static func scan(_ scalars: [Unicode.Scalar], _ take: (_ token: Range<Int>, _ isPair: Bool) -> Void) {
    var at = 0
    while at < scalars.count {
      switch kind(scalars[at]) {
      case .gap: at += 1
      case .paired:
        while at + 1 < scalars.count, kind(scalars[at + 1]) == .paired {
          take(at..<(at + 2), true)
          at += 1
        }
        take(at..<(at + 1), false)
        at += 1
      case .word:
        let start = at
        while at < scalars.count, kind(scalars[at]) == .word { at += 1 }
        take(start..<min(at, start + wordMax), false)
      }
    }
  }

  /// Whether a token is two characters of a run that goes on; not the last one of a run, and not a word.
  package static func isPair(_ token: ArraySlice<Unicode.Scalar>) -> Bool {
    token.count == 2 && kind(token[token.startIndex]) == .paired
  }

  /// What a folded scalar is to a line.
  enum Kind { case paired, word, gap }

  static func kind(_ scalar: Unicode.Scalar) -> Kind {
    switch scalar.value {
    case 0x4E00...0x9FFF: .paired
    case 0x30...0x39, 0x61...0x7A, 0x41...0x5A: .word
    case 0..<0x80, 0x3000...0x3004, 0x3008...0x3020, 0xFF01...0xFF0F, 0x2010...0x2027: .gap
    // Han with its radicals and numerals, Bopomofo, Kana without its double hyphen and middle dot, Hangul.
    case 0x2E80...0x2FDF, 0x3005...0x3007, 0x3021...0x302F, 0x3031...0x3035, 0x3038...0x303B, 0x3041...0x309F,
      0x30A1...0x30FA, 0x30FC...0x31BF, 0x31F0...0x31FF, 0x3400...0x4DBF, 0xF900...0xFAFF, 0x1AFF0...0x1B16F,
      0x20000...0x3FFFF, 0x1100...0x11FF, 0xA960...0xA97F, 0xAC00...0xD7FF:
      .paired
    default: isWord(scalar) ? .word : .gap
    }
  }

  private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .nonspacingMark,
      .spacingMark, .enclosingMark, .decimalNumber, .letterNumber, .otherNumber:
      true
    default: false
    }
  }
}
