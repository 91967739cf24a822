import Foundation
package import Model
import Store

/// Notes on a story: on the whole of it or on a paragraph, open until somebody resolves them.
struct NoteStory: Sendable {
  let number: Int
  let notes: [StoryNote]
  let actor: Actor
  let reviewing: ReviewSettings
  let now: Date

  func perform(_ ledger: Ledger) throws {
    let desk = StoryDesk(ledger: ledger, reviewing: reviewing, actor: actor, now: now)
    let story = try desk.story(number)
    let isOwn = story.owner == actor.person
    _ = try Permission.person(actor, isOwn && actor.acts.contains(.write) ? .write : .note)
    let known = try ledger.notes(ofStory: number).count
    guard known + notes.count <= StoryLimits.notesMax else {
      throw Refusal(
        .beyondLimit(what: Wording("Notes of a story", "一篇稿件的批注数"), limit: StoryLimits.notesMax),
        place: StoryDesk.subject(number))
    }
    for note in notes {
      guard !note.text.allSatisfy(\.isWhitespace) else {
        throw Refusal(.empty(what: Wording("The note", "批注")), place: "text")
      }
      guard note.text.count <= StoryLimits.noteMax else {
        throw Refusal(
          .beyondLimit(what: Wording("The note in characters", "批注字数"), limit: StoryLimits.noteMax),
          place: "text")
      }
      try ledger.add(note, toStory: number)
      try ledger.record(
        "note-story", actor, on: StoryDesk.subject(number),
        after: ContentHash.text(of: Array(note.text.utf8)), detail: .object(["note": .string("\(note.id)")]), at: now)
    }
  }
}

extension Desk {
  /// Notes on a story: a paragraph from 0, or nil for the whole; `quote` is what it is about. Throws `Refusal`.
  package func note(
    _ number: Int, _ text: String, paragraph: Int? = nil, quote: String = "", as actor: Actor
  ) async throws {
    let reviewing = reviewing
    try await perform { ledger, now in
      let note = StoryNote(
        id: ID(raw: UUID()), paragraph: paragraph, quote: String(quote.prefix(200)), text: text, author: actor.name,
        person: actor.person, made: now)
      try NoteStory(number: number, notes: [note], actor: actor, reviewing: reviewing, now: now).perform(ledger)
    }
  }

  /// Keeps the comments that came with a manuscript as notes. Throws `Refusal`.
  package func keep(_ notes: [StoryNote], ofStory number: Int, as actor: Actor) async throws {
    let reviewing = reviewing
    try await perform { ledger, now in
      try NoteStory(number: number, notes: notes, actor: actor, reviewing: reviewing, now: now).perform(ledger)
    }
  }

  /// Resolves a note, or opens it again. Throws `Refusal`.
  package func resolve(_ note: ID<StoryNote>, ofStory number: Int, _ isResolved: Bool, as actor: Actor) async throws {
    let reviewing = reviewing
    try await perform { ledger, now in
      let desk = StoryDesk(ledger: ledger, reviewing: reviewing, actor: actor, now: now)
      let story = try desk.story(number)
      let isOwn = story.owner == actor.person
      let person = try Permission.person(actor, isOwn && actor.acts.contains(.write) ? .write : .note)
      guard let known = try ledger.notes(ofStory: number).first(where: { $0.id == note }) else {
        throw Refusal(.notFound(Wording("note", "批注")), place: StoryDesk.subject(number))
      }
      try ledger.resolve(note, by: isResolved ? person : nil, at: now)
      try ledger.record(
        isResolved ? "resolve-note" : "reopen-note", actor, on: StoryDesk.subject(number),
        after: ContentHash.text(of: Array(known.text.utf8)), detail: .object(["note": .string("\(note)")]), at: now)
    }
  }
}
