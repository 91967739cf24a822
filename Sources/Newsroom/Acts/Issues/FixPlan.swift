import Foundation
package import Model
import Store

/// Puts right what the look over an issue found and one act can put right: no copy is touched.
struct FixPlan: Sendable {
  let id: ID<IssuePlan>
  let fix: PreflightFix
  let actor: Actor
  let reviewing: ReviewSettings
  let now: Date

  func perform(_ ledger: Ledger) throws {
    let plan = try PlanDesk(ledger: ledger, actor: actor, now: now).openPlan(id)
    switch fix {
    case .numbers(let number, let total):
      var draft = PlanDraft(plan)
      (draft.number, draft.total) = (number, total)
      _ = try ChangePlan(id: id, draft: draft, actor: actor, now: now).perform(ledger)
    case .lead(let story): try place(story, ledger, page: { $0?.page }, isLead: true)
    case .unplace(let story): try place(story, ledger, page: { _ in nil }, isLead: nil)
    case .notice(let notice):
      try PlaceNotice(id: notice, plan: id, page: plan.pages.first?.number, actor: actor, now: now).perform(ledger)
    }
  }

  private func place(
    _ number: Int, _ ledger: Ledger, page: (StoryPlace?) -> Int?, isLead: Bool?
  ) throws {
    let known = try ledger.story(number)?.place
    guard known?.plan == id else {
      throw Refusal(.noSuchStory("\(number)"), place: PlanDesk.subject(id))
    }
    let page = page(known)
    let position = page == known?.page ? known?.position : nil
    _ = try PlaceStories(
      numbers: [number], place: PlaceStories.Place(plan: id, page: page, position: position, isLead: isLead),
      actor: actor, reviewing: reviewing, now: now
    ).perform(ledger)
  }
}

extension Desk {
  /// Looks over a planned issue before it is signed: all findings, check by check. Changes nothing. Who reads the copy
  /// of others may. Throws `Refusal`.
  package func preflight(_ plan: ID<IssuePlan>, as actor: Actor) async throws -> [PreflightFinding] {
    let (reviewing, paper, timeZone, now) = (reviewing, paper, timeZone, now())
    return try await storage.read { session in
      let ledger = Ledger(session: session)
      try Permission.check(actor, .read, why: "")
      let plan = try PlanDesk(ledger: ledger, actor: actor, now: now).plan(plan)
      return try PreflightLook(ledger: ledger, reviewing: reviewing, paper: paper, timeZone: timeZone, now: now)
        .findings(plan)
    }
  }

  /// Does what a finding offers. Throws `Refusal`.
  package func fix(_ plan: ID<IssuePlan>, _ fix: PreflightFix, as actor: Actor) async throws {
    let reviewing = reviewing
    try await perform { ledger, now in
      try FixPlan(id: plan, fix: fix, actor: actor, reviewing: reviewing, now: now).perform(ledger)
    }
  }
}
