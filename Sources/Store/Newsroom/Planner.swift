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
      let free = try session.rows(
        StoryTable.select
          + "WHERE state = 'signed' AND plan IS NULL AND article IS NULL ORDER BY changed DESC, number DESC LIMIT ?",
        [NewsroomLibrary.unplacedMax], StoryTable.read)
      let coming = try session.rows(
        StoryTable.select
          + "WHERE state = 'review' AND plan IS NULL AND article IS NULL ORDER BY changed DESC, number DESC LIMIT ?",
        [NewsroomLibrary.unplacedMax - free.count], StoryTable.read)
      var table = MediaTable(session: session)
      let pictures = planned.plan.pages.flatMap { [$0.picture, $0.pdf].compactMap { $0.map(MediaReference.stored) } }
      let previews = try PreviewTable(session: session).previews(of: .plan(id), limit: NewsroomLibrary.previewsMax)
      return PlannerReading(
        planned: planned, unplaced: try (free + coming).map { try names.row($0, steps(of: $0)) }, findings: findings,
        media: try table.media(pictures),
        previews: previews.map { preview in
          PreviewHead(
            id: "\(preview.id)", person: names.person(preview.person), made: preview.made, expires: preview.expires,
            revoked: preview.revoked)
        })
    }
  }
}
