/// A text cut into what readers compare: characters of Han, Kana and Hangul, words of other scripts, and all else by
/// character. Joined, the pieces are the text.
enum TextTokens {
  static func cut(_ text: String) -> [Substring] {
    var tokens: [Substring] = []
    var start = text.startIndex
    var isInWord = false
    for index in text.indices {
      let character = text[index]
      let isWord = !character.isUnspaced && (character.isLetter || character.isNumber)
      if index > start, !(isWord && isInWord) {
        tokens.append(text[start..<index])
        start = index
      }
      isInWord = isWord
    }
    if start < text.endIndex { tokens.append(text[start...]) }
    return tokens
  }

  /// Where sentences end in a run of tokens: the ranges of the sentences, in order, that make up the whole.
  static func sentences(_ tokens: [Substring]) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var start = 0
    for (index, token) in tokens.enumerated() {
      guard let last = token.last, ends.contains(last) else { continue }
      ranges.append(start..<index + 1)
      start = index + 1
    }
    if start < tokens.count { ranges.append(start..<tokens.count) }
    return ranges
  }

  private static let ends: Set<Character> = ["。", "！", "？", "；", ".", "!", "?", "\n", "\r\n", "\u{2028}"]
}
