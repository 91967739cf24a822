import Foundation
import Model
import Store

/// A planned issue on the desk of one act.
struct PlanDesk {
  let ledger: Ledger
  let actor: Actor
  let now: Date

  /// A plan. Throws `Refusal` when there is none.
  func plan(_ id: ID<IssuePlan>) throws -> IssuePlan {
    guard let plan = try ledger.plan(id) else {
      throw Refusal(.notFound(Wording("planned issue", "期次")), place: PlanDesk.subject(id))
    }
    return plan
  }

  /// A plan that may be changed: not while it waits for its minute, nor once it is public.
  func openPlan(_ id: ID<IssuePlan>) throws -> IssuePlan {
    let plan = try plan(id)
    try PlanDesk.checkOpen(plan)
    return plan
  }

  static func checkOpen(_ plan: IssuePlan) throws(Refusal) {
    switch plan.state {
    case .open, .rolledBack: return
    case .scheduled:
      throw Refusal(
        .state(Wording("The issue is signed and scheduled; stop that first.", "本期已签发排定；请先取消排定。")),
        place: subject(plan.id))
    case .published:
      throw Refusal(
        .state(Wording("The issue is public; its stories are changed one by one.", "本期已发布；请逐篇修改。")),
        place: subject(plan.id))
    }
  }

  /// Writes down what was done with a plan.
  func record(
    _ act: String, _ plan: IssuePlan, before: String?, why: String = "", detail: [String: JSON] = [:]
  ) throws {
    var detail = detail
    detail["date"] = .string("\(plan.date)")
    try ledger.record(
      act, actor, on: PlanDesk.subject(plan.id), before: before, after: try hash(plan), why: why,
      detail: .object(detail), at: now)
  }

  /// What the record keeps of a plan: a SHA-256 that differs when its head, its pages, or the order of its stories
  /// does.
  func hash(_ plan: IssuePlan) throws -> String {
    let head: JSON = .array([
      .string("\(plan.date)"), .string(plan.kind.rawValue), .string(plan.number?.description ?? ""),
      .string(plan.total?.description ?? ""), .string(plan.title), .string(plan.state.rawValue),
      plan.due.map { .integer(Int($0.timeIntervalSince1970)) } ?? .null, .string(plan.issue?.description ?? ""),
    ])
    let pages = plan.pages.map { page in
      JSON.array([
        .integer(page.number), .string(page.name), .string(page.picture?.description ?? ""),
        .string(page.pdf?.description ?? ""), page.room.map(JSON.integer) ?? .null,
      ])
    }
    let stories = try ledger.stories(ofPlan: plan.id).map { story in
      JSON.array([
        .integer(story.number), .string(story.hash), story.place?.page.map(JSON.integer) ?? .null,
        .boolean(story.place?.isLead ?? false),
      ])
    }
    return ContentHash.text(of: JSON.array([head, .array(pages), .array(stories)]).bytes)
  }

  /// What the record says of a plan.
  static func subject(_ id: ID<IssuePlan>) -> String { "plan \(id)" }
}

extension IssuePlan {
  /// The state of a plan that waits for nothing.
  var openState: IssuePlanState { issue == nil ? .open : .rolledBack }
}
