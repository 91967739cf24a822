import Model

/// Corrections and replies as the newsroom keeps them.
enum NoticeTable {
  static let select: SQLText = """
    SELECT id, article, kind, text, due_issue, due_place, person, made, plan, page FROM notice
    """
  static let ofArticle: SQLText = select + "WHERE article = ? ORDER BY made, id"
  static let due: SQLText =
    select + """
      WHERE published IS NULL AND due_issue IS NOT NULL AND due_issue <= ? AND plan IS NULL ORDER BY due_issue, id
      LIMIT ?
      """
  /// With the headlines of their stories.
  static let waiting: SQLText = """
    SELECT n.id, n.kind, n.text, n.article, a.headline, n.due_issue, n.due_place
    FROM notice n JOIN public_article a ON a.serial = n.article
    WHERE n.published IS NULL AND n.due_issue IS NOT NULL ORDER BY n.due_issue, n.id LIMIT ?
    """
  static let ofPlan: SQLText = select + "WHERE plan = ? ORDER BY page, made, id"

  static func read(_ columns: inout Columns) throws -> ArticleNotice {
    let (id, article, kindText, text) = (columns.text(), columns.integer(), columns.text(), columns.text())
    guard let identity = ID<ArticleNotice>(id), let kind = CorrectionKind(rawValue: kindText) else {
      throw Stored.broken("a correction", id)
    }
    return ArticleNotice(
      id: identity, article: article, kind: kind, text: text, dueIssue: try columns.optionalText().map(Stored.day),
      duePlace: columns.text(), person: try Stored.person(columns.text()), made: Stored.date(columns.integer()),
      plan: try columns.optionalText().map(Stored.plan), page: columns.optionalInteger())
  }
}
