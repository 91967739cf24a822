import Foundation
package import Model

extension NewsroomLibrary {
  /// Stories that stand in no issue and are shown beside one.
  static let unplacedMax = 100

  /// A planned issue with what can be put into it; nil where there is none. What was found of it is handed in.
  package func planner(
    _ id: ID<IssuePlan>, findings: [PreflightFinding]
  ) async throws -> PlannerReading? {
    guard let planned = try await plannedIssue(id) else { return nil }
    return try await storage.read { session in
      var names = try NewsroomNames(session: session)
      func unplaced(_ state: StoryState, _ limit: Int) throws -> [Story] {
        try session.rows(PlanTable.unplaced, [state.rawValue, limit], StoryTable.read)
      }
      let free = try unplaced(.signed, NewsroomLibrary.unplacedMax)
      let coming = try unplaced(.review, NewsroomLibrary.unplacedMax - free.count)
      var table = MediaTable(session: session)
      let pictures = planned.plan.pages.flatMap { [$0.picture, $0.pdf].compactMap { $0.map(MediaReference.stored) } }
      return PlannerReading(
        planned: planned, unplaced: try (free + coming).map { try names.row($0, steps(of: $0)) }, findings: findings,
        media: try table.media(pictures),
        previews: try NewsroomLibrary.previews(of: .plan(id), names, session))
    }
  }
}
