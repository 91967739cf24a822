/// SQL as text of the program. It can be made from literals alone, so no value is ever spliced into it.
struct SQLText: Sendable, ExpressibleByStringLiteral {
  let text: String

  init(stringLiteral literal: StaticString) { text = literal.description }

  private init(text: String) { self.text = text }

  static func + (left: SQLText, right: SQLText) -> SQLText { SQLText(text: left.text + " " + right.text) }
}
