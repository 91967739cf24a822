package import Foundation
package import Model
import Store

/// 签发: publishes a planned issue now, or signs it for a minute to come.
struct PublishIssue: Sendable {
  let id: ID<IssuePlan>
  /// When; nil for now.
  let due: Date?
  let why: String
  let actor: Actor
  let tools: PublishingTools
  let now: Date

  func perform(_ ledger: Ledger) throws -> IssuePlan {
    let person = try Permission.person(actor, .publish, why: why)
    let why = try StoryDesk.reason(why, isNeeded: false)
    let plan = try PlanDesk(ledger: ledger, actor: actor, now: now).openPlan(id)
    let publishing = tools.publishing(ledger, actor, now)
    guard let due else {
      let published = try publishing.publish(plan, by: person, why: why)
      try tools.notices.tellPublished(published, by: actor, ledger, at: now)
      return published
    }
    return try schedule(plan, at: due, person, why, publishing)
  }

  private func schedule(
    _ plan: IssuePlan, at due: Date, _ person: ID<Person>, _ why: String, _ publishing: IssuePublishing
  ) throws -> IssuePlan {
    let minute = Date(timeIntervalSince1970: (due.timeIntervalSince1970 / 60).rounded(.down) * 60)
    guard minute > now else {
      throw Refusal(
        .value(Wording("The time has passed; publish now, or choose a later minute.", "时间已过；请立即发布，或另选时间。")),
        place: PlanDesk.subject(id))
    }
    guard minute.timeIntervalSince(now) <= Double(IssueLimits.scheduleDaysMax) * 86_400 else {
      throw Refusal(
        .beyondLimit(what: Wording("Days ahead", "提前天数"), limit: IssueLimits.scheduleDaysMax),
        place: PlanDesk.subject(id))
    }
    try PreflightLook.check(try publishing.look.facts(plan))
    let desk = PlanDesk(ledger: publishing.ledger, actor: actor, now: now)
    let before = try desk.hash(plan)
    var scheduled = plan
    (scheduled.state, scheduled.due, scheduled.signer, scheduled.changed) = (.scheduled, minute, person, now)
    try publishing.ledger.change(scheduled)
    try desk.record(
      "schedule-issue", scheduled, before: before, why: why,
      detail: ["due": .integer(Int(minute.timeIntervalSince1970))])
    return scheduled
  }
}

/// Stops an issue that waits for its minute.
struct UnscheduleIssue: Sendable {
  let id: ID<IssuePlan>
  let why: String
  let actor: Actor
  let now: Date

  func perform(_ ledger: Ledger) throws -> IssuePlan {
    _ = try Permission.person(actor, .publish, why: why)
    let why = try StoryDesk.reason(why, isNeeded: false)
    let desk = PlanDesk(ledger: ledger, actor: actor, now: now)
    var plan = try desk.plan(id)
    guard plan.state == .scheduled else {
      throw Refusal(.state(Wording("The issue is not scheduled.", "本期没有排定发布。")), place: PlanDesk.subject(id))
    }
    let before = try desk.hash(plan)
    (plan.state, plan.due, plan.signer, plan.changed) = (plan.openState, nil, nil, now)
    try ledger.change(plan)
    try desk.record("unschedule-issue", plan, before: before, why: why)
    return plan
  }
}

/// What publishing needs of the desk.
struct PublishingTools: Sendable {
  let reviewing: ReviewSettings
  let paper: PaperFacts
  let timeZone: TimeZone
  let protectedTerms: [String]
  let notices: Notices

  func publishing(_ ledger: Ledger, _ actor: Actor, _ now: Date) -> IssuePublishing {
    IssuePublishing(
      ledger: ledger, reviewing: reviewing, paper: paper, timeZone: timeZone, protectedTerms: protectedTerms,
      actor: actor, now: now)
  }

  func article(_ ledger: Ledger, _ now: Date) -> ArticleFiling {
    ArticleFiling(ledger: ledger, timeZone: timeZone, protectedTerms: protectedTerms, now: now)
  }
}

extension Desk {
  var tools: PublishingTools {
    PublishingTools(
      reviewing: reviewing, paper: paper, timeZone: timeZone, protectedTerms: protectedTerms, notices: notices)
  }

  /// Signs and publishes a planned issue: every story of it must be signed, and the look over it find no error. With
  /// `at` it is signed now and published at that minute, after the same checks. Throws `Refusal`; then all is as it
  /// was.
  package func publish(
    _ plan: ID<IssuePlan>, at due: Date? = nil, why: String = "", as actor: Actor
  ) async throws -> IssuePlan {
    let tools = tools
    return try await perform { ledger, now in
      try PublishIssue(id: plan, due: due, why: why, actor: actor, tools: tools, now: now).perform(ledger)
    }
  }

  /// Stops an issue that waits for its minute. Throws `Refusal`.
  package func unschedule(_ plan: ID<IssuePlan>, why: String = "", as actor: Actor) async throws -> IssuePlan {
    try await perform { ledger, now in
      try UnscheduleIssue(id: plan, why: why, actor: actor, now: now).perform(ledger)
    }
  }
}
