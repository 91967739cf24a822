import Foundation
import Model
import Newsroom
import Press
import Store

/// What is done with planned issues: begun, changed, looked over, signed, stopped, taken back.
enum PlanOperations {
  static let all: [DeskOperation] = [
    list, read, preflight, make, change, remove, fix, publish, unschedule, rollBack,
  ]

  static let plan = Fields.place("plan", "The planned issue")

  static func id(_ call: Call) throws(DeskFault) -> ID<IssuePlan> {
    guard let id: ID<IssuePlan> = call.sent.identity("plan") else { throw .notFound }
    return id
  }

  private static let list = DeskOperation(
    OperationFacts("list-plans", .get, "/plans", "The planned and published issues, the newest first", act: .read)
  ) { call in
    let plans = try await call.room.library.plans()
    return Outcome(kind: .nothing, place: "/plans", json: .object(["items": .array(plans.map(DeskJSON.plan))]))
  }

  private static let read = DeskOperation(
    OperationFacts(
      "read-plan", .get, "/plans/{plan}", "A planned issue with its stories in order", act: .read, places: [plan])
  ) { call in
    guard let issue = try await call.room.library.plannedIssue(try id(call)) else { throw DeskFault.notFound }
    return Outcome(
      kind: .nothing, place: "/plans/\(issue.plan.id)",
      json: DeskJSON.plan(issue.plan).adding(["stories": .array(issue.stories.map(DeskJSON.story))]))
  }

  private static let preflight = DeskOperation(
    OperationFacts(
      "preflight", .get, "/plans/{plan}/preflight", "What stands in the way of signing an issue", act: .read,
      places: [plan])
  ) { call in
    let findings = try await call.room.desk.preflight(try id(call), as: try call.actor)
    return Outcome(
      kind: .nothing, place: "", json: .object(["items": .array(findings.map(DeskJSON.finding))]))
  }

  private static let make = DeskOperation(
    OperationFacts(
      "make-plan", .post, "/plans", "Plan an issue", act: .plan,
      fields: PlanForm.head + [
        OperationField(
          "pages", .texts(count: IssueLimits.pagesMax, max: IssueLimits.pageNameMax),
          "The names of its pages, from page 1 on; none for those of the last issue")
      ], isMaking: true), page: "/plans"
  ) { call in
    let draft = try PlanForm.draft(call.sent, over: nil)
    var pages = call.sent.texts("pages").map { $0[...].trimmed }.filter { !$0.isEmpty }.enumerated()
      .map { PlannedPage(number: $0.offset + 1, name: $0.element) }
    if pages.isEmpty {
      pages = try await call.room.library.suggestedPlan(date: draft.date, kind: draft.kind).pages
    }
    let made = try await call.room.desk.makePlan(draft, pages: pages, as: try call.actor)
    return Outcome(kind: .created, place: "/plans/\(made.id)", done: "planned", json: DeskJSON.plan(made))
  }

  private static let change = DeskOperation(
    OperationFacts(
      "change-plan", .post, "/plans/{plan}", "Change date, kind, numbers or title of an issue", act: .plan,
      places: [plan], fields: PlanForm.head), page: "/plans/{plan}"
  ) { call in
    guard let known = try await call.room.library.plannedIssue(try id(call)) else { throw DeskFault.notFound }
    let draft = try PlanForm.draft(call.sent, over: PlanDraft(known.plan))
    return .of(try await call.room.desk.changePlan(known.plan.id, draft, as: try call.actor), "plan")
  }

  private static let remove = DeskOperation(
    OperationFacts(
      "remove-plan", .post, "/plans/{plan}/removal", "Remove a planned issue that never was public", act: .plan,
      places: [plan])
  ) { call in
    try await call.room.desk.removePlan(try id(call), as: try call.actor)
    return Outcome(place: "/plans", done: "plan-removed")
  }

  private static let fix = DeskOperation(
    OperationFacts(
      "fix-plan", .post, "/plans/{plan}/fixes", "Do what a finding of the preflight offers", act: .plan,
      places: [plan],
      fields: [OperationField("fix", .text(max: 100), isRequired: true, "As the finding names it")])
  ) { call in
    guard let fix = PreflightFix(call.sent.text("fix")) else {
      throw DeskFault.field("fix", "There is no such way to put it right.", "没有这种处理办法。")
    }
    try await call.room.desk.fix(try id(call), fix, as: try call.actor)
    return Outcome(place: "/plans/\(try id(call))", done: "fixed")
  }

  private static let publish = DeskOperation(
    OperationFacts(
      "publish-plan", .post, "/plans/{plan}/publication", "Sign an issue and publish it, now or at a minute",
      act: .publish, places: [plan],
      fields: [
        OperationField("when", .choice(["now", "at"]), isRequired: true, "now, or at the minute that `due` names"),
        OperationField("due", .instant, "When; in a form in the zone of the paper"), Fields.why,
      ])
  ) { call in
    let isLater = call.sent.text("when") == "at"
    let due = call.sent.instant("due")
    if isLater, due == nil { throw DeskFault.field("due", "Say at which minute.", "请写明几时几分。") }
    let plan = try await call.room.desk.publish(
      try id(call), at: isLater ? due : nil, why: call.sent.text("why"), as: try call.actor)
    return .of(plan, isLater ? "scheduled" : "published")
  }

  private static let unschedule = DeskOperation(
    OperationFacts(
      "unschedule-plan", .post, "/plans/{plan}/publication/removal", "Stop an issue that waits for its minute",
      act: .publish, places: [plan], fields: [Fields.why]), page: "/plans/{plan}"
  ) { call in
    .of(
      try await call.room.desk.unschedule(try id(call), why: call.sent.text("why"), as: try call.actor),
      "unscheduled")
  }

  private static let rollBack = DeskOperation(
    OperationFacts(
      "roll-back-plan", .post, "/plans/{plan}/rollback", "Take a published issue back as one", act: .rollBack,
      places: [plan],
      fields: [
        Fields.needsWhy,
        OperationField("confirm", .day, isRequired: true, "The issue's date, so that it is the right one"),
      ])
  ) { call in
    guard let known = try await call.room.library.plannedIssue(try id(call)) else { throw DeskFault.notFound }
    guard call.sent.day("confirm") == known.plan.date else {
      throw DeskFault.field("confirm", "This is not the date of the issue.", "日期与本期不符。")
    }
    return .of(
      try await call.room.desk.rollBack(known.plan.id, why: call.sent.text("why"), as: try call.actor),
      "rolled-back")
  }
}

extension Outcome {
  /// A planned issue was changed.
  static func of(_ plan: IssuePlan, _ done: String) -> Outcome {
    Outcome(place: "/plans/\(plan.id)", done: done, json: DeskJSON.plan(plan))
  }
}

/// The head of an issue as a form sends it.
enum PlanForm {
  static let head: [OperationField] = [
    OperationField("date", .day, "The issue's date"),
    OperationField("kind", .choice(IssueKind.allCases.map(\.rawValue)), "regular where it is not given"),
    OperationField("number", .text(max: 20), "第N期, or several: 5-6; empty for none"),
    OperationField("total", .text(max: 20), "总第N期, or several; empty for none"),
    OperationField("title", .text(max: IssuePlan.titleMax), "Its own title; empty for none"),
  ]

  /// - known: what is kept where nothing was sent; nil for a new one.
  static func draft(_ sent: Sent, over known: PlanDraft?) throws(DeskFault) -> PlanDraft {
    guard let date = sent.day("date") ?? known?.date else {
      throw .field("date", "Give the issue's date.", "请填写出版日期。")
    }
    var draft = known ?? PlanDraft(date: date)
    draft.date = date
    if let kind = IssueKind(rawValue: sent.text("kind")) { draft.kind = kind }
    if sent.has("number") { draft.number = try range(sent, "number") }
    if sent.has("total") { draft.total = try range(sent, "total") }
    if sent.has("title") { draft.title = sent.text("title") }
    return draft
  }

  private static func range(_ sent: Sent, _ name: String) throws(DeskFault) -> NumberRange? {
    let text = sent.text(name)[...].trimmed
    if text.isEmpty { return nil }
    guard let range = NumberRange(text) else {
      throw .field(name, "A number, or two with a hyphen between.", "请填一个期号，或用连字符连接两个。")
    }
    return range
  }
}
