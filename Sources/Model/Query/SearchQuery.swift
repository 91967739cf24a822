/// What a reader looks for, read from what was typed. All of it must hold.
///
/// `words` (each must stand somewhere in the story), `"a phrase"`, `-without`, `title:`, and filters: `author:`,
/// `section:`, `page:`, `year:`, `before:`, `after:`, also by their Chinese names (`作者：`). Whatever else is typed is
/// words; nothing is an error.
package struct SearchQuery: Sendable, Equatable {
  /// The longest query in characters; the rest is cut.
  package static let textMax = 200
  /// The most terms, excluded ones among them; those behind are passed over.
  package static let termsMax = 16

  /// Each stands in a line of head, text or bylines.
  package var terms: [SearchTerm] = []
  /// Each stands in a kicker, headline or subhead.
  package var titleTerms: [SearchTerm] = []
  /// None of them stands anywhere.
  package var excluded: [SearchTerm] = []
  /// A name in any form, or one of its words where it is written with spaces.
  package var author: String?
  package var section: String?
  /// The number of the page that the story begins on.
  package var page: Int?
  /// Of the date, as are the next two.
  package var year: Int?
  /// The first day that is too late.
  package var before: Day?
  /// The last day that is too early.
  package var after: Day?

  /// Reads a query; never fails.
  package init(_ text: String) {
    var parser = SearchQueryParser(String(text.prefix(SearchQuery.textMax)))
    self = parser.query()
  }

  init() {}

  /// Whether nothing is looked for: there is neither a term nor a filter.
  package var isEmpty: Bool { terms.isEmpty && titleTerms.isEmpty && excluded.isEmpty && !hasFilter }

  /// Whether anything but words is asked for.
  package var hasFilter: Bool {
    author != nil || section != nil || page != nil || year != nil || before != nil || after != nil
  }
}

/// A word or phrase of a query.
package struct SearchTerm: Sendable, Hashable {
  /// As typed, without quotes and operators.
  package let text: String
  package let phrase: SearchPhrase
  /// The text as a person's name in its one form (`张　三` as `张三`), looked for in bylines; nil where it is the same.
  package let name: SearchPhrase?

  /// Nil when there is nothing in the text that could be found: only marks and spaces. While typing, the last word is
  /// the beginning of one.
  package init?(_ text: String, isTyping: Bool = false) {
    guard let phrase = SearchPhrase(text, isTyping: isTyping) else { return nil }
    self.text = text
    self.phrase = phrase
    let name = SearchPhrase(Folding.name(text), isTyping: isTyping)
    self.name = name == phrase ? nil : name
  }
}

/// Tokens that follow each other in a line, as `SearchTokens` cuts it.
package struct SearchPhrase: Sendable, Hashable {
  /// Never empty.
  package let tokens: [String]
  /// Whether the last token is only the beginning of one: a single character of Han, Kana or Hangul that ends the
  /// phrase, or a word as it is being typed.
  package let isOpen: Bool

  /// Nil when the text has no token.
  init?(_ text: String, isTyping: Bool) {
    (tokens, isOpen) = SearchTokens.sought(text, isTyping: isTyping)
    if tokens.isEmpty { return nil }
  }
}
