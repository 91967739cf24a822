/// One number of a publication.
package struct Issue: Sendable, Equatable {
  package let id: ID<Issue>
  package var date: Day
  package var kind: IssueKind = .regular
  /// 第N期, the number in the year.
  package var number: NumberRange?
  /// 总第N期, the number for life.
  package var total: NumberRange?
  /// A title of its own, such as 新年特刊; empty for none.
  package var title: String = ""

  package init(
    id: ID<Issue>, date: Day, kind: IssueKind = .regular, number: NumberRange? = nil, total: NumberRange? = nil,
    title: String = ""
  ) {
    self.id = id
    self.date = date
    self.kind = kind
    self.number = number
    self.total = total
    self.title = title
  }
}

/// What kind of number it is. Raw values stand in files, tables and addresses.
package enum IssueKind: String, Sendable, CaseIterable {
  case regular
  /// 合刊: several numbers in one.
  case combined
  /// 增刊: beside the numbered ones.
  case extra
  /// 号外: at once, for one thing.
  case supplement
}

/// A number, or a run of them in a combined issue: `5`, `3-4`. The first is at least 1, the last not below it.
package struct NumberRange: Hashable, Sendable, CustomStringConvertible {
  package let first: Int
  package let last: Int

  package init?(first: Int, last: Int) {
    guard first >= 1, last >= first, last <= 9_999_999 else { return nil }
    self.first = first
    self.last = last
  }

  /// Reads `5`, `3-4` and `3–4`.
  package init?(_ text: String) {
    let parts = text.split(omittingEmptySubsequences: false, whereSeparator: { $0 == "-" || $0 == "–" })
    guard (1...2).contains(parts.count), !text.contains("+"), let first = Int(parts[0]),
      let last = Int(parts[parts.count - 1])
    else { return nil }
    self.init(first: first, last: last)
  }

  package var description: String { first == last ? "\(first)" : "\(first)-\(last)" }
}

/// What makes an issue findable for ever: its date, and for a second one of that date its kind and number.
/// Prints as the part of its address: `2026-03-01`, `2026-03-01-extra`, `2026-03-01-extra-2`.
package struct IssueKey: Hashable, Sendable, CustomStringConvertible {
  package let date: Day
  /// Empty for the first issue of a date; else `kind` or `kind-number`.
  package let suffix: String

  package init(date: Day, suffix: String = "") {
    self.date = date
    self.suffix = suffix
  }

  package init?(_ text: String) {
    if let date = Day(text) {
      self.init(date: date)
      return
    }
    guard let date = Day(String(text.prefix(10))) else { return nil }
    let rest = text.dropFirst(10)
    guard rest.isEmpty || (rest.first == "-" && IssueKey.isSuffix(rest.dropFirst())) else { return nil }
    self.init(date: date, suffix: String(rest.dropFirst()))
  }

  package var description: String { suffix.isEmpty ? "\(date)" : "\(date)-\(suffix)" }

  private static func isSuffix(_ text: Substring) -> Bool {
    let parts = text.split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
    guard let kind = parts.first, IssueKind(rawValue: String(kind)) != nil else { return false }
    guard parts.count == 2 else { return true }
    return NumberRange(String(parts[1])).map { $0.description == parts[1] } ?? false
  }
}
