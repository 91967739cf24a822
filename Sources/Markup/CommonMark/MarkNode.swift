/// A block or inline of a CommonMark text.
package struct MarkNode: Sendable, Equatable {
  /// What it is.
  package enum Kind: Sendable, Equatable {
    case paragraph
    /// Level 1 to 6.
    case heading(level: Int)
    case quote
    /// The number of the first item, 1 where it is not ordered.
    case list(isOrdered: Bool, start: Int)
    case item
    case rule
    /// A code block; its lines, the last one without its end.
    case codeBlock(String)
    /// A block of raw HTML, as text.
    case htmlBlock(String)
    case table([Alignment])
    case row(isHeader: Bool)
    case cell

    case text(String)
    case softBreak
    case lineBreak
    case code(String)
    /// A raw HTML tag or comment, as text.
    case html(String)
    case emphasis
    case strong
    case link(address: String)
    case image(address: String, title: String)
  }

  /// How a column of a table is set.
  package enum Alignment: Sendable { case start, center, end }

  package var kind: Kind
  /// Where it begins.
  package var line: Int
  package var children: [MarkNode]

  package init(_ kind: Kind, line: Int, children: [MarkNode] = []) {
    self.kind = kind
    self.line = line
    self.children = children
  }
}
