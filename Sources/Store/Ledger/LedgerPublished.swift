package import Foundation
package import Model

/// An article as it is stored, with its issue and the text that readers see.
package struct PublishedArticle: Sendable {
  package let issue: IssueKey
  package let known: KnownStory
  /// Of its public revision; where none is public, of the latest.
  package let copy: Copy
  package let isIssuePublic: Bool
}

/// A withdrawal that the newsroom decided: no filing of the same issue takes it away.
package struct DeskWithdrawal: Sendable, Equatable {
  package let article: Int
  package let withdrawal: Withdrawal
  /// The plan with whose issue it was taken back; nil for one that was withdrawn by itself.
  package let plan: ID<IssuePlan>?
  package let person: ID<Person>
  package let made: Date

  package init(article: Int, withdrawal: Withdrawal, plan: ID<IssuePlan>?, person: ID<Person>, made: Date) {
    self.article = article
    self.withdrawal = withdrawal
    self.plan = plan
    self.person = person
    self.made = made
  }
}

extension Ledger {
  private static let articleCopy: SQLText = """
    SELECT b.issue, i.public, r.copy FROM article b JOIN issue i ON i.key = b.issue
    LEFT JOIN public_article a ON a.serial = b.serial
    JOIN revision r ON r.article = b.serial AND r.number = ifnull(a.revision, b.revision)
    WHERE b.serial = ?
    """

  /// An article by its serial; nil when there is none.
  package func article(_ serial: Int) throws -> PublishedArticle? {
    let found = try session.first(Ledger.articleCopy, [serial]) { columns in
      (
        issue: try Stored.key(columns.text()), isPublic: columns.flag(),
        copy: Copy(json: try JSON(text: columns.text()))
      )
    }
    guard let found, let known = try session.first(Ledger.story, [serial], Ledger.known) else { return nil }
    return PublishedArticle(issue: found.issue, known: known, copy: found.copy, isIssuePublic: found.isPublic)
  }

  /// What the newsroom withdrew of an article; nil where it did not.
  package func withdrawal(ofArticle serial: Int) throws -> DeskWithdrawal? {
    try session.first(
      "SELECT article, date, reason, plan, person, made FROM withdrawal WHERE article = ?", [serial]
    ) { columns in
      let (article, date, reason) = (columns.integer(), try Stored.day(columns.text()), columns.text())
      return DeskWithdrawal(
        article: article, withdrawal: Withdrawal(date: date, reason: reason),
        plan: try columns.optionalText().map(Stored.plan), person: try Stored.person(columns.text()),
        made: Stored.date(columns.integer()))
    }
  }

  /// Keeps a withdrawal.
  package func set(_ withdrawal: DeskWithdrawal) throws {
    try touch(.article(withdrawal.article))
    try session.run(
      """
      INSERT INTO withdrawal (article, date, reason, plan, person, made) VALUES (?, ?, ?, ?, ?, ?)
      ON CONFLICT (article) DO UPDATE SET date = excluded.date, reason = excluded.reason, plan = excluded.plan,
        person = excluded.person, made = excluded.made
      """,
      [
        withdrawal.article, withdrawal.withdrawal.date.description, withdrawal.withdrawal.reason,
        withdrawal.plan?.description, withdrawal.person.description, Stored.instant(withdrawal.made),
      ])
  }

  /// The story is published again: it is withdrawn no more.
  package func removeWithdrawal(ofArticle serial: Int) throws {
    try touch(.article(serial))
    try session.run("DELETE FROM withdrawal WHERE article = ?", [serial])
  }

  /// The serials that stand in an issue, in its order.
  package func standing(in key: IssueKey) throws -> [Int] {
    try session.rows(
      "SELECT serial FROM public_article WHERE issue = ? AND withdrawn_on IS NULL ORDER BY position, serial",
      [key.description]
    ) { $0.integer() }
  }

  /// Whether something public stands at an address of the site's own, or at an old one.
  ///
  /// - path: percent-decoded, without query and fragment.
  package func leads(path: String, permalink: Permalink) throws -> Bool {
    if Address.alwaysStands(path) { return true }
    if let serial = permalink.serial(in: path), try stands(serial) { return true }
    if let address = Address.parse(path), try leads(address) { return true }
    return try AliasTable(session: session).destination(path: Folding.path(path)) != nil
  }

  private func leads(_ address: Address) throws -> Bool {
    switch address {
    case .issue(let key), .issueViewChart(let key): return try issue(key)?.isPublic ?? false
    case .page(let key, let number): return try pages(of: key).contains { $0.number == number && $0.isPublic }
    case .archive(let year): return try year.map { try IssueTable(session: session).allYears().contains($0) } ?? true
    case .section(let name, _): return try session.number(Library.countOfSection, [name]) > 0
    case .author(let name, _): return try session.number(Library.countOfAuthor, [Folding.name(name)]) > 0
    case .media(let name): return try has(name)
    case .qrCode(let serial), .citation(let serial, _), .viewChart(let serial): return try stands(serial)
    default: return true
    }
  }

  private func stands(_ serial: Int) throws -> Bool {
    try session.number(
      "SELECT EXISTS (SELECT 1 FROM public_article WHERE serial = ? AND withdrawn_on IS NULL)", [serial]) == 1
  }
}
