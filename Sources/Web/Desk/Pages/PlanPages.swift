import Foundation
import Model
import Newsroom
import Press
import Store

/// The pages of planned issues.
enum PlanPages {
  static let all: [DeskPage] = [list, current, plan]

  private static let list = DeskPage(path: "/plans") { call, refused in
    let visitor = try call.signedIn
    guard visitor.viewer.seesAll else { throw DeskFault.notAllowed(.read, visitor) }
    let suggested = try await call.room.library.suggestedPlan(date: tomorrow(call))
    let reading = PlansReading(
      plans: try await call.room.library.plans(), draft: suggested.draft, pages: suggested.pages)
    return call.room.renderer.plans(reading, call.session, call.message(refused))
  }

  /// Leads to the issue that is made next; to the list where there is none.
  private static let current = DeskPage(path: "/plans/current") { call, _ in
    let visitor = try call.signedIn
    guard visitor.viewer.seesAll else { throw DeskFault.notAllowed(.read, visitor) }
    let plans = try await call.room.library.standingPlans()
    let scheduled = plans.filter { $0.state == .scheduled }.min {
      ($0.due ?? .distantFuture) < ($1.due ?? .distantFuture)
    }
    let next = scheduled ?? plans.last { $0.state == .open }
    return .moved(to: next.map { "/desk/plans/\($0.id)" } ?? "/desk/plans")
  }

  private static let plan = DeskPage(path: "/plans/{plan}", places: [PlanOperations.plan]) { call, refused in
    guard let reading = try await reading(call) else { return nil }
    return call.room.renderer.plan(reading, call.session, call.message(refused))
  }

  /// The page of an issue with a secret that is shown this one time.
  static func shown(_ once: ShownOnce, _ call: Call) async throws -> Document? {
    try await reading(call).map { call.room.renderer.plan($0, once: once, call.session, nil) }
  }

  private static func reading(_ call: Call) async throws -> PlannerReading? {
    let visitor = try call.signedIn
    guard visitor.viewer.seesAll else { throw DeskFault.notAllowed(.read, visitor) }
    let id = try PlanOperations.id(call)
    guard let known = try await call.room.library.plannedIssue(id) else { return nil }
    let findings =
      known.plan.state == .published ? [] : try await call.room.desk.preflight(id, as: visitor.actor)
    return try await call.room.library.planner(id, findings: findings)
  }

  /// The next number of the paper appears tomorrow at the soonest, mostly.
  private static func tomorrow(_ call: Call) -> Day {
    Day(call.room.now.addingTimeInterval(86_400), in: call.room.edition.zone)
  }
}
