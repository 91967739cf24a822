import Foundation
package import Model
import Store

/// What became of a scheduled issue whose minute came.
package struct DueIssue: Sendable, Equatable {
  package let plan: ID<IssuePlan>
  /// The key of the issue that it became; nil where it was refused.
  package let issue: IssueKey?
  /// Why it was not published; nil where it was.
  package let refusal: Refusal?
}

/// Publishes a scheduled issue whose minute has come, as who signed it. What stands in the way then leaves it open,
/// with a line of the record and a mail to who signed.
struct PublishDue: Sendable {
  static let origin = "schedule"

  let id: ID<IssuePlan>
  let tools: PublishingTools
  let now: Date

  /// Nil where it is not due any more: another program was faster, or it was stopped.
  func perform(_ ledger: Ledger) throws -> IssueKey? {
    guard let (plan, person) = try due(ledger) else { return nil }
    let actor = Actor(person, origin: PublishDue.origin)
    try Permission.check(actor, .publish, why: "")
    let published = try tools.publishing(ledger, actor, now).publish(plan, by: person.id, why: "")
    try tools.notices.tellPublished(published, by: actor, ledger, at: now)
    return published.issue
  }

  /// Opens the plan again after `perform` threw.
  func fail(_ refusal: Refusal, _ ledger: Ledger) throws {
    guard let (due, signer) = try due(ledger) else { return }
    let actor = Actor(name: signer.name, acts: [], person: signer.id, origin: PublishDue.origin)
    let desk = PlanDesk(ledger: ledger, actor: actor, now: now)
    var plan = due
    let before = try desk.hash(plan)
    (plan.state, plan.due, plan.signer, plan.changed) = (plan.openState, nil, nil, now)
    try ledger.change(plan)
    let why = refusal.wording
    let told = String(why.chinese.simplified.prefix(StoryLimits.reasonMax))
    try desk.record("schedule-failed", plan, before: before, why: told)
    try tools.notices.queue(.scheduleFailed(issue: "\(plan.date)", why: why), to: signer, ledger, at: now)
  }

  private func due(_ ledger: Ledger) throws -> (IssuePlan, Person)? {
    guard let plan = try ledger.plan(id), plan.state == .scheduled, let due = plan.due, due <= now,
      let signer = plan.signer, let person = try ledger.person(signer)
    else { return nil }
    return (plan, person)
  }
}

extension Desk {
  /// Publishes every scheduled issue whose minute has come, each in a transaction of its own and none twice, however
  /// many programs do this at once. Throws what the store throws; what is not published then stays due.
  package func publishDue() async throws -> [DueIssue] {
    let (tools, now) = (tools, now())
    let due = try await storage.read {
      try Ledger(session: $0).duePlans(at: now, limit: IssueLimits.dueAtOnceMax)
    }
    var outcomes: [DueIssue] = []
    for id in due {
      let act = PublishDue(id: id, tools: tools, now: now)
      do {
        guard let key = try await storage.write({ try Desk.run($0, act.perform) }) else { continue }
        outcomes.append(DueIssue(plan: id, issue: key, refusal: nil))
      } catch let refusal as Refusal {
        try await storage.write { try Desk.run($0) { try act.fail(refusal, $0) } }
        outcomes.append(DueIssue(plan: id, issue: nil, refusal: refusal))
      }
    }
    return outcomes
  }
}
