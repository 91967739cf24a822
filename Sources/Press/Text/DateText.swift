import Model

/// Days and issues in words.
struct DateText: Sendable {
  let words: Words

  /// `2026年3月5日`.
  func full(_ day: Day) -> String { fill("date", day) }

  /// `3月5日`.
  func short(_ day: Day) -> String { fill("dateShort", day) }

  /// `星期四`.
  func weekday(_ day: Day) -> String { words("weekday\(day.weekday)") }

  /// `2026年3月5日 星期四`.
  func withWeekday(_ day: Day) -> String { fill("dateWithWeekday", day) }

  func month(_ month: Int) -> String { words("month\(month)") }

  private func fill(_ key: String, _ day: Day) -> String {
    words(
      key,
      ["y": "\(day.year)", "m": "\(day.month)", "d": "\(day.day)", "month": month(day.month), "weekday": weekday(day)])
  }

  /// `第5期`, `第3-4期合刊`, `增刊`, `号外`; empty for an issue without a number.
  func number(_ issue: IssueHead) -> String {
    let range = issue.number.map(self.range)
    switch issue.kind {
    case .regular: return range.map { words("number", ["n": $0]) } ?? ""
    case .combined: return range.map { words("numberCombined", ["n": $0]) } ?? words("kindCombined")
    case .extra: return range.map { words("numberExtra", ["n": $0]) } ?? words("kindExtra")
    case .supplement: return range.map { words("numberSupplement", ["n": $0]) } ?? words("kindSupplement")
    }
  }

  /// `总第121期`, or empty.
  func total(_ issue: IssueHead) -> String { issue.total.map { words("total", ["n": range($0)]) } ?? "" }

  /// `第5期 · 总第121期`, or what there is of it.
  func numbers(_ issue: IssueHead) -> String {
    [number(issue), total(issue)].filter { !$0.isEmpty }.joined(separator: " · ")
  }

  /// How an issue is named where it is linked: `第4期 2月20日`.
  func named(_ issue: IssueHead) -> String {
    [number(issue), short(issue.date)].filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// An issue in full: `2026年3月5日 第5期`.
  func titled(_ issue: IssueHead) -> String {
    [full(issue.date), number(issue)].filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// `第01版 要闻`.
  func page(_ number: Int, _ name: String) -> String {
    let folio = words("page", ["n": Numerals.folio(number)])
    return name.isEmpty ? folio : "\(folio) \(name)"
  }

  private func range(_ range: NumberRange) -> String {
    range.first == range.last ? "\(range.first)" : "\(range.first)–\(range.last)"
  }
}
