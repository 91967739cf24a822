import Model

/// A run of a text that is what was looked for, or is not.
struct MarkedText: View, Equatable {
  var text: String
  var isMarked: Bool

  static let fields: [String: Field<MarkedText>] = [
    "text": .text { $0.text },
    "marked": .flag { $0.isMarked },
  ]

  /// The text in runs, the words of a query marked wherever they stand; they are compared as the search compares them,
  /// character by character. Empty for an empty text.
  static func parts(of text: String, marking query: String) -> [MarkedText] {
    guard !text.isEmpty else { return [] }
    let characters = Array(text)
    let folded = characters.map { Folding.fold(String($0)) }
    let wanted = query.split(whereSeparator: \.isWhitespace).map { Folding.fold(String($0)) }.filter { !$0.isEmpty }
    var marks = [Bool](repeating: false, count: characters.count)
    for word in wanted {
      for start in folded.indices {
        guard let end = match(word, in: folded, from: start) else { continue }
        for index in start..<end { marks[index] = true }
      }
    }
    return runs(characters, marks)
  }

  /// Where a word that begins at a character ends; nil where it does not stand.
  private static func match(_ word: String, in folded: [String], from start: Int) -> Int? {
    var rest = Substring(word)
    var at = start
    while !rest.isEmpty {
      guard at < folded.count, !folded[at].isEmpty, rest.hasPrefix(folded[at]) else { return nil }
      rest = rest.dropFirst(folded[at].count)
      at += 1
    }
    return at
  }

  private static func runs(_ characters: [Character], _ marks: [Bool]) -> [MarkedText] {
    var runs: [MarkedText] = []
    for (character, isMarked) in zip(characters, marks) {
      if runs.last?.isMarked == isMarked {
        runs[runs.count - 1].text.append(character)
      } else {
        runs.append(MarkedText(text: String(character), isMarked: isMarked))
      }
    }
    return runs
  }
}
