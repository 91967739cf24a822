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
<<<<<<< HEAD
    let before = try known.map { try IssueState.read($0, ledger) }
    let issue = try IssueFiling(manuscript: manuscript, isPublishing: isPublishing).file(before, ledger)
    var filing = Filing(issue: issue.key)
    filing.issueChange = issue.change
    filing.vanishedPages = issue.vanishedPages
    let stories = try fileStories(of: issue.key, known: before?.stories ?? [], into: &filing, ledger)
    if try filing.hasChanges || ledger.hasUnrecorded() { try record(filing, stories, before: before, ledger) }
    return filing
=======
    let filed = try ManuscriptFiling(
      prepared: prepared, media: media, isPublishing: isPublishing, timeZone: timeZone, now: now
    ).file(into: known, ledger)
    if filed.filing.hasChanges { try record(filed, ledger) }
    return filed.filing
>>>>>>> 5a07f0a (Acts on issues: plan, place, look over, sign and publish now or at a minute, take back; corrections, replies, withdrawals, working copies and previews)
  }

  private func record(_ filed: ManuscriptFiling.Filed, _ ledger: Ledger) throws {
    try ledger.record(
<<<<<<< HEAD
      Record(
        made: now, actor: actor.name, person: actor.person, origin: actor.origin,
        act: Act.importIssue.rawValue, subject: key.description,
        hashBefore: before?.hash, hashAfter: after.hash, why: why,
        detail: .object([
          "new": .array(serials.new.map(JSON.integer)), "changed": .array(serials.changed.map(JSON.integer)),
          "draft": .boolean(!isPublishing),
        ])))
  }
}

extension Filing {
  /// The issue itself is other than before; a new one stays new.
  mutating func markChanged() {
    if issueChange == .same { issueChange = .changed }
=======
      Act.importIssue.rawValue, actor, on: filed.key.description, before: filed.before,
      after: try ManuscriptFiling.hash(of: filed.key, ledger), why: why,
      detail: .object([
        "new": .array(filed.new.map(JSON.integer)), "changed": .array(filed.changed.map(JSON.integer)),
        "draft": .boolean(!isPublishing),
      ]), at: now, isPublic: true)
>>>>>>> 5a07f0a (Acts on issues: plan, place, look over, sign and publish now or at a minute, take back; corrections, replies, withdrawals, working copies and previews)
  }
}
