import Model

/// Tells the head of a story from its text: 引题, 主题, 副题 and 署名, as a manuscript shows them by styles, by the size
/// of letters and by where lines stand.
struct HeadFinder {
  /// A heading that begins a story has no more lines above it than these.
  private static let linesAboveMax = 3
  /// How wide a line without a style may be to be one of the head, a Han character as two.
  private static let widthMax = 100
  /// Of a headline of one line without a style.
  private static let headlineWidthMax = 84

  private(set) var copy: Copy
  /// What is not of the head, in order.
  private(set) var rest: [Passage]
  /// The notes that stood beside lines of the head.
  private(set) var notes: [String] = []

  /// - Parameter fallback: the headline where the manuscript shows none; not empty.
  init(_ passages: [Passage], fallback: String) {
    rest = passages
    copy = Copy(headline: [HeadFinder.cut(fallback)], body: Body())
    guard let place = headline() else {
      takeClosingCredit()
      return
    }
    let (range, lines) = place
    copy.headline = lines
    var end = range.upperBound
    while end < rest.count, takeBelow(rest[end]) { end += 1 }
    var start = range.lowerBound
    if start > 0, isKicker(rest[start - 1]) {
      start -= 1
      copy.kicker = HeadFinder.line(rest[start].lines)
    }
    notes = rest[start..<end].flatMap(\.notes)
    let figures = rest[start..<end].flatMap(\.figures)
    let above = figures.isEmpty ? [] : [Passage(figures: figures)]
    rest = rest[..<start] + above + rest[end...]
    takeClosingCredit()
  }

  private static func cut(_ text: String) -> String {
    let line = TextLines.joined(SayableInlines.plain(text))
    return line.isEmpty ? "—" : String(line.unicodeScalars.prefix(IssueFolder.Limits.lineCharactersMax))
  }

  private static func line(_ lines: [String]) -> String { SayableInlines.plain(Copy.joined(lines)) }

  /// Which passages are the headline, and its lines.
  private func headline() -> (Range<Int>, [String])? {
    if let first = rest.prefix(12).firstIndex(where: { $0.kind == .title && isSayable($0.lines) }) {
      var end = first
      var lines: [String] = []
      while end < rest.count, rest[end].kind == .title, isSayable(lines + rest[end].lines) {
        lines += rest[end].lines
        end += 1
      }
      return (first..<end, lines)
    }
    if let heading = heading() { return (heading..<heading + 1, rest[heading].lines) }
    guard let line = largestLine() else { return nil }
    return (line..<line + 1, rest[line].lines)
  }

  /// The first heading, when only short lines stand above it.
  private func heading() -> Int? {
    for (index, passage) in rest.enumerated() {
      if case .heading = passage.kind, isSayable(passage.lines) { return index }
      guard index < HeadFinder.linesAboveMax, passage.inlines.isEmpty || isShort(passage) else { return nil }
    }
    return nil
  }

  /// Of the short lines at the top the one with the largest letters; the first where none is larger.
  private func largestLine() -> Int? {
    let lead = rest.prefix(4).prefix { $0.inlines.isEmpty && !isWhole($0) || isShort($0) }
    let lines = lead.indices.filter { !rest[$0].inlines.isEmpty && HeadFinder.bylines(rest[$0].text) == nil }
    guard let first = lines.first else { return nil }
    let largest = lines.max { rest[$0].size < rest[$1].size } ?? first
    let isAlone = lines.allSatisfy { $0 == largest || rest[$0].size < rest[largest].size }
    let chosen = isAlone && rest[largest].size > 0 ? largest : first
    let width = rest[chosen].lines.map(HeadFinder.width).max() ?? 0
    return width <= HeadFinder.headlineWidthMax && isSayable(rest[chosen].lines) ? chosen : nil
  }

  private func isWhole(_ passage: Passage) -> Bool {
    if case .whole = passage.kind { true } else { false }
  }

  private func isSayable(_ lines: [String]) -> Bool {
    !lines.isEmpty && lines.count <= IssueFolder.Limits.headlineLinesMax
      && lines.allSatisfy { $0.unicodeScalars.count <= IssueFolder.Limits.lineCharactersMax }
  }

  /// A line of text that is no sentence.
  private func isShort(_ passage: Passage) -> Bool {
    guard passage.kind == .text, !passage.inlines.isEmpty else { return false }
    let text = passage.text
    let isSentence = text.last.map { "。；;，,、：:….".contains($0) } ?? true
    return !isSentence && HeadFinder.width(text) <= HeadFinder.widthMax
  }

  private func isKicker(_ passage: Passage) -> Bool {
    isShort(passage) && passage.figures.isEmpty && HeadFinder.bylines(passage.text) == nil
  }

  /// Takes a line below the headline when it is subhead or byline.
  private mutating func takeBelow(_ passage: Passage) -> Bool {
    let text = HeadFinder.line(passage.lines)
    let isLong = text.unicodeScalars.count > IssueFolder.Limits.lineCharactersMax
    if passage.kind == .subtitle, !text.isEmpty, !isLong, copy.bylines.isEmpty {
      let joined = Copy.joined([copy.subhead, text].filter { !$0.isEmpty })
      guard joined.unicodeScalars.count <= IssueFolder.Limits.lineCharactersMax else { return false }
      copy.subhead = joined
      return true
    }
    if passage.kind == .byline, copy.bylines.isEmpty, let bylines = HeadFinder.bylines(text, isSure: true) {
      copy.bylines = bylines
      return true
    }
    guard passage.kind == .text, !passage.inlines.isEmpty else { return false }
    if copy.subhead.isEmpty, copy.bylines.isEmpty, text.hasPrefix("——") || text.hasPrefix("—") || text.hasPrefix("--"),
      isShort(passage)
    {
      copy.subhead = text
      return true
    }
    guard copy.bylines.isEmpty, let bylines = HeadFinder.bylines(text) else { return false }
    copy.bylines = bylines
    return true
  }

  /// The people of a line that says nothing but who made the story; nil for any other line.
  ///
  /// - Parameter isSure: whether that is known of the line, so that names alone will do.
  static func bylines(_ text: String, isSure: Bool = false) -> [Byline]? {
    var line = TextLines.trimmed(text.drop { "□■●◎○▲△◆◇☆★▪•·".contains($0) || $0.isWhitespace })
    if let first = line.first, let last = line.last, "（(【[".contains(first), "）)】]".contains(last) {
      line = TextLines.trimmed(line.dropFirst().dropLast())
    }
    guard !line.isEmpty, line.count <= ClosingCredit.charactersMax,
      !line.contains(where: { "。！？!?“”\"（(".contains($0) })
    else { return nil }
    let bylines = Byline.parse(line)
    let areNames = bylines.allSatisfy { byline in
      (isSure || byline.role != .unnamed) && byline.name.count <= 30 && Value.isName(byline.name)
    }
    return areNames && !bylines.isEmpty && bylines.count <= IssueFolder.Limits.bylinesMax ? bylines : nil
  }

  /// The last line where it is only a credit in brackets.
  private mutating func takeClosingCredit() {
    guard copy.bylines.isEmpty, rest.count > 1, let last = rest.last, last.kind == .text, last.figures.isEmpty,
      let (bylines, above) = ClosingCredit.split(last.text), above.isEmpty
    else { return }
    copy.bylines = bylines
    notes += last.notes
    rest.removeLast()
  }

  /// Columns: a Han character has two.
  private static func width(_ text: String) -> Int {
    text.unicodeScalars.reduce(0) { $0 + (TextLines.isWide($1) ? 2 : 1) }
  }
}
