import Foundation
package import Model
import Store

/// Adds a page to a planned issue, sets one anew, gives one another number, or removes one.
struct SetPage: Sendable {
  let id: ID<IssuePlan>
  /// Nil removes the page.
  let page: PlannedPage?
  /// The number that the page had; nil for a new one.
  let former: Int?
  let actor: Actor
  let now: Date

  func perform(_ ledger: Ledger) throws -> IssuePlan {
    _ = try Permission.person(actor, .plan)
    let desk = PlanDesk(ledger: ledger, actor: actor, now: now)
    var plan = try desk.openPlan(id)
    let before = try desk.hash(plan)
    if let former, !plan.pages.contains(where: { $0.number == former }) {
      throw Refusal(.noSuchPage(former), place: PlanDesk.subject(id))
    }
    if let page { try set(page, in: plan, ledger) }
    if let former, former != page?.number {
      try move(from: former, to: page?.number, ledger)
      try ledger.removePage(former, of: id)
    }
    plan.changed = now
    try ledger.change(plan)
    plan = try desk.plan(id)
    let detail: [String: JSON] = [
      "page": page.map { .integer($0.number) } ?? .null, "former": former.map(JSON.integer) ?? .null,
    ]
    try desk.record(page == nil ? "remove-page" : "set-page", plan, before: before, detail: detail)
    return plan
  }

  private func set(_ page: PlannedPage, in plan: IssuePlan, _ ledger: Ledger) throws {
    try PlanCheck.page(page, ledger)
    let isKnown = plan.pages.contains { $0.number == page.number }
    guard !isKnown || former == page.number else { throw Refusal(.pageTwice(page.number), place: PlanDesk.subject(id)) }
    guard former != nil || plan.pages.count < IssueLimits.pagesMax else {
      throw Refusal(
        .beyondLimit(what: Wording("Pages", "版数"), limit: IssueLimits.pagesMax), place: PlanDesk.subject(id))
    }
    try ledger.set(page, of: id)
  }

  /// The stories and notices of a page go with it; those of one that is removed stand on none.
  private func move(from former: Int, to number: Int?, _ ledger: Ledger) throws {
    var next = try ledger.stories(ofPlan: id).count { $0.place?.page == nil }
    for story in try ledger.stories(ofPlan: id) where story.place?.page == former {
      guard var place = story.place else { continue }
      if number == nil {
        place.position = next
        next += 1
      }
      place.page = number
      try ledger.setPlace(place, ofStory: story.number)
    }
    for notice in try ledger.notices(ofPlan: id) where notice.page == former {
      try ledger.setPlace(id, page: number, ofNotice: notice.id)
    }
  }
}

extension Desk {
  /// Adds a page, or with `former` sets the page that has that number anew; its stories go with it. Throws `Refusal`.
  package func setPage(
    _ page: PlannedPage, of plan: ID<IssuePlan>, former: Int? = nil, as actor: Actor
  ) async throws -> IssuePlan {
    try await perform { ledger, now in
      try SetPage(id: plan, page: page, former: former, actor: actor, now: now).perform(ledger)
    }
  }

  /// Removes a page; its stories stay in the issue, on no page. Throws `Refusal`.
  package func removePage(_ number: Int, of plan: ID<IssuePlan>, as actor: Actor) async throws -> IssuePlan {
    try await perform { ledger, now in
      try SetPage(id: plan, page: nil, former: number, actor: actor, now: now).perform(ledger)
    }
  }
}
