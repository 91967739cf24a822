import Foundation
package import Model
import Store

/// What is set on a story beside its text: whose hands it is in, whether it is important, whether it was put aside.
struct AssignStory: Sendable {
  let numbers: [Int]
  let change: Change
  let why: String
  let actor: Actor
  let reviewing: ReviewSettings
  let now: Date

  /// What is set.
  enum Change: Sendable, Equatable {
    case holder(ID<Person>?)
    case important(Bool)
    case spiked(Bool)
  }

  func perform(_ ledger: Ledger) throws -> [Story] {
    let person = try Permission.person(actor, .assign, why: why)
    let why = try StoryDesk.reason(why, isNeeded: change == .spiked(true))
    guard numbers.count <= StoryLimits.bulkMax else {
      throw Refusal(.beyondLimit(what: Wording("Stories at once", "一次处理的稿件数"), limit: StoryLimits.bulkMax), place: "")
    }
    let desk = StoryDesk(ledger: ledger, reviewing: reviewing, actor: actor, now: now)
    return try numbers.map { number in
      var story = try desk.story(number)
      try desk.checkSection(story.section)
      let act = try set(&story, person, why, desk)
      try ledger.change(story)
      try ledger.record(
        act, actor, on: StoryDesk.subject(number), before: story.hash, after: story.hash, why: why,
        detail: detail, at: now)
      return story
    }
  }

  private var detail: JSON {
    switch change {
    case .holder(let person): .object(["holder": person.map { .string($0.description) } ?? .null])
    case .important(let flag): .object(["important": .boolean(flag)])
    case .spiked(let flag): .object(["spiked": .boolean(flag)])
    }
  }

  private func set(_ story: inout Story, _ person: ID<Person>, _ why: String, _ desk: StoryDesk) throws -> String {
    switch change {
    case .holder(let holder):
      if let holder, try desk.ledger.person(holder)?.isActive != true {
        throw Refusal(.notFound(Wording("person", "人员")), place: StoryDesk.subject(story.number))
      }
      story.holder = holder
      story.changed = now
      return "assign-story"
    case .important(let flag):
      guard story.state != .published, story.state != .signed else {
        throw Refusal(
          .state(Wording("The story is signed already.", "稿件已签。")), place: StoryDesk.subject(story.number))
      }
      story.isImportant = flag
      try desk.ledger.add(desk.event(.important, of: story, by: person, why: why), ofStory: story.number)
      try desk.ledger.change(story)
      try desk.settle(&story)
      return "mark-story"
    case .spiked(true):
      guard story.serial == nil, story.state != .signed else {
        throw Refusal(
          .state(
            Wording(
              "A signed or published story cannot be put aside; take it back or withdraw it.",
              "已签或已发布的稿件不能搁置；请先退回或撤稿。")), place: StoryDesk.subject(story.number))
      }
      if story.state == .review {
        try desk.ledger.add(desk.event(.recall, of: story, by: person, why: why), ofStory: story.number)
      }
      (story.state, story.step, story.since, story.changed, story.place) = (.spiked, "", now, now, nil)
      return "spike-story"
    case .spiked(false):
      guard story.state == .spiked else {
        throw Refusal(
          .state(Wording("The story was not put aside.", "稿件没有搁置。")), place: StoryDesk.subject(story.number))
      }
      (story.state, story.since, story.changed) = (.draft, now, now)
      return "unspike-story"
    }
  }
}

extension Desk {
  /// Gives stories into somebody's hands, or nobody's. Throws `Refusal`; then none is given.
  package func assign(_ numbers: [Int], to holder: ID<Person>?, as actor: Actor) async throws -> [Story] {
    try await set(numbers, .holder(holder), "", actor)
  }

  /// Marks stories as important, which adds a review, or not any more. Throws `Refusal`.
  package func mark(_ numbers: [Int], isImportant: Bool, why: String = "", as actor: Actor) async throws -> [Story] {
    try await set(numbers, .important(isImportant), why, actor)
  }

  /// Puts stories aside, with a reason, or takes them up again. Throws `Refusal`.
  package func spike(_ numbers: [Int], _ isSpiked: Bool, why: String = "", as actor: Actor) async throws -> [Story] {
    try await set(numbers, .spiked(isSpiked), why, actor)
  }

  private func set(
    _ numbers: [Int], _ change: AssignStory.Change, _ why: String, _ actor: Actor
  ) async throws -> [Story] {
    let (reviewing, notices) = (reviewing, notices)
    return try await perform { ledger, now in
      let stories = try AssignStory(
        numbers: numbers, change: change, why: why, actor: actor, reviewing: reviewing, now: now
      ).perform(ledger)
      if case .holder = change {
        for story in stories { try notices.tellHolder(of: story, by: actor, ledger, at: now) }
      }
      return stories
    }
  }
}
