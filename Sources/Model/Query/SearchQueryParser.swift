/// Reads what was typed from left to right, one term at a time.
struct SearchQueryParser {
  /// An operator and what it is called.
  private enum Operator { case author, section, page, year, before, after, title }

  private static let names: [String: Operator] = [
    "author": .author, "作者": .author, "section": .section, "栏目": .section, "page": .page, "版": .page, "year": .year,
    "年": .year, "before": .before, "早于": .before, "after": .after, "晚于": .after, "title": .title, "标题": .title,
  ]
  /// The longest name of an operator in characters.
  private static let nameMax = 7

  private let characters: [Character]
  private var at = 0
  private var found = SearchQuery()
  private var count = 0

  init(_ text: String) { characters = Array(text) }

  mutating func query() -> SearchQuery {
    while count < SearchQuery.termsMax {
      while at < characters.count, characters[at].isWhitespace { at += 1 }
      guard at < characters.count else { break }
      count += 1
      term()
    }
    return found
  }

  private mutating func term() {
    let start = at
    let isExcluded = "-－−".contains(characters[at])
    if isExcluded { at += 1 }
    guard at < characters.count, !characters[at].isWhitespace else { return }
    if !isExcluded, let name = takeOperator() {
      let value = takeValue()
      if apply(name, value.text, isTyping: value.isTyping) { return }
      at = start
      return add(takeWord(), isExcluded: false)
    }
    add(takeValue(), isExcluded: isExcluded)
  }

  private mutating func add(_ value: (text: String, isTyping: Bool), isExcluded: Bool) {
    guard let term = SearchTerm(value.text, isTyping: value.isTyping && !isExcluded) else { return }
    if isExcluded {
      if !found.excluded.contains(term) { found.excluded.append(term) }
    } else if !found.terms.contains(term) {
      found.terms.append(term)
    }
  }

  /// The operator that stands here with its colon; nil, and nothing taken, when none does.
  private mutating func takeOperator() -> Operator? {
    let head = characters[at...].prefix(SearchQueryParser.nameMax + 1)
    guard let colon = head.firstIndex(where: { ":：".contains($0) }), colon + 1 < characters.count,
      !characters[colon + 1].isWhitespace,
      let name = SearchQueryParser.names[Folding.fold(String(characters[at..<colon]))]
    else { return nil }
    at = colon + 1
    return name
  }

  /// A phrase in quotes, or a word.
  private mutating func takeValue() -> (text: String, isTyping: Bool) {
    guard let closer = SearchQueryParser.quotes[characters[at]] else { return takeWord() }
    let rest = characters[(at + 1)...]
    let close = rest.firstIndex(of: closer)
    // Curly quotes also belong to what is looked for: “十四五”规划 is one word.
    if closer == "”", close.map({ $0 + 1 < characters.count && !characters[$0 + 1].isWhitespace }) ?? true {
      return takeWord()
    }
    defer { at = (close ?? characters.count - 1) + 1 }
    return (String(rest[..<(close ?? characters.count)]), close == nil)
  }

  /// Up to white space. A full-width space between two single Han characters is part of a name: `张　三`.
  private mutating func takeWord() -> (text: String, isTyping: Bool) {
    let start = at
    while at < characters.count, !characters[at].isWhitespace { at += 1 }
    if at == start + 1, at + 1 < characters.count, characters[at] == "\u{3000}", characters[start].isHan,
      characters[at + 1].isHan, at + 2 == characters.count || characters[at + 2].isWhitespace
    {
      at += 2
    }
    let isLast = characters[at...].allSatisfy(\.isWhitespace)
    return (String(characters[start..<at]), isLast)
  }

  /// False when the value is none of its operator's.
  private mutating func apply(_ name: Operator, _ value: String, isTyping: Bool) -> Bool {
    switch name {
    case .author, .section:
      guard !Folding.name(value).isEmpty else { return false }
      if name == .author { found.author = Folding.name(value) } else { found.section = value }
    case .page:
      guard let number = SearchQueryParser.number(value, 1...999) else { return false }
      found.page = number
    case .year:
      guard let number = SearchQueryParser.number(value, 1...9999) else { return false }
      found.year = number
    case .before:
      guard let days = SearchQueryParser.days(value) else { return false }
      found.before = days.lowerBound
    case .after:
      guard let days = SearchQueryParser.days(value) else { return false }
      found.after = days.upperBound
    case .title:
      guard let term = SearchTerm(value, isTyping: isTyping) else { return false }
      if !found.titleTerms.contains(term) { found.titleTerms.append(term) }
    }
    return true
  }

  private static func number(_ text: String, _ range: ClosedRange<Int>) -> Int? {
    guard let number = Int(Folding.fold(text)), range.contains(number) else { return nil }
    return number
  }

  /// The days of `2026`, `2026-03` or `2026-03-01`.
  private static func days(_ text: String) -> ClosedRange<Day>? {
    let parts = Folding.fold(text).split(separator: "-", omittingEmptySubsequences: false)
    let numbers = parts.compactMap { Int($0) }
    guard numbers.count == parts.count, (1...3).contains(parts.count) else { return nil }
    let month = numbers.count > 1 ? numbers[1] : nil
    let last = month ?? 12
    guard (1...12).contains(last),
      let first = Day(year: numbers[0], month: month ?? 1, day: numbers.count > 2 ? numbers[2] : 1),
      let end = Day(
        year: numbers[0], month: last,
        day: numbers.count > 2 ? numbers[2] : Day.length(of: last, in: numbers[0]))
    else { return nil }
    return first...end
  }

  private static let quotes: [Character: Character] = ["\"": "\"", "＂": "＂", "“": "”"]
}
