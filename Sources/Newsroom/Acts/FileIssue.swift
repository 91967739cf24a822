import Foundation
import Model
import Store

/// Files an issue that was signed elsewhere, or its drafts.
struct FileIssue: Sendable {
  let prepared: PreparedIssue
  let media: [FiledMedia]
  let actor: Actor
  let why: String
  let isPublishing: Bool
  let timeZone: TimeZone
  let now: Date

  private var manuscript: IssueManuscript { prepared.manuscript }

  func perform(_ ledger: Ledger) throws -> Filing {
    try Permission.check(actor, .importIssue, why: why)
    try FilingCheck(manuscript: manuscript).run()
    let known = try IssueMatch.find(manuscript, among: try ledger.issues(on: manuscript.date))
    let filed = try ManuscriptFiling(
      prepared: prepared, media: media, isPublishing: isPublishing, timeZone: timeZone, now: now
    ).file(into: known, ledger)
    if try filed.filing.hasChanges || ledger.hasUnrecorded() { try record(filed, ledger) }
    return filed.filing
  }

  private func record(_ filed: ManuscriptFiling.Filed, _ ledger: Ledger) throws {
    try ledger.record(
      Act.importIssue.rawValue, actor, on: filed.key.description, before: filed.before,
      after: try ManuscriptFiling.hash(of: filed.key, ledger), why: why,
      detail: .object([
        "new": .array(filed.new.map(JSON.integer)), "changed": .array(filed.changed.map(JSON.integer)),
        "draft": .boolean(!isPublishing),
      ]), at: now, isPublic: true)
  }
}
