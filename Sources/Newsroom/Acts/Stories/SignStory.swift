import Foundation
package import Model
import Store

/// Signs the step that is due on a story, for the very text that the reviewer saw; or sends it back with a reason.
struct SignStory: Sendable {
  /// What a reviewer decides.
  enum Verdict: Sendable {
    case approve
    case `return`
  }

  let number: Int
  /// The key of the step.
  let step: String
  let seen: Int
  let verdict: Verdict
  /// A word on the record; needed to return, and where a rule is set aside.
  let why: String
  let actor: Actor
  let reviewing: ReviewSettings
  let now: Date

  func perform(_ ledger: Ledger) throws -> Story {
    let desk = StoryDesk(ledger: ledger, reviewing: reviewing, actor: actor, now: now)
    var story = try desk.story(number)
    let why = try StoryDesk.reason(why, isNeeded: verdict == .return)
    guard let person = actor.person else { throw Refusal(.notAllowed(.firstReview, actor: actor.name), place: "") }
    let progress = try desk.progress(of: story)
    guard story.state == .review, let due = progress.due, due.key == step else {
      throw Refusal(.review(.notDue(step: step)), place: StoryDesk.subject(number))
    }
    try Permission.check(actor, due.act, why: why)
    try desk.checkSection(story.section)
    var isExempt = false
    switch verdict {
    case .approve:
      isExempt = try sign(story, progress, person, why, desk)
      try ledger.add(
        desk.event(.approve, step: step, of: story, by: person, why: why, isExempt: isExempt), ofStory: number)
      try desk.settle(&story)
      story.holder = nil
    case .return:
      guard seen == story.revision else {
        throw Refusal(.stale(seen: seen, now: story.revision), place: StoryDesk.subject(number))
      }
      try ledger.add(desk.event(.return, step: step, of: story, by: person, why: why), ofStory: number)
      (story.state, story.step, story.since, story.changed) = (.returned, "", now, now)
      story.holder = story.owner
    }
    try ledger.change(story)
    try record(story, isExempt, why, ledger)
    return story
  }

  private func sign(
    _ story: Story, _ progress: ReviewProgress, _ person: ID<Person>, _ why: String, _ desk: StoryDesk
  ) throws -> Bool {
    let known = try desk.ledger.writers(ofStory: number)
    let facts = ReviewRule.Facts(
      person: person, acts: actor.acts, writers: known.writers.union([story.owner]), changers: known.changers,
      seen: seen, latest: story.revision, reason: why)
    do {
      return try ReviewRule(policy: reviewing.policy).sign(step: step, progress, facts)
    } catch {
      throw Refusal(.review(error), place: StoryDesk.subject(number))
    }
  }

  private func record(_ story: Story, _ isExempt: Bool, _ why: String, _ ledger: Ledger) throws {
    var detail: [String: JSON] = ["step": .string(step), "revision": .integer(story.revision)]
    if isExempt { detail["exempt"] = .boolean(true) }
    try ledger.record(
      verdict == .approve ? "approve-story" : "return-story", actor, on: StoryDesk.subject(number),
      before: story.hash, after: story.hash, why: why, detail: .object(detail), at: now)
  }
}

extension Desk {
  /// Signs the step that is due. `why` is a word on the record, and the reason where a rule is set aside. Throws
  /// `Refusal`.
  package func approve(
    _ number: Int, step: String, seen: Int, why: String = "", as actor: Actor
  ) async throws -> Story {
    try await sign(number, step, seen, .approve, why, actor)
  }

  /// Sends a story back with a reason. Throws `Refusal`.
  package func sendBack(_ number: Int, step: String, seen: Int, why: String, as actor: Actor) async throws -> Story {
    try await sign(number, step, seen, .return, why, actor)
  }

  private func sign(
    _ number: Int, _ step: String, _ seen: Int, _ verdict: SignStory.Verdict, _ why: String, _ actor: Actor
  ) async throws -> Story {
    let (reviewing, notices) = (reviewing, notices)
    return try await perform { ledger, now in
      let story = try SignStory(
        number: number, step: step, seen: seen, verdict: verdict, why: why, actor: actor, reviewing: reviewing,
        now: now
      ).perform(ledger)
      switch verdict {
      case .approve: try notices.tellReviewers(of: story, reviewing, by: actor, ledger, at: now)
      case .return: try notices.tellOwner(returned: story, why: why, by: actor, ledger, at: now)
      }
      return story
    }
  }
}
