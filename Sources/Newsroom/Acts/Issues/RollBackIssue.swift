import Foundation
package import Model
import Store

/// Takes a whole issue back: its addresses say why and nothing else of it is left to readers. The plan can be put right
/// and published again under the same key and serials; its stories are as signed as they were.
struct RollBackIssue: Sendable {
  let id: ID<IssuePlan>
  let why: String
  let actor: Actor
  let tools: PublishingTools
  let now: Date

  func perform(_ ledger: Ledger) throws -> IssuePlan {
    let person = try Permission.person(actor, .rollBack, why: why)
    let why = try StoryDesk.reason(why, isNeeded: true)
    var plan = try PlanDesk(ledger: ledger, actor: actor, now: now).plan(id)
    guard plan.state == .published, let key = plan.issue, let known = try ledger.issue(key), known.isPublic else {
      throw Refusal(.state(Wording("The issue is not public.", "本期没有发布。")), place: PlanDesk.subject(id))
    }
    let before = try IssueState.read(known, ledger).hash
    let withdrawal = Withdrawal(date: Day(now, in: tools.timeZone), reason: why)
    let standing = try ledger.standing(in: key)
    for serial in standing { try withdraw(serial, withdrawal, person, ledger) }
    try ledger.rollBack(key, at: now)
    (plan.state, plan.signer, plan.changed) = (.rolledBack, nil, now)
    try ledger.change(plan)
    try ledger.setPrinted(nil, ofPlan: id)
    try ledger.record(
      "roll-back-issue", actor, on: key.description, before: before,
      after: try ManuscriptFiling.hash(of: key, ledger), why: why,
      detail: .object([
        "plan": .string("\(id)"), "withdrawn": .array(standing.map(JSON.integer)),
      ]), at: now, isPublic: true)
    return plan
  }

  private func withdraw(
    _ serial: Int, _ withdrawal: Withdrawal, _ person: ID<Person>, _ ledger: Ledger
  ) throws {
    guard let article = try ledger.article(serial) else { return }
    try ledger.set(
      DeskWithdrawal(article: serial, withdrawal: withdrawal, plan: id, person: person, made: now))
    try tools.article(ledger, now).file(article) { _ in }
    guard var story = try ledger.story(ofSerial: serial) else { return }
    story.publicRevision = nil
    if story.state == .published {
      let desk = StoryDesk(ledger: ledger, reviewing: tools.reviewing, actor: actor, now: now)
      story.state = try desk.progress(of: story).covers(hash: story.hash) ? .signed : .draft
      (story.since, story.changed) = (now, now)
    }
    try ledger.change(story)
  }
}

extension Desk {
  /// Takes a published issue back as one, with a reason that readers are told. Throws `Refusal`.
  package func rollBack(_ plan: ID<IssuePlan>, why: String, as actor: Actor) async throws -> IssuePlan {
    let tools = tools
    return try await perform { ledger, now in
      try RollBackIssue(id: plan, why: why, actor: actor, tools: tools, now: now).perform(ledger)
    }
  }
}
