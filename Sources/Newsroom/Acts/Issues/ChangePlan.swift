import Foundation
package import Model
import Store

/// Changes the head of a planned issue.
struct ChangePlan: Sendable {
  let id: ID<IssuePlan>
  let draft: PlanDraft
  let actor: Actor
  let now: Date

  func perform(_ ledger: Ledger) throws -> IssuePlan {
    _ = try Permission.person(actor, .plan)
    let desk = PlanDesk(ledger: ledger, actor: actor, now: now)
    var plan = try desk.openPlan(id)
    try PlanCheck.title(draft.title)
    guard plan.issue == nil || (draft.date, draft.kind) == (plan.date, plan.kind) else {
      throw Refusal(
        .state(
          Wording(
            "Its address is known: the date and kind of an issue that was public stay.",
            "本期曾经发布，网址已定：日期和类别不能再改。")), place: PlanDesk.subject(id))
    }
    guard PlanDraft(plan) != draft else { return plan }
    let before = try desk.hash(plan)
    (plan.date, plan.kind, plan.number, plan.total) = (draft.date, draft.kind, draft.number, draft.total)
    (plan.title, plan.changed) = (draft.title, now)
    try ledger.change(plan)
    try desk.record("change-plan", plan, before: before)
    return plan
  }
}

extension Desk {
  /// Changes date, kind, numbers or title of a planned issue. Throws `Refusal`.
  package func changePlan(_ id: ID<IssuePlan>, _ draft: PlanDraft, as actor: Actor) async throws -> IssuePlan {
    try await perform { ledger, now in
      try ChangePlan(id: id, draft: draft, actor: actor, now: now).perform(ledger)
    }
  }
}
