import Foundation
package import Model
import Store

/// Puts a correction or reply into a planned issue, or takes it out.
struct PlaceNotice: Sendable {
  let id: ID<ArticleNotice>
  /// Nil for none.
  let plan: ID<IssuePlan>?
  let page: Int?
  let actor: Actor
  let now: Date

  func perform(_ ledger: Ledger) throws {
    _ = try Permission.person(actor, .plan)
    guard let notice = try ledger.notice(id) else {
      throw Refusal(.notFound(Wording("correction or reply", "更正或答辩")), place: "")
    }
    let desk = PlanDesk(ledger: ledger, actor: actor, now: now)
    for plan in Set([notice.plan, plan].compactMap(\.self)) { _ = try desk.openPlan(plan) }
    if let plan, let page {
      guard try desk.plan(plan).pages.contains(where: { $0.number == page }) else {
        throw Refusal(.noSuchPage(page), place: PlanDesk.subject(plan))
      }
    }
    try ledger.setPlace(plan, page: plan == nil ? nil : page, ofNotice: id)
    let hash = ContentHash.text(of: Array(notice.text.utf8))
    try ledger.record(
      "place-notice", actor, on: try PublicArticle.subject(notice.article, ledger), before: hash, after: hash,
      detail: .object([
        "notice": .string("\(id)"), "plan": plan.map { .string("\($0)") } ?? .null,
        "page": page.map(JSON.integer) ?? .null,
      ]), at: now)
  }
}

extension Desk {
  /// Puts a correction or reply into a planned issue, on a page or none; nil takes it out. Throws `Refusal`.
  package func placeNotice(
    _ notice: ID<ArticleNotice>, in plan: ID<IssuePlan>?, page: Int? = nil, as actor: Actor
  ) async throws {
    try await perform { ledger, now in
      try PlaceNotice(id: notice, plan: plan, page: page, actor: actor, now: now).perform(ledger)
    }
  }
}
