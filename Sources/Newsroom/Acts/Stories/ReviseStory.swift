import Foundation
package import Model
import Store

/// Keeps a new state of a story's copy. A save that was made from an older state than the latest never overwrites it:
/// it is answered with both texts, merged by paragraph.
struct ReviseStory: Sendable {
  let number: Int
  let copy: Copy
  /// The revision that this was made from.
  let seen: Int
  let kind: RevisionKind
  let why: String
  let actor: Actor
  let reviewing: ReviewSettings
  let now: Date

  func perform(_ ledger: Ledger) throws -> Revised {
    let desk = StoryDesk(ledger: ledger, reviewing: reviewing, actor: actor, now: now)
    var story = try desk.story(number)
    let person = try ReviseStory.writer(of: story, desk)
    try desk.checkSection(copy.section)
    let hash = try StoryCheck(copy: copy).run()
    guard hash != story.hash else { return .same(story) }
    guard seen == story.revision else { return .stale(try merged(story, ledger)) }
    for case .stored(let name) in copy.body.media where try !ledger.has(name) {
      throw Refusal(.mediaNotFiled(name.description), place: StoryDesk.subject(number))
    }
    let before = story.hash
    try keep(&story, hash, by: person, desk)
    try ledger.change(story)
    try thin(story, ledger)
    try ledger.record(
      "revise-story", actor, on: StoryDesk.subject(number), before: before, after: hash, why: why,
      detail: .object(["revision": .integer(story.revision), "kind": .string(kind.rawValue)]), at: now)
    return .kept(story)
  }

  /// Who may change a story as it stands: its writers while it is a draft, who has the step that is due while it is
  /// under review. Throws `Refusal`.
  static func writer(of story: Story, _ desk: StoryDesk) throws -> ID<Person> {
    let actor = desk.actor
    switch story.state {
    case .draft, .returned:
      let isOwn = story.owner == actor.person || story.holder == actor.person
      let person = try Permission.person(actor, isOwn && actor.acts.contains(.write) ? .write : .edit)
      if !isOwn { try desk.checkSection(story.section) }
      return person
    case .review:
      guard let due = try desk.progress(of: story).due else { break }
      try desk.checkSection(story.section)
      return try Permission.person(actor, due.act)
    case .signed, .published, .withdrawn, .spiked: break
    }
    throw Refusal(.state(readOnly(story.state)), place: StoryDesk.subject(story.number))
  }

  private static func readOnly(_ state: StoryState) -> Wording {
    switch state {
    case .signed:
      Wording(
        "The story is signed and cannot be changed; take it back to draft first, which takes its signatures away.",
        "稿件已签，不能修改；请先退回草稿（签字随之作废）。")
    case .published:
      Wording("The story is published; open a working copy of it.", "稿件已发布；请开修改稿，重新审签后替换。")
    case .withdrawn: Wording("The story is withdrawn.", "稿件已撤。")
    case .spiked: Wording("The story was put aside; take it up again first.", "稿件已搁置，请先重新启用。")
    case .draft, .returned, .review:
      Wording("The story waits for nobody now.", "稿件现在无人可改。")
    }
  }

  private func keep(_ story: inout Story, _ hash: String, by person: ID<Person>, _ desk: StoryDesk) throws {
    let isUnderReview = story.state == .review
    let due = story.step
    story.revision += 1
    story.hash = hash
    story.headline = copy.headlineText
    story.section = copy.section
    story.characters = CharacterCount.of(copy.body)
    story.changed = now
    if !isUnderReview { story.workflow = reviewing.workflow(ofSection: copy.section).name }
    let revision = StoryRevision(
      story: number, number: story.revision, copy: copy, hash: hash, characters: story.characters, person: person,
      kind: isUnderReview && kind == .save ? .review : kind, why: why, made: now)
    try desk.ledger.add(revision, tokens: StoryCheck.tokens(copy))
    try desk.ledger.add(writer: person, isUnderReview: isUnderReview, ofStory: number)
    if isUnderReview {
      try desk.ledger.add(desk.event(.change, step: due, of: story, by: person), ofStory: number)
      try desk.settle(&story)
    }
  }

  private func merged(_ story: Story, _ ledger: Ledger) throws -> StaleSave {
    guard let latest = try ledger.revision(story.revision, ofStory: number) else {
      throw Refusal(.notFound(Wording("revision", "修订稿")), place: StoryDesk.subject(number))
    }
    // A base that was thinned away, or never was: everything of both texts is kept.
    let base = try ledger.revision(seen, ofStory: number)?.copy ?? Copy(headline: [], body: Body([]))
    let merged = CopyMerge.merge(base: base, mine: copy, theirs: latest.copy)
    return StaleSave(
      seen: seen, latest: latest, mine: copy, merged: merged.copy, conflicts: merged.conflicts)
  }

  /// Automatic saves older than an hour are thinned to one in ten minutes.
  private func thin(_ story: Story, _ ledger: Ledger) throws {
    guard kind == .auto, story.revision % 20 == 0 else { return }
    var kept: (number: Int, made: Date)?
    for revision in try ledger.revisionTimes(ofStory: number)
    where now.timeIntervalSince(revision.made) > StoryLimits.thinAfter {
      if let last = kept, revision.kind == .auto,
        revision.made.timeIntervalSince(last.made) < StoryLimits.thinSpacing
      {
        try ledger.thin(story: number, after: last.number, before: revision.number + 1)
      } else {
        kept = (revision.number, revision.made)
      }
    }
  }
}

/// What became of a save.
package enum Revised: Sendable {
  /// It is the latest revision now.
  case kept(Story)
  /// The latest revision says the same already.
  case same(Story)
  /// Someone else saved meanwhile: nothing was overwritten.
  case stale(StaleSave)
}

/// A save that was made from an older state, with what can be done with it.
package struct StaleSave: Sendable {
  package let seen: Int
  package let latest: StoryRevision
  package let mine: Copy
  /// Both texts by paragraph; to be saved as made from `latest`.
  package let merged: Copy
  package let conflicts: [CopyMerge.Conflict]
}

extension Desk {
  /// Keeps a new state of a story's copy that was made from the revision `seen`. Throws `Refusal`.
  package func revise(
    _ number: Int, _ copy: Copy, seen: Int, kind: RevisionKind = .save, why: String = "", as actor: Actor
  ) async throws -> Revised {
    let reviewing = reviewing
    return try await perform { ledger, now in
      try ReviseStory(
        number: number, copy: copy, seen: seen, kind: kind, why: why, actor: actor, reviewing: reviewing, now: now
      ).perform(ledger)
    }
  }

  /// Makes an older revision the latest again, as a new one. Throws `Refusal`.
  package func restore(_ number: Int, revision: Int, seen: Int, as actor: Actor) async throws -> Revised {
    let reviewing = reviewing
    return try await perform { ledger, now in
      let desk = StoryDesk(ledger: ledger, reviewing: reviewing, actor: actor, now: now)
      _ = try desk.story(number)
      guard let old = try ledger.revision(revision, ofStory: number) else {
        throw Refusal(.notFound(Wording("revision", "修订稿")), place: StoryDesk.subject(number))
      }
      return try ReviseStory(
        number: number, copy: old.copy, seen: seen, kind: .restored, why: "\(revision)", actor: actor,
        reviewing: reviewing, now: now
      ).perform(ledger)
    }
  }
}
