package import Foundation
package import Model

extension NewsroomLibrary {
  /// Plans that are listed at once.
  package static let allPlansMax = 200

  /// The planned and published issues, the newest date first.
  package func plans(limit: Int = allPlansMax) async throws -> [IssuePlan] {
    try await storage.read { try PlanTable.plans(PlanTable.newest, [max(0, limit)], $0) }
  }

  /// Those that are not published, the newest date first.
  package func standingPlans(limit: Int = allPlansMax) async throws -> [IssuePlan] {
    try await storage.read { try PlanTable.open($0, limit: max(0, limit)) }
  }

  /// A plan with all that stands in it; nil when there is none.
  package func plannedIssue(_ id: ID<IssuePlan>) async throws -> PlannedIssue? {
    try await storage.read { session in
      let ledger = Ledger(session: session)
      guard let plan = try ledger.plan(id) else { return nil }
      let due =
        try plan.state == .published ? [] : ledger.dueNotices(by: plan.date, limit: NewsroomLibrary.allNoticesMax)
      return PlannedIssue(
        plan: plan, stories: try ledger.stories(ofPlan: id), notices: try ledger.notices(ofPlan: id), due: due,
        signer: try plan.signer.flatMap { try ledger.person($0) })
    }
  }

  /// Notices that are listed at once.
  package static let allNoticesMax = 200

  /// The plan that an issue came from; nil where it came otherwise.
  package func plan(ofIssue key: IssueKey) async throws -> IssuePlan? {
    try await storage.read { try Ledger(session: $0).plan(ofIssue: key) }
  }

  /// When the next scheduled issue is due; nil when none is.
  package func nextDue() async throws -> Date? {
    try await storage.read { session in
      try session.first(PlanTable.nextDue) { $0.optionalInteger() }.flatMap { $0 }.map(Stored.date)
    }
  }

  /// What a new plan begins with: the numbers that follow from the issues before, and the pages of the last one.
  package func suggestedPlan(
    date: Day, kind: IssueKind = .regular
  ) async throws -> (draft: PlanDraft, pages: [PlannedPage]) {
    try await storage.read { session in
      let ledger = Ledger(session: session)
      let others = try ledger.issues(near: Issue(id: ID(raw: UUID()), date: date, kind: kind), except: nil)
      let numbers = Numbering.suggestion(kind: kind, date: date, after: others)
      let draft = PlanDraft(date: date, kind: kind, number: numbers.number, total: numbers.total)
      return (draft, try ledger.lastPages(before: date))
    }
  }

  /// Corrections and replies of an article that the newsroom made, the oldest first.
  package func notices(ofArticle serial: Int) async throws -> [ArticleNotice] {
    try await storage.read { try Ledger(session: $0).notices(ofArticle: serial) }
  }

  /// Corrections and replies that are due by a day and stand in no issue, the longest due first.
  package func dueNotices(by day: Day) async throws -> [ArticleNotice] {
    try await storage.read { try Ledger(session: $0).dueNotices(by: day, limit: NewsroomLibrary.allNoticesMax) }
  }
}

extension Ledger {
  /// The names and rooms of the pages of the last plan before a day; of the last issue where there is no plan.
  package func lastPages(before day: Day) throws -> [PlannedPage] {
    let planned = try session.rows(PlanTable.lastPages, [day.description]) {
      PlannedPage(number: $0.integer(), name: $0.text(), room: $0.optionalInteger())
    }
    guard planned.isEmpty else { return planned }
    return try session.rows(PlanTable.lastPagesOfIssue, [day.description]) {
      PlannedPage(number: $0.integer(), name: $0.text())
    }
  }
}
