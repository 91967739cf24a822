import Model

/// Plain text: a line is a paragraph, as Chinese newsrooms write; lines of words that were wrapped by a machine are
/// joined.
enum PlainManuscript {
  /// Lines that are wrapped are about this wide.
  private static let wrapped = 50...100

  static func read(_ text: String, name: String, limits: ManuscriptLimits) throws(Unreadable) -> ReadManuscript {
    var intake = Intake(limits: limits)
    try intake.count(text)
    var passages: [Passage] = []
    for chunk in chunks(text) {
      for line in isWrapped(chunk) ? [TextLines.joined(chunk.joined(separator: "\n"))] : chunk {
        let inlines = SayableInlines.line([.text(line)])
        guard !inlines.isEmpty else { continue }
        try intake.countParagraph()
        passages.append(Passage(inlines: inlines))
      }
    }
    return Finishing(passages: passages, fallback: Finishing.headline(of: name)).manuscript(intake)
  }

  /// The runs of lines between empty ones.
  private static func chunks(_ text: String) -> [[String]] {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { TextLines.trimmed($0) }
    return lines.split(separator: "").map(Array.init)
  }

  private static func isWrapped(_ lines: [String]) -> Bool {
    lines.count > 1
      && lines.dropLast().allSatisfy { line in
        wrapped.contains(line.unicodeScalars.count) && !line.unicodeScalars.contains(where: TextLines.isWide)
      }
  }
}
