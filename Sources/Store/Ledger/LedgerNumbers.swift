package import Model

/// The issues of the paper whose numbers matter for those of another.
enum NumberTable {
  private static let select: SQLText = """
    SELECT id, date, kind, number_first, number_last, total_first, total_last FROM issue WHERE public = 1 AND key <> ?1
    """
  static let ofYear: SQLText = select + "AND date >= ?2 AND date <= ?3"
  static let last: SQLText = select + "AND kind = ?2 AND date < ?3 ORDER BY date DESC LIMIT 1"
  static let lastNumbered: SQLText =
    select + "AND kind = ?2 AND date < ?3 AND number_last IS NOT NULL ORDER BY date DESC LIMIT 1"
  /// The plus keeps SQLite from going by date here and in the next one.
  static let highest: SQLText =
    select + "AND kind = ?2 AND +date < ?3 AND total_last IS NOT NULL ORDER BY total_last DESC LIMIT 1"
  /// Earlier issues whose running number is not lower.
  static let tooHigh: SQLText =
    select + """
      AND kind = ?2 AND +date < ?3 AND total_last IS NOT NULL AND total_last >= ?4 ORDER BY total_last DESC LIMIT ?5
      """
  /// Later issues whose running number is not higher.
  static let tooLow: SQLText = select + "AND kind = ?2 AND date > ?3 AND total_first <= ?4 ORDER BY date LIMIT ?5"
  static let planned: SQLText = """
    SELECT id, date, kind, number_first, number_last, total_first, total_last FROM plan
    WHERE state <> 'published' AND state IN ('open', 'scheduled') AND id <> ?
    """

  static func read(_ columns: inout Columns) throws -> Issue {
    let (id, date, kind) = (columns.text(), try Stored.day(columns.text()), columns.text())
    guard let identity = ID<Issue>(id), let kind = IssueKind(rawValue: kind) else {
      throw Stored.broken("an issue", id)
    }
    return Issue(
      id: identity, date: date, kind: kind,
      number: Stored.range(first: columns.optionalInteger(), last: columns.optionalInteger()),
      total: Stored.range(first: columns.optionalInteger(), last: columns.optionalInteger()))
  }
}

extension Ledger {
  /// Issues of one kind that are named when their running numbers and another's do not follow the dates.
  package static let wrongTotalsMax = 50

  /// The other issues of the paper that matter for the numbers of one: all that are planned, those of its year, the
  /// last ones of its series before it, and those whose running numbers and its own do not follow the dates.
  ///
  /// - Parameters:
  ///   - issue: its id is that of its plan.
  ///   - key: the issue that the plan became before; it is not among the others.
  package func issues(near issue: Issue, except key: IssueKey?) throws -> [Issue] {
    let (own, date) = (key?.description ?? "", issue.date.description)
    let year = String(date.prefix(5))
    var found = try session.rows(NumberTable.planned, [issue.id.description], NumberTable.read)
    found += try session.rows(NumberTable.ofYear, [own, year + "01-01", year + "12-31"], NumberTable.read)
    let isMain = issue.kind == .regular || issue.kind == .combined
    for kind in isMain ? [IssueKind.regular, .combined] : [issue.kind] {
      for sql in [NumberTable.last, NumberTable.lastNumbered, NumberTable.highest] {
        found += try session.rows(sql, [own, kind.rawValue, date], NumberTable.read)
      }
      guard let total = issue.total else { continue }
      for (sql, number) in [(NumberTable.tooHigh, total.first), (NumberTable.tooLow, total.last)] {
        found += try session.rows(sql, [own, kind.rawValue, date, number, Ledger.wrongTotalsMax], NumberTable.read)
      }
    }
    var known: Set<ID<Issue>> = []
    return found.filter { known.insert($0.id).inserted }.sorted { $0.date < $1.date }
  }
}
