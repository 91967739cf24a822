import Foundation
package import Model
import Store

/// Lets the signed working copy of a public story take the place of the text that readers see. Its address, views,
/// old addresses, places and corrections stay.
struct PublishWorkingCopy: Sendable {
  let number: Int
  let why: String
  let actor: Actor
  let tools: PublishingTools
  let now: Date

  func perform(_ ledger: Ledger) throws -> Story {
    let person = try Permission.person(actor, .publish, why: why)
    let why = try StoryDesk.reason(why, isNeeded: false)
    let desk = StoryDesk(ledger: ledger, reviewing: tools.reviewing, actor: actor, now: now)
    var story = try desk.story(number)
    try desk.checkSection(story.section)
    guard let serial = story.serial, story.publicRevision != nil else {
      throw Refusal(
        .state(Wording("The story is not public; it is published with its issue.", "本稿没有发布，须随所在期次签发。")),
        place: StoryDesk.subject(number))
    }
    let article = try PublicArticle.find(serial, ledger)
    let copy = try signed(story, desk)
    try tools.article(ledger, now).file(article) { $0.copy = copy }
    try ledger.add(desk.event(.publish, of: story, by: person, why: why), ofStory: number)
    (story.state, story.step, story.publicRevision) = (.published, "", story.revision)
    (story.since, story.changed, story.holder) = (now, now, nil)
    try ledger.change(story)
    try ledger.record(
      "publish-working-copy", actor, on: StoryDesk.subject(number), before: article.known.face?.hash,
      after: story.hash, why: why,
      detail: .object([
        "serial": .integer(serial), "revision": .integer(story.revision),
        "issue": .string(article.issue.description),
      ]), at: now, isPublic: true)
    return story
  }

  /// The text whose very hash every step was signed for.
  private func signed(_ story: Story, _ desk: StoryDesk) throws -> Copy {
    guard story.state == .signed, try desk.progress(of: story).covers(hash: story.hash),
      let revision = try desk.ledger.revision(story.revision, ofStory: number),
      NewRevision(revision.copy).hash == story.hash
    else {
      throw Refusal(
        .state(Wording("The working copy is not signed.", "修改稿还没有签完。")), place: StoryDesk.subject(number))
    }
    return revision.copy
  }
}

extension Desk {
  /// Publishes the signed working copy of a public story. Throws `Refusal`.
  package func publishWorkingCopy(_ number: Int, why: String = "", as actor: Actor) async throws -> Story {
    let tools = tools
    return try await perform { ledger, now in
      try PublishWorkingCopy(number: number, why: why, actor: actor, tools: tools, now: now).perform(ledger)
    }
  }
}
