import Model

/// Planned issues and their pages.
enum PlanTable {
  static let selectHead: SQLText = """
    SELECT id, date, kind, number_first, number_last, total_first, total_last, title, state FROM plan
    """
  static let select: SQLText = """
    SELECT id, date, kind, number_first, number_last, total_first, total_last, title, state, due, signer, issue,
      changed FROM plan
    """
  static let pages: SQLText = """
    SELECT number, name, picture, pdf, room FROM plan_page WHERE plan = ? ORDER BY number
    """

  static let find: SQLText = select + "WHERE id = ?"
  static let ofIssue: SQLText = select + "WHERE issue = ?"
  static let newest: SQLText = select + "ORDER BY date DESC, id LIMIT ?"
  static let standing: SQLText = select + "WHERE state <> 'published' ORDER BY date DESC, id LIMIT ?"
  static let due: SQLText = "SELECT id FROM plan WHERE state = 'scheduled' AND due <= ? ORDER BY due, id LIMIT ?"
  static let nextScheduled: SQLText = "SELECT id FROM plan WHERE state = 'scheduled' ORDER BY due LIMIT 1"
  /// That the state is another than `published` is said twice: so the index of those is known to hold it.
  static let nextOpen: SQLText =
    "SELECT id FROM plan WHERE state <> 'published' AND state = 'open' ORDER BY date, id LIMIT 1"
  static let signedCount: SQLText =
    "SELECT count(*), count(*) FILTER (WHERE state = 'signed') FROM story WHERE plan = ?"
  static let lastPages: SQLText = """
    SELECT number, name, room FROM plan_page WHERE plan = (
      SELECT id FROM plan WHERE date < ? AND kind IN ('regular', 'combined') ORDER BY date DESC, id LIMIT 1)
    ORDER BY number
    """
  static let lastPagesOfIssue: SQLText = """
    SELECT number, name FROM page WHERE public = 1 AND issue = (
      SELECT key FROM issue WHERE public = 1 AND date < ? AND kind IN ('regular', 'combined')
      ORDER BY date DESC, key LIMIT 1)
    ORDER BY number
    """
  /// Signed stories, or those under review, that stand in no issue.
  static let unplaced: SQLText =
    StoryTable.select
    + "WHERE state = ? AND plan IS NULL AND article IS NULL ORDER BY changed DESC, number DESC LIMIT ?"
  static let nextDue: SQLText = "SELECT min(due) FROM plan WHERE state = 'scheduled'"
  /// Page by page, then those on no page.
  static let stories: SQLText =
    StoryTable.select + "WHERE plan = ? ORDER BY page IS NULL, page, position, number"

  static func readHead(_ columns: inout Columns) throws -> PlanHead {
    let id = try Stored.plan(columns.text())
    let date = try Stored.day(columns.text())
    let kindText = columns.text()
    guard let kind = IssueKind(rawValue: kindText) else { throw Stored.broken("the kind of an issue", kindText) }
    let number = Stored.range(first: columns.optionalInteger(), last: columns.optionalInteger())
    let total = Stored.range(first: columns.optionalInteger(), last: columns.optionalInteger())
    let (title, stateText) = (columns.text(), columns.text())
    guard let state = IssuePlanState(rawValue: stateText) else {
      throw Stored.broken("the state of a planned issue", stateText)
    }
    return PlanHead(id: id, date: date, kind: kind, number: number, total: total, title: title, state: state)
  }

  /// A plan without its pages.
  static func read(_ columns: inout Columns) throws -> IssuePlan {
    let head = try readHead(&columns)
    let due = columns.optionalInteger().map(Stored.date)
    let signer = try columns.optionalText().map(Stored.person)
    let issue = try columns.optionalText().map(Stored.key)
    return IssuePlan(
      id: head.id, date: head.date, kind: head.kind, number: head.number, total: head.total, title: head.title,
      state: head.state, due: due, signer: signer, issue: issue, changed: Stored.date(columns.integer()))
  }

  static func readPage(_ columns: inout Columns) throws -> PlannedPage {
    PlannedPage(
      number: columns.integer(), name: columns.text(), picture: try columns.optionalText().map(Stored.media),
      pdf: try columns.optionalText().map(Stored.media), room: columns.optionalInteger())
  }

  /// A plan with its pages; nil when there is none.
  static func plan(_ id: ID<IssuePlan>, _ session: Session) throws -> IssuePlan? {
    try plans(find, [id.description], session).first
  }

  /// Those that stories can still be placed in, the newest first, at most `limit`.
  static func open(_ session: Session, limit: Int) throws -> [IssuePlan] { try plans(standing, [limit], session) }

  /// The plans of a statement that selects the columns of `select`, with their pages.
  static func plans(_ sql: SQLText, _ values: [Bound], _ session: Session) throws -> [IssuePlan] {
    try session.rows(sql, values, read).map { plan in
      var plan = plan
      plan.pages = try session.rows(pages, [plan.id.description], readPage)
      return plan
    }
  }
}
