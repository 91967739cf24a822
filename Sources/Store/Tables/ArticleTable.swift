import Model

/// Reads public articles whole.
struct ArticleTable {
  /// A public article with its place, before its surroundings are read.
  struct Whole {
    var article: Article
    var summary: String
    var position: Int
    var pageNumber: Int?
    var views: Int
    var issue: IssueHead
  }

  private static let columns: SQLText = """
    SELECT b.id, a.serial, r.copy, a.revision, a.published, a.modified, a.withdrawn_on, a.withdrawn_reason, a.summary,
      a.position, a.page, a.views_base,
    """ + IssueTable.columns + """
      FROM public_article a JOIN article b ON b.serial = a.serial JOIN issue i ON i.key = a.issue
      JOIN revision r ON r.article = a.serial AND r.number = a.revision
      """
  static let find: SQLText = columns + "WHERE a.serial = ?"
  static let ofIssue: SQLText = columns + "WHERE a.issue = ? ORDER BY a.position, a.serial"
  static let corrections: SQLText =
    "SELECT date, text, kind FROM correction WHERE article = ? ORDER BY date DESC, ordinal DESC"
  static let correctionsOfIssue: SQLText = """
    SELECT c.article, c.date, c.text, c.kind FROM public_article a JOIN correction c ON c.article = a.serial
    WHERE a.issue = ?
    ORDER BY c.date DESC, c.ordinal DESC
    """
  static let orderOfIssue: SQLText = "SELECT serial FROM public_article WHERE issue = ? ORDER BY position, serial"
  static let body: SQLText = """
    SELECT r.copy FROM public_article a JOIN revision r ON r.article = a.serial AND r.number = a.revision
    WHERE a.serial = ? AND a.withdrawn_on IS NULL
    """
  static let issue: SQLText = "SELECT issue FROM public_article WHERE serial = ?"
  static let serials: SQLText = "SELECT serial FROM public_article ORDER BY serial"

  let session: Session

  func whole(_ serial: Int) throws -> Whole? {
    guard var whole = try session.first(ArticleTable.find, [serial], ArticleTable.whole) else { return nil }
    whole.article.corrections = try session.rows(ArticleTable.corrections, [serial], ArticleTable.correction)
    return whole
  }

  /// The articles of an issue in its order, withdrawn ones too, each as `whole` gives it.
  func wholes(of key: IssueKey) throws -> [Whole] {
    let corrections = try session.rows(ArticleTable.correctionsOfIssue, [key.description]) { columns in
      (serial: columns.integer(), try ArticleTable.correction(&columns))
    }
    let bySerial = Dictionary(grouping: corrections, by: \.serial)
    return try session.rows(ArticleTable.ofIssue, [key.description], ArticleTable.whole).map { whole in
      var whole = whole
      whole.article.corrections = (bySerial[whole.article.serial] ?? []).map(\.1)
      return whole
    }
  }

  /// Reads date, text and kind.
  static func correction(_ columns: inout Columns) throws -> Correction {
    let (date, text, kind) = (try Stored.day(columns.text()), columns.text(), columns.text())
    guard let kind = CorrectionKind(rawValue: kind) else { throw Stored.broken("the kind of a correction", kind) }
    return Correction(date: date, text: text, kind: kind)
  }

  /// The serials of an issue in its order, withdrawn ones too.
  func order(of key: IssueKey) throws -> [Int] {
    try session.rows(ArticleTable.orderOfIssue, [key.description]) { $0.integer() }
  }

  /// The text of an article that stands.
  func body(_ serial: Int) throws -> Body? {
    try session.first(ArticleTable.body, [serial]) { Copy(json: try JSON(text: $0.text())).body }
  }

  func day(_ serial: Int) throws -> Day? {
    try session.first(ArticleTable.issue, [serial]) { try Stored.key($0.text()).date }
  }

  private static func whole(_ columns: inout Columns) throws -> Whole {
    let (id, serial, text, revision) = (columns.text(), columns.integer(), columns.text(), columns.integer())
    let (published, modified) = (columns.integer(), columns.integer())
    let withdrawal = try CardTable.withdrawal(date: columns.optionalText(), reason: columns.optionalText())
    let (summary, position) = (columns.text(), columns.integer())
    let (page, views) = (columns.optionalInteger(), columns.integer())
    let issue = try IssueTable.head(&columns)
    guard let identity = ID<Article>(id) else { throw Stored.broken("an article", id) }
    var copy = Copy(json: try JSON(text: text))
    if withdrawal != nil {
      copy.body = Body()
      copy.summary = ""
    }
    let article = Article(
      id: identity, serial: serial, copy: copy, revision: revision, published: Stored.date(published),
      modified: Stored.date(modified), day: issue.date, withdrawal: withdrawal)
    return Whole(
      article: article, summary: withdrawal == nil ? summary : "", position: position, pageNumber: page, views: views,
      issue: issue)
  }
}
