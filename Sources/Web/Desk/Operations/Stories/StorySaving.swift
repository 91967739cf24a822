import Foundation
import HTTPTypes
import Interchange
import Model
import Newsroom
import Press
import Store

/// One save of a story's copy, by hand or by itself: kept, the same as before, or stale.
struct StorySaving {
  let call: Call

  private var room: DeskRoom { call.room }
  private var number: Int { call.sent.whole("number") }
  private var seen: Int { call.sent.whole("seen") }

  func save() async throws -> Outcome {
    let visitor = try call.signedIn
    // What was not sent is as it was in the revision that the writer looked at.
    let base = try await room.library.revision(seen, ofStory: number, for: visitor.viewer)
    if base == nil, try await room.library.glance(number, for: visitor.viewer) == nil { throw DeskFault.notFound }
    let start = base?.revision.copy ?? Copy(headline: [], body: Body())
    let copy = try CopyForm(sent: call.sent, isJSON: call.form.isJSON).copy(over: start)
    let kind = RevisionKind(rawValue: call.sent.text("kind")) ?? .save
    room.presence.note(visitor.name, at: number, room.now)
    switch try await room.desk.revise(number, copy, seen: seen, kind: kind, as: visitor.actor) {
    case .kept(let story): return try await saved(story, isNew: true)
    case .same(let story): return try await saved(story, isNew: false)
    case .stale(let stale): return try await answer(stale, visitor)
    }
  }

  private func saved(_ story: Story, isNew: Bool) async throws -> Outcome {
    var outcome = Outcome(kind: isNew ? .changed : .nothing, place: "/stories/\(number)", done: "saved")
    if call.sent.text("then") == "submit" {
      let handed = try await room.desk.submit(number, seen: story.revision, as: try call.actor)
      outcome.done = "submitted"
      outcome.json = json(handed)
    } else {
      outcome.json = json(story)
      if call.sent.text("then") == "picture" { outcome.place += "/pictures" }
    }
    return outcome
  }

  /// What a writer's page shows of a save.
  private func json(_ story: Story) -> JSON {
    let present = room.presence.others(than: story.owner, at: number, room.now)
    // Who saved is signed in.
    let writer = try? call.signedIn.person.id
    let others = writer.map { room.presence.others(than: $0, at: number, room.now) } ?? present
    return .object([
      "revision": .integer(story.revision), "saved": .string(ClockText.text(room.now, in: room.edition.zone)),
      "characters": .integer(story.characters), "present": .array(others.map { .string($0.person.name) }),
      "story": DeskJSON.story(story),
    ])
  }

  /// Both texts and what they are together: as JSON for a script, as a page for a form. Nothing was overwritten.
  private func answer(_ stale: StaleSave, _ visitor: Visitor) async throws -> Outcome {
    var outcome = Outcome(kind: .nothing, place: "/stories/\(number)", json: DeskJSON.stale(stale, call.language))
    outcome.status = .conflict
    guard !call.wantsJSON else { return outcome }
    guard
      let reading = try await room.library.conflict(
        ofStory: number, seen: seen, mine: stale.mine, for: visitor.viewer)
    else { throw DeskFault.notFound }
    outcome.page = room.renderer.conflict(reading, body: StoryProse.text(of: stale.merged.body), call.session)
    return outcome
  }
}

/// `14:32`, in a zone.
enum ClockText {
  static func text(_ instant: Date, in zone: TimeZone) -> String {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = zone
    let parts = calendar.dateComponents([.hour, .minute], from: instant)
    return [parts.hour, parts.minute].map { Day.padded($0 ?? 0, 2) }.joined(separator: ":")
  }
}
