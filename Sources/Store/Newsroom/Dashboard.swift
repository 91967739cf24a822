import Foundation
package import Model

extension NewsroomLibrary {
  /// Notices that are shown at once.
  static let noticesMax = 20

  /// What waits for a person, and what is theirs. What blocks tonight's issue is known to who checks it: it is handed
  /// in.
  package func dashboard(
    for viewer: Viewer, blocks: @escaping @Sendable (IssuePlan) -> [Wording] = { _ in [] }
  ) async throws -> DashboardReading {
    let now = now()
    return try await storage.read { session in
      var names = try NewsroomNames(session: session)
      func rows(_ shelf: StoryShelf, isOldestFirst: Bool = false) throws -> [StoryRow] {
        let selection = StorySelection(
          session: session, query: StoryQuery(shelf: shelf), viewer: viewer, signable: signable(by: viewer), now: now)
        return try selection.stories(limit: StoryQuery.rowsMax).map { try names.row($0, steps(of: $0)) }
      }
      let waiting = try rows(.waiting).filter { row in
        viewer.sections.isEmpty || row.story.section.isEmpty || viewer.sections.contains(row.story.section)
      }.sorted { $0.story.since < $1.story.since }
      let mine = try rows(.mine)
      let returned = mine.filter { $0.story.state == .returned }
      let others = mine.filter { $0.story.state != .returned }
      let counts = try shelves(for: viewer, session)
      func count(_ shelf: StoryShelf) -> Int { counts.first { $0.shelf == shelf }?.count ?? 0 }
      return DashboardReading(
        waiting: Array(waiting.prefix(DashboardReading.rowsMax)), waitingCount: count(.waiting),
        returned: Array(returned.prefix(DashboardReading.rowsMax)),
        mine: Array(others.prefix(DashboardReading.rowsMax)), mineCount: count(.mine),
        tonight: viewer.seesAll ? try tonight(session, blocks) : nil,
        notices: viewer.acts.contains(.correct) || viewer.acts.contains(.plan)
          ? try NewsroomLibrary.dueNotices(session) : [],
        failedLetters: viewer.acts.contains(.managePeople) ? try Ledger(session: session).failedMailCount() : 0)
    }
  }

  /// The issue that is made next: that which is scheduled first, else the oldest that is open.
  private func tonight(_ session: Session, _ blocks: (IssuePlan) -> [Wording]) throws -> TonightReading? {
    let scheduled = try session.first(PlanTable.nextScheduled) { $0.text() }
    guard let next = try scheduled ?? session.first(PlanTable.nextOpen, [], { $0.text() }),
      let plan = try PlanTable.plan(try Stored.plan(next), session)
    else { return nil }
    let counts = try session.first(PlanTable.signedCount, [next]) { (all: $0.integer(), signed: $0.integer()) }
    return TonightReading(
      plan: PlanHead(plan), due: plan.due, pageCount: plan.pages.count, storyCount: counts?.all ?? 0,
      signedCount: counts?.signed ?? 0, blocks: blocks(plan))
  }

  private static func dueNotices(_ session: Session) throws -> [DueNotice] {
    try session.rows(NoticeTable.waiting, [noticesMax]) { columns in
      let (id, kind, text, serial) = (columns.text(), columns.text(), columns.text(), columns.integer())
      let headline = Copy.joined(try Stored.list(columns.text()))
      return DueNotice(
        id: id, isReply: kind == "reply", text: text, serial: serial, headline: headline,
        dueIssue: try columns.optionalText().map(Stored.day), duePlace: columns.text())
    }
  }
}
