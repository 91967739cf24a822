import Model

/// The addresses of a search and of those beside it: in another order, further on, with a filter more or less.
struct SearchLinks {
  /// A filter that a reader adds by a link; the raw value is its operator.
  enum Filter: String, CaseIterable {
    case year, section, author

    /// Its names in a query, as `SearchQuery` reads them.
    var names: [String] {
      switch self {
      case .year: ["year", "年"]
      case .section: ["section", "栏目"]
      case .author: ["author", "作者"]
      }
    }
  }

  /// As typed.
  let text: String
  let sort: SearchSort

  func sorted(by sort: SearchSort) -> String { SearchLinks.link(text, sort) }

  func following(_ cursor: String) -> String {
    SearchLinks.link(text, sort) + "&cursor=" + SearchLinks.encoded(cursor)
  }

  /// The same search with a filter set to a value; nil when no query can say this value.
  func with(_ filter: Filter, _ value: String) -> String? {
    guard !value.contains("\"") else { return nil }
    let isQuoted = value.isEmpty || value.contains { $0.isWhitespace || "“＂".contains($0) }
    let addition = filter.rawValue + ":" + (isQuoted ? "\"\(value)\"" : value)
    let rest = SearchLinks.text(text, without: filter)
    // The last word as typed is the beginning of one, so it stays last.
    return SearchLinks.link(rest.isEmpty ? addition : "\(addition) \(rest)", sort)
  }

  func without(_ filter: Filter) -> String { SearchLinks.link(SearchLinks.text(text, without: filter), sort) }

  static func link(_ text: String, _ sort: SearchSort) -> String {
    Address.search.link + "?q=" + encoded(text) + (sort == .relevance ? "" : "&sort=\(sort.rawValue)")
  }

  private static func encoded(_ text: String) -> String { Address.encoded(text).replacing("/", with: "%2F") }

  /// A query without every word that sets a filter.
  static func text(_ text: String, without filter: Filter) -> String {
    var kept: [String] = []
    var rest = text.drop(while: \.isWhitespace)
    while !rest.isEmpty {
      let end = wordEnd(rest)
      let word = rest[..<end]
      let isFilter = filter.names.contains { name in
        let head = word.prefix(name.count + 1)
        return head.lowercased() == name + ":" || head.lowercased() == name + "："
      }
      if !isFilter { kept.append(String(word)) }
      rest = rest[end...].drop(while: \.isWhitespace)
    }
    return kept.joined(separator: " ")
  }

  /// Where the first word of a text ends: at white space that is not in straight quotes.
  private static func wordEnd(_ text: Substring) -> Substring.Index {
    var isQuoted = false
    return text.firstIndex { character in
      if character == "\"" { isQuoted.toggle() }
      return character.isWhitespace && !isQuoted
    } ?? text.endIndex
  }
}
