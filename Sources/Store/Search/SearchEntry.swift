package import Model

/// What the search keeps of a story, made before it is filed: most of the work of filing is here, and needs no
/// transaction.
package struct SearchEntry: Sendable {
  let lines: SearchLines
  /// Of each kind of lines, in the order of the columns.
  let tokens: [String]

  package init(_ copy: Copy) { self.init(SearchLines(copy)) }

  init(_ lines: SearchLines) {
    self.lines = lines
    tokens = [lines.headline, lines.kicker, lines.subhead, lines.bylines, lines.body].map { SearchTokens.text(of: $0) }
  }
}
