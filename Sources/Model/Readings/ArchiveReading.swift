/// A year of issues.
package struct ArchiveReading: Sendable, Equatable {
  package var year: Int
  /// Every year with an issue, ascending.
  package var years: [Int]
  /// The newest first.
  package var entries: [ArchiveEntry]

  package init(year: Int, years: [Int], entries: [ArchiveEntry]) {
    self.year = year
    self.years = years
    self.entries = entries
  }
}

/// An issue as the archive lists it.
package struct ArchiveEntry: Sendable, Equatable {
  package var issue: IssueHead
  /// The headline of its lead; empty when there is none.
  package var lead: [String]

  package init(issue: IssueHead, lead: [String]) {
    self.issue = issue
    self.lead = lead
  }
}
