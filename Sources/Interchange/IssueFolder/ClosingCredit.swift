import Model

/// The last line of a text where it is only a bracketed credit: `（记者 张三）`.
enum ClosingCredit {
  static let charactersMax = 80
  private static let nameCharactersMax = 30

  /// The bylines and the text without that line; nil when the last line is anything else. A bracket is a credit only
  /// when it says what each person did: （完） is none.
  static func split(_ text: String) -> (bylines: [Byline], rest: String)? {
    let body = text.utf8.lastIndex { $0 != 10 && $0 != 32 && $0 != 9 }.map { text[...$0] } ?? ""
    let start = body.utf8.lastIndex(of: 10).map { body.utf8.index(after: $0) } ?? body.startIndex
    let line = TextLines.trimmed(body[start...])
    guard line.count <= charactersMax, let first = line.first, let last = line.last,
      (first == "（" && last == "）") || (first == "(" && last == ")")
    else { return nil }
    let inner = String(line.dropFirst().dropLast())
    guard !inner.contains(where: { "（）()。！？".contains($0) }) else { return nil }
    let bylines = Byline.parse(inner)
    guard !bylines.isEmpty,
      bylines.allSatisfy({ $0.role != .unnamed && $0.name.count <= nameCharactersMax && Value.isName($0.name) })
    else { return nil }
    return (bylines, String(text[..<start]))
  }
}
