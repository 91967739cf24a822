import Foundation
package import Model
package import Store

/// Files what is not public as if it were, reads it as a reader would, and has all of it taken back. Signatures do not
/// matter here, and nothing is recorded.
struct PreviewRehearsal {
  let session: Session
  let tools: PublishingTools
  let now: Date

  private var ledger: Ledger { Ledger(session: session) }

  /// Nil where what was to be shown is gone.
  func content(of subject: Preview.Subject, _ library: Library) throws -> PreviewReading.Content? {
    switch subject {
    case .plan(let id): try ledger.plan(id).flatMap { try issue($0, library) }.map(PreviewReading.Content.issue)
    case .story(let number):
      try ledger.story(number).flatMap { try article($0, library) }.map(PreviewReading.Content.article)
    }
  }

  private func issue(_ plan: IssuePlan, _ library: Library) throws -> WholeIssue? {
    if plan.state == .published, let key = plan.issue {
      return try library.wholeIssue(key, feedItems: 0, in: session)
    }
    let stories = try ledger.stories(ofPlan: plan.id).filter { $0.state != .withdrawn && $0.state != .spiked }
    return try library.wholeIssue(try file(plan, stories).key, feedItems: 0, in: session)
  }

  private func article(_ story: Story, _ library: Library) throws -> ArticleReading? {
    guard story.state != .withdrawn else { return nil }
    if let serial = story.serial {
      guard let article = try ledger.article(serial), let copy = try copy(of: story) else { return nil }
      try ledger.removeWithdrawal(ofArticle: serial)
      try tools.article(ledger, now).file(article) { shown in
        (shown.copy, shown.withdrawal) = (copy, nil)
      }
      return try library.article(serial, in: session)
    }
    let plan = try story.place.flatMap { try ledger.plan($0.plan) } ?? todaysPlan()
    return try file(plan, [story]).serials.values.first.flatMap { try library.article($0, in: session) }
  }

  /// A story that is planned nowhere is shown in the regular issue of today.
  private func todaysPlan() throws -> IssuePlan {
    let today = Day(now, in: tools.timeZone)
    let known = try ledger.issues(on: today).first { $0.issue.kind == .regular }
    return IssuePlan(
      id: ID(raw: UUID()), date: today, number: known?.issue.number, total: known?.issue.total,
      title: known?.issue.title ?? "", issue: known?.key, changed: now)
  }

  private func file(_ plan: IssuePlan, _ stories: [Story]) throws -> ManuscriptFiling.Filed {
    for story in stories { try story.serial.map { try ledger.removeWithdrawal(ofArticle: $0) } }
    var copies: [Int: Copy] = [:]
    for story in stories { copies[story.number] = try copy(of: story) }
    let manuscript = try PlannedManuscript(ledger: ledger, plan: plan, now: now).make(stories, copies: copies)
    return try ManuscriptFiling(
      prepared: PreparedIssue(manuscript, protectedTerms: tools.protectedTerms), media: [], isPublishing: true,
      timeZone: tools.timeZone, now: now
    ).file(into: try PlannedManuscript.known(plan, ledger), ledger)
  }

  /// The latest text; one without a headline yet gets a dash for it.
  private func copy(of story: Story) throws -> Copy? {
    var copy = try ledger.revision(story.revision, ofStory: story.number)?.copy
    copy?.headline.removeAll { $0.allSatisfy(\.isWhitespace) }
    if copy?.headline.isEmpty == true { copy?.headline = ["—"] }
    return copy
  }
}

extension Desk {
  /// What a preview shows now, made as it would be published; nil for a secret that is none, is revoked or has expired.
  /// No public table is touched: it is a rehearsal. - library: shows the counts of views that it knows.
  package func preview(secret: String, _ library: Library) async throws -> PreviewReading? {
    let newsroom = NewsroomLibrary(storage: storage)
    guard let preview = try await newsroom.preview(secret: secret, now: now()) else { return nil }
    return try await show(preview.subject, library).map { PreviewReading(preview: preview, content: $0) }
  }

  /// The same for somebody of the newsroom, without a link. Throws `Refusal`.
  package func preview(
    of subject: Preview.Subject, _ library: Library, as actor: Actor
  ) async throws -> PreviewReading.Content? {
    try Permission.check(actor, .read, why: "")
    return try await show(subject, library)
  }

  private func show(_ subject: Preview.Subject, _ library: Library) async throws -> PreviewReading.Content? {
    let tools = tools
    return try await rehearse { session, now in
      try PreviewRehearsal(session: session, tools: tools, now: now).content(of: subject, library)
    }
  }
}
