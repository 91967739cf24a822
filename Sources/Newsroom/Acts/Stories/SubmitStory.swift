import Foundation
package import Model
import Store

/// Hands a story in for its reviews, or takes it back from them.
struct SubmitStory: Sendable {
  /// Which way it goes.
  enum Way: Sendable {
    case submit
    /// Back to a draft; what was signed falls.
    case recall
  }

  let number: Int
  let seen: Int
  let way: Way
  let why: String
  let actor: Actor
  let reviewing: ReviewSettings
  let now: Date

  func perform(_ ledger: Ledger) throws -> Story {
    let desk = StoryDesk(ledger: ledger, reviewing: reviewing, actor: actor, now: now)
    let why = try StoryDesk.reason(why, isNeeded: false)
    var story = try desk.story(number)
    let isOwn = story.owner == actor.person || story.holder == actor.person
    let person = try Permission.person(actor, isOwn && actor.acts.contains(.write) ? .write : .edit)
    if !isOwn { try desk.checkSection(story.section) }
    switch way {
    case .submit: try submit(&story, person, desk, why)
    case .recall: try recall(&story, person, desk, why)
    }
    try ledger.change(story)
    let act = way == .submit ? "submit-story" : "recall-story"
    try ledger.record(
      act, actor, on: StoryDesk.subject(number), before: story.hash, after: story.hash, why: why, at: now)
    return story
  }

  private func submit(_ story: inout Story, _ person: ID<Person>, _ desk: StoryDesk, _ why: String) throws {
    guard story.state == .draft || story.state == .returned else {
      throw Refusal(
        .state(Wording("The story is handed in already.", "稿件已经提交。")), place: StoryDesk.subject(number))
    }
    guard seen == story.revision else {
      throw Refusal(.stale(seen: seen, now: story.revision), place: StoryDesk.subject(number))
    }
    guard let revision = try desk.ledger.revision(story.revision, ofStory: number) else {
      throw Refusal(.notFound(Wording("revision", "修订稿")), place: StoryDesk.subject(number))
    }
    guard !revision.copy.headline.isEmpty else {
      throw Refusal(.empty(what: Wording("The headline", "主题")), place: StoryDesk.subject(number))
    }
    guard !revision.copy.body.blocks.isEmpty else {
      throw Refusal(.empty(what: Wording("The text", "正文")), place: StoryDesk.subject(number))
    }
    story.workflow = reviewing.workflow(ofSection: story.section).name
    story.holder = nil
    try desk.ledger.add(desk.event(.submit, of: story, by: person, why: why), ofStory: number)
    try desk.settle(&story)
  }

  private func recall(_ story: inout Story, _ person: ID<Person>, _ desk: StoryDesk, _ why: String) throws {
    guard story.state == .review || story.state == .signed else {
      throw Refusal(
        .state(Wording("The story is not under review.", "稿件不在审。")), place: StoryDesk.subject(number))
    }
    if story.state == .signed, try desk.ledger.isScheduled(story) {
      throw Refusal(
        .state(
          Wording("Its issue is signed and scheduled; stop that first.", "所在期次已签发排定；请先取消排定。")),
        place: StoryDesk.subject(number))
    }
    try desk.ledger.add(desk.event(.recall, of: story, by: person, why: why), ofStory: number)
    (story.state, story.step, story.since, story.changed) = (.draft, "", now, now)
    story.holder = story.owner
  }
}

extension Desk {
  /// Hands a story in: from here on only who has the step that is due may change it. Throws `Refusal`.
  package func submit(_ number: Int, seen: Int, why: String = "", as actor: Actor) async throws -> Story {
    try await submit(number, seen: seen, .submit, why, actor)
  }

  /// Takes a story back from its reviews; what was signed falls. Throws `Refusal`.
  package func recall(_ number: Int, why: String = "", as actor: Actor) async throws -> Story {
    try await submit(number, seen: 0, .recall, why, actor)
  }

  private func submit(
    _ number: Int, seen: Int, _ way: SubmitStory.Way, _ why: String, _ actor: Actor
  ) async throws -> Story {
    let (reviewing, notices) = (reviewing, notices)
    return try await perform { ledger, now in
      let story = try SubmitStory(
        number: number, seen: seen, way: way, why: why, actor: actor, reviewing: reviewing, now: now
      ).perform(ledger)
      try notices.tellReviewers(of: story, reviewing, by: actor, ledger, at: now)
      return story
    }
  }
}
