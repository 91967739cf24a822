package import Foundation
package import Model

/// An issue as it is stored, public or not.
package struct KnownIssue: Sendable, Equatable {
  package let key: IssueKey
  package var issue: Issue
  package var isPublic: Bool

  package init(key: IssueKey, issue: Issue, isPublic: Bool) {
    self.key = key
    self.issue = issue
    self.isPublic = isPublic
  }
}

/// A page as it is stored, public or not.
package struct KnownPage: Sendable, Equatable {
  package let number: Int
  package var name: String
  package var picture: MediaName?
  package var pdf: MediaName?
  package var isPublic: Bool

  package init(number: Int, name: String, picture: MediaName?, pdf: MediaName?, isPublic: Bool) {
    self.number = number
    self.name = name
    self.picture = picture
    self.pdf = pdf
    self.isPublic = isPublic
  }
}

extension Ledger {
  private static let columns: SQLText = """
    SELECT key, id, kind, number_first, number_last, total_first, total_last, title, public FROM issue
    """

  /// The issues of a date, that with the bare date as key first.
  package func issues(on date: Day) throws -> [KnownIssue] {
    try session.rows(Ledger.columns + "WHERE date = ? ORDER BY key", [date.description], Ledger.issue)
  }

  /// Nil when there is none with this key.
  /// An issue by its key; nil when there is none.
  package func issue(_ key: IssueKey) throws -> KnownIssue? {
    try session.first(Ledger.columns + "WHERE key = ?", [key.description], Ledger.issue)
  }

  /// Writes an issue that is not there yet.
  /// Adds an issue whose key, and whose date, kind and number together, no other has.
  package func add(_ known: KnownIssue) throws {
    try touch(.issue(known.key.description))
    let issue = known.issue
    try session.run(
      """
      INSERT INTO issue (key, id, date, kind, number_first, number_last, total_first, total_last, title, public)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """,
      [
        known.key.description, issue.id.description, issue.date.description, issue.kind.rawValue, issue.number?.first,
        issue.number?.last, issue.total?.first, issue.total?.last, issue.title, known.isPublic,
      ])
  }

  /// Sets the numbers, the title and whether it is public. A public issue stays public; one that was taken back is so
  /// no more once it is public again.
  package func change(_ known: KnownIssue) throws {
    try touch(.issue(known.key.description))
    let issue = known.issue
    try session.run(
      """
      UPDATE issue SET number_first = ?1, number_last = ?2, total_first = ?3, total_last = ?4, title = ?5, public = ?6,
        rolled_back = iif(?6 = 1, NULL, rolled_back)
      WHERE key = ?7
      """,
      [
        issue.number?.first, issue.number?.last, issue.total?.first, issue.total?.last, issue.title, known.isPublic,
        known.key.description,
      ])
  }

  /// Takes an issue back as a whole: itself and its pages are public no more. Its stories are withdrawn before.
  package func rollBack(_ key: IssueKey, at now: Date) throws {
    try touch(.issue(key.description))
    try session.run(
      "UPDATE issue SET public = 0, rolled_back = ? WHERE key = ?", [Stored.instant(now), key.description])
    try session.run("UPDATE page SET public = 0 WHERE issue = ?", [key.description])
  }

  /// The pages of an issue, ascending.
  package func pages(of key: IssueKey) throws -> [KnownPage] {
    try session.rows(
      "SELECT number, name, picture, pdf, public FROM page WHERE issue = ? ORDER BY number", [key.description]
    ) { columns in
      KnownPage(
        number: columns.integer(), name: columns.text(), picture: try columns.optionalText().map(Stored.media),
        pdf: try columns.optionalText().map(Stored.media), isPublic: columns.flag())
    }
  }

  /// Adds a page or sets it anew.
  package func set(_ page: KnownPage, of key: IssueKey) throws {
    try touch(.issue(key.description))
    try session.run(
      """
      INSERT INTO page (issue, number, name, picture, pdf, public) VALUES (?, ?, ?, ?, ?, ?)
      ON CONFLICT (issue, number) DO UPDATE
      SET name = excluded.name, picture = excluded.picture, pdf = excluded.pdf, public = excluded.public
      """,
      [
        key.description, page.number, page.name, page.picture?.description, page.pdf?.description, page.isPublic,
      ])
  }

  private static func issue(_ columns: inout Columns) throws -> KnownIssue {
    let (key, id, kind) = (try Stored.key(columns.text()), columns.text(), columns.text())
    guard let identity = ID<Issue>(id), let kind = IssueKind(rawValue: kind) else {
      throw Stored.broken("an issue", key.description)
    }
    let issue = Issue(
      id: identity, date: key.date, kind: kind,
      number: Stored.range(first: columns.optionalInteger(), last: columns.optionalInteger()),
      total: Stored.range(first: columns.optionalInteger(), last: columns.optionalInteger()), title: columns.text())
    return KnownIssue(key: key, issue: issue, isPublic: columns.flag())
  }
}
