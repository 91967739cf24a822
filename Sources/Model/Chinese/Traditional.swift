/// The program's own words in traditional characters. Where a word of the tables begins, the longest one is taken;
/// else a character alone, in the first of its forms.
enum Traditional {
  static func text(of words: String) -> String { steps(words).map(\.form).joined() }

  /// The characters of several forms of which no word says which is meant, as they stand in the text.
  static func undecided(in words: String) -> [Character] { steps(words).compactMap(\.undecided) }

  private struct Step {
    let form: String
    var undecided: Character?
  }

  private struct Word {
    let characters: [Character]
    let form: String
  }

  private static func steps(_ words: String) -> [Step] {
    var steps: [Step] = []
    var rest = Array(words)[...]
    while let first = rest.first {
      if let word = byFirst[first]?.first(where: { rest.starts(with: $0.characters) }) {
        steps.append(Step(form: word.form))
        rest = rest.dropFirst(word.characters.count)
      } else {
        let forms = several[first]
        steps.append(Step(form: String(forms?.first ?? single[first] ?? first), undecided: forms == nil ? nil : first))
        rest = rest.dropFirst()
      }
    }
    return steps
  }

  /// The words by the character that they begin with, the longest first; a term before a word of its length.
  private static let byFirst: [Character: [Word]] = {
    let pairs = (terms + " " + words).split(whereSeparator: \.isWhitespace).map { $0.split(separator: "=") }
    let all = pairs.map { Word(characters: Array($0[0]), form: String($0[1])) }
    let longestFirst = all.enumerated().sorted { left, right in
      let (first, second) = (left.element.characters.count, right.element.characters.count)
      return first == second ? left.offset < right.offset : first > second
    }
    return Dictionary(grouping: longestFirst.map(\.element)) { $0.characters[0] }
  }()

  /// Characters of one form alone.
  static let single: [Character: Character] = {
    let all = Array(characters)
    let pairs = stride(from: 0, to: all.count - 1, by: 2).map { (all[$0], all[$0 + 1]) }
    return Dictionary(pairs) { first, _ in first }
  }()

  private static let several: [Character: [Character]] = {
    let groups = ambiguous.split(whereSeparator: \.isWhitespace).map(Array.init)
    return Dictionary(groups.map { ($0[0], Array($0.dropFirst())) }) { first, _ in first }
  }()
}
