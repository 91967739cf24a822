package import Foundation
package import Model
package import Store

/// The only way to change anything. An act is one permission, one change and one record, in one transaction: all of it
/// is done, or none. An act that would change nothing leaves no record.
package struct Desk: Sendable {
  let storage: Storage
  /// That of the publication: a story without a time was published at the start of its issue's day.
  let timeZone: TimeZone
  let protectedTerms: [String]
  /// How copy is reviewed here.
  package let reviewing: ReviewSettings
  package let now: @Sendable () -> Date
  /// What an issue is looked over by before it is signed.
  let paper: PaperFacts
  /// Who is told by mail.
  let notices: Notices

  package init(
    storage: Storage, timeZone: TimeZone, protectedTerms: [String] = [], reviewing: ReviewSettings = ReviewSettings(),
    paper: PaperFacts = PaperFacts(), notices: Notices = .none, now: @escaping @Sendable () -> Date = { Date() }
  ) {
    self.storage = storage
    self.timeZone = timeZone
    self.protectedTerms = protectedTerms
    self.reviewing = reviewing
    self.paper = paper
    self.notices = notices
    self.now = now
  }

  /// Makes of an issue what can be made before it is filed. It blocks as long as it computes, and asks nobody.
  package func prepare(_ issue: IssueManuscript) -> PreparedIssue {
    PreparedIssue(issue, protectedTerms: protectedTerms)
  }

  /// Files an issue: published as signed elsewhere, or, with `publish` false, as drafts that no reader sees. Every file
  /// that it points to is stored already and is in `media` or known from before. Throws `Refusal`, or what the store
  /// throws. A rehearsal (`dryRun`) does all of it and takes it back.
  package func file(
    _ issue: IssueManuscript, media: [FiledMedia] = [], as actor: Actor, why: String, publish: Bool = true,
    dryRun: Bool = false
  ) async throws -> Filing {
    try await file(prepare(issue), media: media, as: actor, why: why, publish: publish, dryRun: dryRun)
  }

  /// Files an issue that was prepared.
  package func file(
    _ issue: PreparedIssue, media: [FiledMedia] = [], as actor: Actor, why: String, publish: Bool = true,
    dryRun: Bool = false
  ) async throws -> Filing {
    let act = FileIssue(
      prepared: issue, media: media, actor: actor, why: why, isPublishing: publish, timeZone: timeZone, now: now())
    return try await perform(dryRun: dryRun, act.perform)
  }

  /// Lets old addresses lead somewhere; one that led elsewhere leads there no more. What they point to is known.
  package func redirect(
    _ redirects: [Redirect], media: [FiledMedia] = [], as actor: Actor, why: String, dryRun: Bool = false
  ) async throws -> Filing {
    let act = RedirectAddresses(redirects: redirects, media: media, actor: actor, why: why, now: now())
    return try await perform(dryRun: dryRun, act.perform)
  }

  /// Runs an act: permission, change and record in one transaction, with one time for all of it.
  func perform<Value: Sendable>(
    _ body: @escaping @Sendable (Ledger, _ now: Date) throws -> Value
  ) async throws -> Value {
    let now = now()
    return try await storage.write { try Desk.run($0) { try body($0, now) } }
  }

  /// Runs an act in one transaction and takes all of it back, to learn what it would show.
  func rehearse<Value: Sendable>(
    _ body: @escaping @Sendable (Session, _ now: Date) throws -> Value
  ) async throws -> Value {
    let now = now()
    return try await storage.rehearse { try body($0, now) }
  }

  private func perform(
    dryRun: Bool, _ body: @escaping @Sendable (Ledger) throws -> Filing
  ) async throws -> Filing {
    dryRun
      ? try await storage.rehearse { try Desk.run($0, body) } : try await storage.write { try Desk.run($0, body) }
  }

  /// An act with the ledger that it writes to: what it changed of all that is sealed stands in the record when it ends.
  static func run<Value>(_ session: Session, _ body: (Ledger) throws -> Value) throws -> Value {
    let ledger = Ledger(session: session)
    let value = try body(ledger)
    try ledger.finish()
    return value
  }
}
