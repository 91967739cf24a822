import Foundation
package import Model
import Store

/// Removes a planned issue that never was public: its stories and notices stand in none then.
struct RemovePlan: Sendable {
  let id: ID<IssuePlan>
  let actor: Actor
  let now: Date

  func perform(_ ledger: Ledger) throws {
    _ = try Permission.person(actor, .plan)
    let desk = PlanDesk(ledger: ledger, actor: actor, now: now)
    let plan = try desk.openPlan(id)
    guard plan.issue == nil else {
      throw Refusal(
        .state(Wording("The issue was public once; its plan stays.", "本期曾经发布，不能删除。")),
        place: PlanDesk.subject(id))
    }
    let before = try desk.hash(plan)
    for story in try ledger.stories(ofPlan: id) { try ledger.setPlace(nil, ofStory: story.number) }
    for notice in try ledger.notices(ofPlan: id) { try ledger.setPlace(nil, page: nil, ofNotice: notice.id) }
    try ledger.remove(id)
    try desk.record("remove-plan", plan, before: before)
  }
}

extension Desk {
  /// Removes a planned issue that never was public. Throws `Refusal`.
  package func removePlan(_ plan: ID<IssuePlan>, as actor: Actor) async throws {
    try await perform { ledger, now in try RemovePlan(id: plan, actor: actor, now: now).perform(ledger) }
  }
}
