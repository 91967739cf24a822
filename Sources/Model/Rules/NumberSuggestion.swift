extension Numbering {
  /// The numbers that follow from the issues before a date: one more than the highest of the year, and one more than
  /// the highest running number. A combined issue takes two. Nil for what the paper does not count; a paper without any
  /// issue begins at 1. Extras and specials count for themselves, and have no running number unless theirs had one.
  package static func suggestion(
    kind: IssueKind, date: Day, after issues: [Issue]
  ) -> (number: NumberRange?, total: NumberRange?) {
    let isMain = kind == .regular || kind == .combined
    let same = issues.filter { issue in
      let isOfKind = isMain ? issue.kind == .regular || issue.kind == .combined : issue.kind == kind
      return isOfKind && issue.date < date
    }
    let width = kind == .combined ? 2 : 1
    func following(_ last: Int?, begins: Bool) -> NumberRange? {
      guard last != nil || begins else { return nil }
      let first = (last ?? 0) + 1
      return NumberRange(first: first, last: first + width - 1)
    }
    let ofYear = same.filter { $0.date.year == date.year }
    let countsYears = same.isEmpty ? isMain : same.contains { $0.number != nil }
    let countsAll = same.isEmpty ? isMain : same.contains { $0.total != nil }
    return (
      number: following(ofYear.compactMap(\.number?.last).max(), begins: countsYears),
      total: following(same.compactMap(\.total?.last).max(), begins: countsAll)
    )
  }
}
