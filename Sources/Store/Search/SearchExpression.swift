import Model

/// A query's terms in the language of FTS5. Tokens hold letters and digits alone, so nothing needs to be escaped.
struct SearchExpression {
  /// What must stand, with what must not taken away where there is both; nil where nothing must stand.
  let required: String?
  /// What must not stand, where nothing must; else nil.
  let excluded: String?
  /// One part of `required`, with the number of its phrases.
  struct Part {
    var text: String
    var phrases: Int
  }
  /// The parts of `required` in order.
  let parts: [Part]

  init(_ query: SearchQuery) {
    parts = query.terms.map(SearchExpression.anywhere) + query.titleTerms.map(SearchExpression.title)
    let out = query.excluded.map { SearchExpression.anywhere($0).text }.joined(separator: " OR ")
    if parts.isEmpty {
      (required, excluded) = (nil, out.isEmpty ? nil : out)
    } else {
      let all = parts.map(\.text).joined(separator: " AND ")
      (required, excluded) = (out.isEmpty ? all : "(\(all)) NOT (\(out))", nil)
    }
  }

  private static func anywhere(_ term: SearchTerm) -> Part {
    guard let name = term.name else { return Part(text: phrase(term.phrase), phrases: 1) }
    return Part(text: "(\(phrase(term.phrase)) OR bylines : \(phrase(name)))", phrases: 2)
  }

  private static func title(_ term: SearchTerm) -> Part {
    Part(text: "{headline kicker subhead} : \(phrase(term.phrase))", phrases: 1)
  }

  private static func phrase(_ phrase: SearchPhrase) -> String {
    "\"\(phrase.tokens.joined(separator: " "))\"\(phrase.isOpen ? " *" : "")"
  }
}
