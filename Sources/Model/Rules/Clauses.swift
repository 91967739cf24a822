/// Where a text may be cut: after a sentence or a clause, never inside a word, a number, a title in 《》, or a term that
/// is to stay whole. Offsets count characters from the start of the text.
struct Clauses {
  /// A place where the text may be cut.
  struct Boundary: Equatable {
    /// Behind the mark and the quotes and brackets that close with it.
    let end: Int
    let isSentence: Bool
    /// What is open there, the innermost first, by the characters that close it.
    let closers: [Character]
  }

  let characters: [Character]
  private(set) var boundaries: [Boundary] = []
  private let isInside: [Bool]
  /// The characters that close what is open, the innermost last.
  private var open: [Character] = []

  /// `whole` are the terms that stay whole: names and protected terms.
  init(_ text: String, whole: [String] = []) {
    characters = Array(text)
    isInside = Clauses.inside(characters, terms: whole.map(Array.init))
    scan()
  }

  /// The text up to an offset.
  func prefix(_ end: Int) -> String { String(characters[..<end]) }

  private mutating func scan() {
    var at = 0
    while at < characters.count {
      let character = characters[at]
      at += 1
      if Clauses.isLetter(character) { continue }
      if Clauses.sentenceMarks.contains(character), endsSentence(at - 1) {
        at = mark(from: at, isSentence: true)
      } else if Clauses.clauseMarks.contains(character), endsClause(at - 1) {
        at = mark(from: at, isSentence: false)
      } else {
        track(character, at - 1)
      }
    }
    if let last = boundaries.last, last.end == characters.count { return }
    boundaries.append(Boundary(end: characters.count, isSentence: true, closers: open.reversed()))
  }

  /// Takes the marks and closing quotes that follow one mark, and notes the boundary behind them.
  private mutating func mark(from start: Int, isSentence: Bool) -> Int {
    var at = start
    var closes = false
    while at < characters.count {
      let character = characters[at]
      if open.last == character {
        open.removeLast()
        closes = true
      } else if !Clauses.sentenceMarks.contains(character) || !isSentence {
        break
      }
      at += 1
    }
    // “…？”他问: the sentence goes on behind the quote, and only a clause ends there.
    let goesOn = closes && at < characters.count && !characters[at].isWhitespace && !Clauses.opens(characters[at])
    if !isInside[at] {
      boundaries.append(Boundary(end: at, isSentence: isSentence && !goesOn, closers: open.reversed()))
    }
    return at
  }

  /// Follows quotes and brackets. An apostrophe within a word, and a closing mark that closes nothing, are passed over.
  private mutating func track(_ character: Character, _ at: Int) {
    if character == "’", at > 0, at + 1 < characters.count, characters[at - 1].isLetter, characters[at + 1].isLetter,
      !characters[at - 1].isUnspaced, !characters[at + 1].isUnspaced
    {
      return
    }
    if character == "\"", open.contains("\"") {
      close(character)
    } else if let closer = Clauses.pairs[character] {
      open.append(closer)
    } else if Clauses.closers.contains(character) {
      close(character)
    }
  }

  private mutating func close(_ character: Character) {
    guard let place = open.lastIndex(of: character) else { return }
    open.removeSubrange(place...)
  }

  /// A full stop ends a sentence before white space or the end, but not in `J. Smith`, `Dr. Lee` or `3.5`.
  private func endsSentence(_ at: Int) -> Bool {
    guard characters[at] == "." else { return true }
    if at + 1 < characters.count, !characters[at + 1].isWhitespace, !Clauses.closers.contains(characters[at + 1]) {
      return at > 0 && characters[at - 1].isUnspaced
    }
    var start = at
    while start > 0, characters[start - 1].isLetter || characters[start - 1] == "." { start -= 1 }
    let word = String(characters[start..<at])
    if word.contains(".") || Clauses.abbreviations.contains(word.lowercased()) { return at + 1 == characters.count }
    return !(word.count == 1 && word.first?.isUppercase == true && at + 1 < characters.count)
  }

  /// A comma ends a clause unless it stands within a number or a word.
  private func endsClause(_ at: Int) -> Bool {
    guard at + 1 < characters.count else { return true }
    if characters[at] == "," || characters[at] == ";" {
      return characters[at + 1].isWhitespace || at > 0 && characters[at - 1].isUnspaced
        || Clauses.closers.contains(characters[at + 1])
    }
    return !(at > 0 && characters[at - 1].isNumber && characters[at + 1].isNumber)
  }

  /// For each place between two characters whether a term or a title in 《》 stands across it.
  private static func inside(_ characters: [Character], terms: [[Character]]) -> [Bool] {
    var inside = [Bool](repeating: false, count: characters.count + 1)
    var titleStart: Int?
    for (at, character) in characters.enumerated() {
      if character == "《" { titleStart = titleStart ?? at }
      if character == "》", let start = titleStart {
        for place in (start + 1)..<(at + 1) { inside[place] = true }
        titleStart = nil
      }
    }
    for term in terms where term.count > 1 {
      for start in characters.indices where characters[start] == term[0] {
        let end = start + term.count
        guard end <= characters.count, characters[start..<end].elementsEqual(term) else { continue }
        for place in (start + 1)..<end { inside[place] = true }
      }
    }
    return inside
  }

  /// Whether a character is plainly no mark: Han, or a letter or digit of ASCII. Most are, and sets of characters are
  /// slow to ask.
  private static func isLetter(_ character: Character) -> Bool {
    switch character.unicodeScalars.first?.value ?? 0 {
    case 0x4E00...0x9FFF, 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    default: false
    }
  }

  private static func opens(_ character: Character) -> Bool { pairs[character] != nil }

  static let sentenceMarks: Set<Character> = ["。", "！", "？", "!", "?", ".", "．", "｡"]
  static let clauseMarks: Set<Character> = ["，", "；", ",", ";"]
  /// What opens, and what closes it. The straight quote closes itself.
  static let pairs: [Character: Character] = [
    "“": "”", "‘": "’", "「": "」", "『": "』", "（": "）", "(": ")", "《": "》", "〈": "〉", "【": "】", "[": "]", "\"": "\"",
    "«": "»",
  ]
  static let closers = Set(pairs.values)
  /// Quotes within which a text may be cut when nothing else fits, since they can be closed again.
  static let quoteClosers: Set<Character> = ["”", "’", "」", "』", "\"", "»"]
  private static let abbreviations: Set<String> = [
    "mr", "mrs", "ms", "dr", "prof", "st", "no", "vs", "etc", "inc", "ltd", "co", "jr", "sr", "gen", "col", "capt",
    "rev", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "approx",
  ]
}

extension Clauses {
  /// The start of a text up to the last boundary within a number of characters, or nothing.
  static func head(_ text: String, _ count: Int) -> String {
    let clauses = Clauses(String(text.prefix(count)))
    guard let last = clauses.boundaries.last(where: { $0.end < count }) else { return "" }
    return clauses.prefix(last.end)
  }
}
