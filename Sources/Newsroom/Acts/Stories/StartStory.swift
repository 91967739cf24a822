import Foundation
package import Model
import Store

/// Begins a story: its first revision is that of who writes it.
struct StartStory: Sendable {
  let copy: Copy
  let kind: RevisionKind
  let why: String
  let actor: Actor
  let reviewing: ReviewSettings
  let now: Date

  func perform(_ ledger: Ledger) throws -> Story {
    let person = try Permission.person(actor, .write, why: why)
    let hash = try StoryCheck(copy: copy).run()
    let desk = StoryDesk(ledger: ledger, reviewing: reviewing, actor: actor, now: now)
    try desk.checkSection(copy.section)
    for case .stored(let name) in copy.body.media where try !ledger.has(name) {
      throw Refusal(.mediaNotFiled(name.description), place: "")
    }
    let number = try ledger.nextStoryNumber()
    let characters = CharacterCount.of(copy.body)
    let story = Story(
      number: number, id: ID(raw: UUID()), owner: person, holder: person,
      workflow: reviewing.workflow(ofSection: copy.section).name, section: copy.section, headline: copy.headlineText,
      characters: characters, revision: 1, hash: hash, made: now, changed: now, since: now)
    let revision = StoryRevision(
      story: number, number: 1, copy: copy, hash: hash, characters: characters, person: person, kind: kind, why: why,
      made: now)
    try ledger.add(story, revision, tokens: StoryCheck.tokens(copy))
    try ledger.add(writer: person, isUnderReview: false, ofStory: number)
    try ledger.record("start-story", actor, on: StoryDesk.subject(number), after: hash, why: why, at: now)
    return story
  }
}

extension Desk {
  /// Begins a story. `kind` is `.imported` for a manuscript that came as a file, which `why` then names. Throws
  /// `Refusal`, or what the store throws.
  package func start(
    _ copy: Copy, kind: RevisionKind = .save, why: String = "", as actor: Actor
  ) async throws -> Story {
    let reviewing = reviewing
    return try await perform { ledger, now in
      try StartStory(copy: copy, kind: kind, why: why, actor: actor, reviewing: reviewing, now: now).perform(ledger)
    }
  }
}
