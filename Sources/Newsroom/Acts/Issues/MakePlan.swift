import Foundation
package import Model
import Store

/// Plans a new issue.
struct MakePlan: Sendable {
  let draft: PlanDraft
  let pages: [PlannedPage]
  let actor: Actor
  let now: Date

  func perform(_ ledger: Ledger) throws -> IssuePlan {
    _ = try Permission.person(actor, .plan)
    try PlanCheck.title(draft.title)
    guard pages.count <= IssueLimits.pagesMax else {
      throw Refusal(.beyondLimit(what: Wording("Pages", "版数"), limit: IssueLimits.pagesMax), place: "pages")
    }
    var numbers: Set<Int> = []
    for page in pages {
      guard numbers.insert(page.number).inserted else { throw Refusal(.pageTwice(page.number), place: "") }
      try PlanCheck.page(page, ledger)
    }
    let plan = IssuePlan(
      id: ID(raw: UUID()), date: draft.date, kind: draft.kind, number: draft.number, total: draft.total,
      title: draft.title, pages: pages.sorted { $0.number < $1.number }, changed: now)
    try ledger.add(plan)
    try PlanDesk(ledger: ledger, actor: actor, now: now).record("make-plan", plan, before: nil)
    return plan
  }
}

extension Desk {
  /// Plans an issue, with the pages that it begins with; `NewsroomLibrary.suggestedPlan` gives both. Throws `Refusal`.
  package func makePlan(_ draft: PlanDraft, pages: [PlannedPage] = [], as actor: Actor) async throws -> IssuePlan {
    try await perform { ledger, now in
      try MakePlan(draft: draft, pages: pages, actor: actor, now: now).perform(ledger)
    }
  }
}
