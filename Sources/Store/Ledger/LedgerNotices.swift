package import Foundation
package import Model

extension Ledger {
  /// A correction or reply; nil when there is none.
  package func notice(_ id: ID<ArticleNotice>) throws -> ArticleNotice? {
    try session.first(NoticeTable.select + "WHERE id = ?", [id.description], NoticeTable.read)
  }

  /// Those of an article that the newsroom made, the oldest first.
  package func notices(ofArticle serial: Int) throws -> [ArticleNotice] {
    try session.rows(NoticeTable.ofArticle, [serial], NoticeTable.read)
  }

  /// Those that are due in an issue of this day or before and stand in none, the longest due first.
  package func dueNotices(by day: Day, limit: Int) throws -> [ArticleNotice] {
    try session.rows(NoticeTable.due, [day.description, limit], NoticeTable.read)
  }

  /// Those that stand in a planned issue.
  package func notices(ofPlan plan: ID<IssuePlan>) throws -> [ArticleNotice] {
    try session.rows(NoticeTable.ofPlan, [plan.description], NoticeTable.read)
  }

  /// Adds a correction or reply.
  package func add(_ notice: ArticleNotice) throws {
    try touch(.article(notice.article))
    try session.run(
      """
      INSERT INTO notice (id, article, kind, text, due_issue, due_place, person, made, plan, page)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """,
      [
        notice.id.description, notice.article, notice.kind.rawValue, notice.text, notice.dueIssue?.description,
        notice.duePlace, notice.person.description, Stored.instant(notice.made), notice.plan?.description, notice.page,
      ])
  }

  /// Sets in which planned issue a notice stands, and on which of its pages; nil for in none.
  package func setPlace(_ plan: ID<IssuePlan>?, page: Int?, ofNotice id: ID<ArticleNotice>) throws {
    let article = try session.first("SELECT article FROM notice WHERE id = ?", [id.description]) { $0.integer() }
    if let article { try touch(.article(article)) }
    try session.run(
      "UPDATE notice SET plan = ?, page = ? WHERE id = ?", [plan?.description, page, id.description])
  }

  /// Notes that the notices of a planned issue stand in print since a time; nil for not any more.
  package func setPrinted(_ printed: Date?, ofPlan plan: ID<IssuePlan>) throws {
    for notice in try notices(ofPlan: plan) { try touch(.article(notice.article)) }
    try session.run(
      "UPDATE notice SET published = ? WHERE plan = ?", [printed.map(Stored.instant), plan.description])
  }
}
