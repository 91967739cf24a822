package import Foundation
package import Model

extension Ledger {
  /// A planned issue; nil when there is none.
  package func plan(_ id: ID<IssuePlan>) throws -> IssuePlan? { try PlanTable.plan(id, session) }

  /// The plan that an issue came from; nil where it came otherwise.
  package func plan(ofIssue key: IssueKey) throws -> IssuePlan? {
    try PlanTable.plans(PlanTable.ofIssue, [key.description], session).first
  }

  /// Plans that are not published, the newest date first.
  package func standingPlans(limit: Int) throws -> [IssuePlan] {
    try PlanTable.open(session, limit: limit)
  }

  /// Scheduled plans whose minute has come, the longest due first.
  package func duePlans(at now: Date, limit: Int) throws -> [ID<IssuePlan>] {
    try session.rows(PlanTable.due, [Stored.instant(now), limit]) { try Stored.plan($0.text()) }
  }

  /// The stories of a plan: page by page in their order, then those on no page.
  package func stories(ofPlan plan: ID<IssuePlan>) throws -> [Story] {
    try session.rows(PlanTable.stories, [plan.description], StoryTable.read)
  }

  /// Adds a plan, with its pages.
  package func add(_ plan: IssuePlan) throws {
    try session.run(
      """
      INSERT INTO plan (date, kind, number_first, number_last, total_first, total_last, title, state, due, signer,
        issue, changed, id, made)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """, Ledger.values(plan) + [plan.id.description, Stored.instant(plan.changed)])
    for page in plan.pages { try set(page, of: plan.id) }
  }

  /// Sets all of a plan that may change, but its pages.
  package func change(_ plan: IssuePlan) throws {
    try session.run(
      """
      UPDATE plan SET date = ?, kind = ?, number_first = ?, number_last = ?, total_first = ?, total_last = ?, title = ?,
        state = ?, due = ?, signer = ?, issue = ?, changed = ? WHERE id = ?
      """, Ledger.values(plan) + [plan.id.description])
  }

  private static func values(_ plan: IssuePlan) -> [Bound] {
    [
      plan.date.description, plan.kind.rawValue, plan.number?.first, plan.number?.last, plan.total?.first,
      plan.total?.last, plan.title, plan.state.rawValue, plan.due.map(Stored.instant), plan.signer?.description,
      plan.issue?.description, Stored.instant(plan.changed),
    ]
  }

  /// Adds a page or sets it anew.
  package func set(_ page: PlannedPage, of plan: ID<IssuePlan>) throws {
    try session.run(
      """
      INSERT INTO plan_page (plan, number, name, picture, pdf, room) VALUES (?, ?, ?, ?, ?, ?)
      ON CONFLICT (plan, number) DO UPDATE
      SET name = excluded.name, picture = excluded.picture, pdf = excluded.pdf, room = excluded.room
      """,
      [
        plan.description, page.number, page.name, page.picture?.description, page.pdf?.description, page.room,
      ])
  }

  /// Removes a page on which no story stands.
  package func removePage(_ number: Int, of plan: ID<IssuePlan>) throws {
    try session.run("DELETE FROM plan_page WHERE plan = ? AND number = ?", [plan.description, number])
  }

  /// Removes a plan that never became an issue, with its pages and previews. No story or notice stands in it.
  package func remove(_ plan: ID<IssuePlan>) throws {
    for sql in Ledger.removal { try session.run(sql, [plan.description]) }
  }

  private static let removal: [SQLText] = [
    "DELETE FROM preview WHERE plan = ?", "DELETE FROM plan_page WHERE plan = ?", "DELETE FROM plan WHERE id = ?",
  ]

  /// Sets where a story is planned, and nothing else of it.
  package func setPlace(_ place: StoryPlace?, ofStory number: Int) throws {
    try session.run(
      "UPDATE story SET plan = ?, page = ?, position = ?, lead = ? WHERE number = ?",
      [place?.plan.description, place?.page, place?.position ?? 0, place?.isLead ?? false, number])
  }

  static let recentStories: SQLText = """
    SELECT a.serial, a.issue, a.headline, r.copy FROM public_article a
    JOIN revision r ON r.article = a.serial AND r.number = a.revision
    WHERE a.withdrawn_on IS NULL AND a.issue IN (
      SELECT key FROM issue WHERE public = 1 AND key <> ?1 AND date <= ?2 ORDER BY date DESC, key LIMIT ?3)
    ORDER BY a.issue DESC, a.position
    """

  /// The stories that stand in the last issues up to a day.
  package func recentStories(until day: Day, issues: Int, except key: IssueKey?) throws -> [PreflightRecent] {
    let values: [Bound] = [key?.description ?? "", day.description, issues]
    return try session.rows(Ledger.recentStories, values) { columns in
      let (serial, issue) = (columns.integer(), try Stored.key(columns.text()))
      let headline = Copy.joined(try Stored.list(columns.text()))
      let copy = Copy(json: try JSON(text: columns.text()))
      return PreflightRecent(
        serial: serial, issue: issue, headline: headline, sketch: TextSketch(copy.body.plainText))
    }
  }
}
