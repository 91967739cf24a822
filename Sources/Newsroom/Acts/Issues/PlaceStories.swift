import Foundation
package import Model
import Store

/// Places stories in a planned issue, moves them there, or takes them off it. Each page is numbered anew.
struct PlaceStories: Sendable {
  /// Where stories go.
  struct Place: Sendable {
    let plan: ID<IssuePlan>
    let page: Int?
    /// Among the stories of the page, from 0; nil for the end.
    let position: Int?
    /// Nil leaves it as it is.
    let isLead: Bool?
  }

  let numbers: [Int]
  /// Nil takes them off.
  let place: Place?
  let actor: Actor
  let reviewing: ReviewSettings
  let now: Date

  func perform(_ ledger: Ledger) throws -> [Story] {
    _ = try Permission.person(actor, .plan)
    guard numbers.count <= StoryLimits.bulkMax else {
      throw Refusal(
        .beyondLimit(what: Wording("Stories at once", "一次处理的稿件数"), limit: StoryLimits.bulkMax), place: "")
    }
    let target = try place.map { try PlanDesk(ledger: ledger, actor: actor, now: now).openPlan($0.plan) }
    if let page = place?.page, target?.pages.contains(where: { $0.number == page }) == false {
      throw Refusal(.noSuchPage(page), place: target.map { PlanDesk.subject($0.id) } ?? "")
    }
    let desk = StoryDesk(ledger: ledger, reviewing: reviewing, actor: actor, now: now)
    var seen: Set<Int> = []
    let stories = try numbers.filter { seen.insert($0).inserted }.map { try story($0, target, desk) }
    for story in stories where story.place != nil { try ledger.setPlace(nil, ofStory: story.number) }
    if let place { try insert(stories, place, ledger) }
    for plan in Set(stories.compactMap { $0.place?.plan } + [place?.plan].compactMap(\.self)) {
      try renumber(plan, ledger)
    }
    for story in stories { try record(story, ledger) }
    return try stories.compactMap { try ledger.story($0.number) }
  }

  /// A story that may be moved: it is nowhere, or in a plan that is open.
  private func story(_ number: Int, _ target: IssuePlan?, _ desk: StoryDesk) throws -> Story {
    let story = try desk.story(number)
    try desk.checkSection(story.section)
    if let home = story.place?.plan, home != place?.plan {
      _ = try PlanDesk(ledger: desk.ledger, actor: actor, now: now).openPlan(home)
    }
    guard target != nil else { return story }
    if [.published, .withdrawn, .spiked].contains(story.state) {
      throw Refusal(
        .state(
          Wording(
            "A published, withdrawn or spiked story cannot be placed.", "已发布、已撤或已搁置的稿件不能排入版面。")),
        place: StoryDesk.subject(number))
    }
    if let serial = story.serial, try desk.ledger.home(ofSerial: serial)?.issue != target?.issue {
      throw Refusal(
        .state(
          Wording(
            "The story was public in another issue and stays there; publish its working copy by itself.",
            "本稿曾在另一期发布，仍属该期；修改稿请单独发布。")), place: StoryDesk.subject(number))
    }
    return story
  }

  private func insert(_ stories: [Story], _ place: Place, _ ledger: Ledger) throws {
    let others = try ledger.stories(ofPlan: place.plan)
    guard others.count + stories.count <= IssueLimits.storiesMax else {
      throw Refusal(
        .beyondLimit(what: Wording("Stories of an issue", "一期的稿件数"), limit: IssueLimits.storiesMax),
        place: PlanDesk.subject(place.plan))
    }
    if place.isLead == true {
      for var other in others where other.place?.isLead ?? false {
        other.place?.isLead = false
        try ledger.setPlace(other.place, ofStory: other.number)
      }
    }
    let standing = try ledger.stories(ofPlan: place.plan).filter { $0.place?.page == place.page }
    let at = min(max(0, place.position ?? standing.count), standing.count)
    for (index, story) in standing[at...].enumerated() {
      guard var moved = story.place else { continue }
      moved.position = at + stories.count + index
      try ledger.setPlace(moved, ofStory: story.number)
    }
    for (index, story) in stories.enumerated() {
      let was = story.place?.plan == place.plan && story.place?.isLead ?? false
      let isLead = place.isLead.map { $0 && index == 0 } ?? was
      try ledger.setPlace(
        StoryPlace(plan: place.plan, page: place.page, position: at + index, isLead: isLead), ofStory: story.number)
    }
  }

  /// From 0 on each page, without gaps.
  private func renumber(_ plan: ID<IssuePlan>, _ ledger: Ledger) throws {
    var next: [Int?: Int] = [:]
    for story in try ledger.stories(ofPlan: plan) {
      guard var place = story.place else { continue }
      let position = next[place.page, default: 0]
      next[place.page] = position + 1
      guard place.position != position else { continue }
      place.position = position
      try ledger.setPlace(place, ofStory: story.number)
    }
  }

  private func record(_ story: Story, _ ledger: Ledger) throws {
    let plan = place?.plan ?? story.place?.plan
    try ledger.record(
      place == nil ? "take-off-story" : "place-story", actor, on: StoryDesk.subject(story.number), before: story.hash,
      after: story.hash,
      detail: .object([
        "plan": plan.map { .string($0.description) } ?? .null, "page": place?.page.map(JSON.integer) ?? .null,
        "lead": .boolean(place?.isLead ?? false),
      ]), at: now)
  }
}

extension Desk {
  /// Places stories in a planned issue in the order given: on a page or on none, from a position on or at the end. A
  /// lead takes the place of the one before. Throws `Refusal`; then none is moved.
  package func place(
    _ stories: [Int], in plan: ID<IssuePlan>, page: Int? = nil, position: Int? = nil, isLead: Bool? = nil,
    as actor: Actor
  ) async throws -> [Story] {
    try await place(
      stories, PlaceStories.Place(plan: plan, page: page, position: position, isLead: isLead), actor)
  }

  /// Takes stories off the issues that they are planned in. Throws `Refusal`.
  package func takeOff(_ stories: [Int], as actor: Actor) async throws -> [Story] {
    try await place(stories, nil, actor)
  }

  private func place(
    _ numbers: [Int], _ place: PlaceStories.Place?, _ actor: Actor
  ) async throws -> [Story] {
    let reviewing = reviewing
    return try await perform { ledger, now in
      try PlaceStories(numbers: numbers, place: place, actor: actor, reviewing: reviewing, now: now).perform(ledger)
    }
  }
}
