import Foundation
package import Model
import Store

/// Opens a working copy of a published story. Readers go on seeing the public text until the copy is signed anew and
/// takes its place.
struct OpenWorkingCopy: Sendable {
  let serial: Int
  let why: String
  let actor: Actor
  let reviewing: ReviewSettings
  let now: Date

  func perform(_ ledger: Ledger) throws -> Story {
    let why = try StoryDesk.reason(why, isNeeded: false)
    let desk = StoryDesk(ledger: ledger, reviewing: reviewing, actor: actor, now: now)
    guard let copy = try ledger.publicCopy(ofSerial: serial) else {
      throw Refusal(.noSuchStory("\(serial)"), place: "")
    }
    guard var story = try ledger.story(ofSerial: serial) else { return try adopt(copy, why, desk) }
    let isOwn = story.owner == actor.person
    let person = try Permission.person(actor, isOwn && actor.acts.contains(.write) ? .write : .edit, why: why)
    if !isOwn { try desk.checkSection(story.section) }
    guard story.state == .published else {
      throw Refusal(
        .state(Wording("A working copy is open already, or the story is withdrawn.", "修改稿已经打开，或稿件已撤。")),
        place: StoryDesk.subject(story.number))
    }
    try ledger.add(desk.event(.reopen, of: story, by: person, why: why), ofStory: story.number)
    (story.state, story.step, story.since, story.changed) = (.draft, "", now, now)
    story.holder = person
    try ledger.change(story)
    try ledger.record(
      "open-working-copy", actor, on: StoryDesk.subject(story.number), before: story.hash, after: story.hash,
      why: why, detail: .object(["serial": .integer(serial)]), at: now)
    return story
  }

  /// A story that was imported has no place in the newsroom yet: it gets one, owned by who opens it.
  private func adopt(_ copy: Copy, _ why: String, _ desk: StoryDesk) throws -> Story {
    let person = try Permission.person(actor, .edit, why: why)
    try desk.checkSection(copy.section)
    let started = StartStory(
      copy: copy, kind: .imported, why: "\(serial)",
      actor: Actor(name: actor.name, acts: [.write], person: person, origin: actor.origin), reviewing: reviewing,
      now: now)
    var story = try started.perform(desk.ledger)
    story.serial = serial
    story.publicRevision = 1
    try desk.ledger.change(story)
    try desk.ledger.record(
      "open-working-copy", actor, on: StoryDesk.subject(story.number), before: story.hash, after: story.hash,
      why: why, detail: .object(["serial": .integer(serial)]), at: now)
    return story
  }
}

extension Desk {
  /// Opens a working copy of the published story with this serial. Throws `Refusal`.
  package func openWorkingCopy(ofSerial serial: Int, why: String = "", as actor: Actor) async throws -> Story {
    let reviewing = reviewing
    return try await perform { ledger, now in
      try OpenWorkingCopy(serial: serial, why: why, actor: actor, reviewing: reviewing, now: now).perform(ledger)
    }
  }
}
