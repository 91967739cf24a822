/// The numbers of issues: 第N期 in the year, 总第N期 for life, and what 合刊, 增刊 and 号外 may carry.
package enum Numbering {
  /// What is wrong with the numbers of an issue alone; empty when nothing is.
  package static func faults(kind: IssueKind, number: NumberRange?, total: NumberRange?) -> [NumberingFault] {
    var faults: [NumberingFault] = []
    let numbers = [number, total].compactMap { $0 }
    switch kind {
    case .combined:
      if numbers.isEmpty || numbers.contains(where: { $0.first == $0.last }) { faults.append(.combinedMustSpan) }
    case .regular, .extra, .supplement:
      if numbers.contains(where: { $0.first != $0.last }) { faults.append(.mustBeSingle(kind)) }
    }
    if let number, let total, number.last - number.first != total.last - total.first {
      faults.append(.spansDiffer(number: number, total: total))
    }
    return faults
  }

  /// What is wrong with the numbers of an issue among others of the paper: a number given twice in one year, a running
  /// number given twice or not rising with the date. Each kind of 增刊 and 号外 counts for itself.
  package static func faults(of issue: Issue, among others: [Issue]) -> [NumberingFault] {
    var faults = faults(kind: issue.kind, number: issue.number, total: issue.total)
    for other in others where other.id != issue.id && series(other.kind) == series(issue.kind) {
      if let number = issue.number, let taken = other.number, other.date.year == issue.date.year,
        overlap(number, taken)
      {
        faults.append(.numberTaken(number, by: other.date))
      }
      guard let total = issue.total, let taken = other.total else { continue }
      if overlap(total, taken) {
        faults.append(.totalTaken(total, by: other.date))
      } else if other.date != issue.date, (other.date < issue.date) != (taken.last < total.first) {
        faults.append(.totalOutOfOrder(total, against: taken, of: other.date))
      }
    }
    return faults
  }

  /// 合刊 are numbered among the regular ones.
  private static func series(_ kind: IssueKind) -> IssueKind { kind == .combined ? .regular : kind }

  private static func overlap(_ one: NumberRange, _ two: NumberRange) -> Bool {
    one.first <= two.last && two.first <= one.last
  }
}

/// What is wrong with the numbers of an issue.
package enum NumberingFault: Sendable, Hashable {
  /// A combined issue needs a number such as `3-4`.
  case combinedMustSpan
  /// An issue of this kind has one number, not several.
  case mustBeSingle(IssueKind)
  /// The number in the year and the running number count different numbers of issues.
  case spansDiffer(number: NumberRange, total: NumberRange)
  /// The number stands on another issue of the year.
  case numberTaken(NumberRange, by: Day)
  /// The running number stands on another issue.
  case totalTaken(NumberRange, by: Day)
  /// A later issue has a lower running number.
  case totalOutOfOrder(NumberRange, against: NumberRange, of: Day)
}

extension IssueKey {
  /// The key of a new issue: its date alone for the first of that date, then its kind, then kind and number; where
  /// that is taken too, or it has no number, the kind with the lowest free number from 2. `taken` holds printed keys.
  package static func make(date: Day, kind: IssueKind, number: NumberRange?, taken: Set<String>) -> IssueKey {
    var suffixes = ["", kind.rawValue]
    if let number { suffixes.append("\(kind.rawValue)-\(number)") }
    for suffix in suffixes {
      let key = IssueKey(date: date, suffix: suffix)
      if !taken.contains(key.description) { return key }
    }
    var next = 2
    while taken.contains("\(date)-\(kind.rawValue)-\(next)") { next += 1 }
    return IssueKey(date: date, suffix: "\(kind.rawValue)-\(next)")
  }
}
