import Foundation
import Model
import Newsroom

/// What the newsroom's things are as JSON.
enum DeskJSON {
  static func story(_ story: Story) -> JSON {
    var facts: [String: JSON] = [
      "number": .integer(story.number), "id": .string("\(story.id)"), "owner": .string("\(story.owner)"),
      "state": .string(story.state.rawValue), "step": .string(story.step), "workflow": .string(story.workflow),
      "important": .boolean(story.isImportant), "section": .string(story.section),
      "headline": .string(story.headline), "characters": .integer(story.characters),
      "revision": .integer(story.revision), "hash": .string(story.hash), "made": instant(story.made),
      "changed": instant(story.changed), "since": instant(story.since),
    ]
    facts["holder"] = story.holder.map { .string("\($0)") } ?? .null
    facts["serial"] = story.serial.map(JSON.integer) ?? .null
    facts["public_revision"] = story.publicRevision.map(JSON.integer) ?? .null
    facts["place"] =
      story.place.map { place in
        .object([
          "plan": .string("\(place.plan)"), "page": place.page.map(JSON.integer) ?? .null,
          "position": .integer(place.position), "lead": .boolean(place.isLead),
        ])
      } ?? .null
    return .object(facts)
  }

  static func row(_ row: StoryRow) -> JSON {
    story(row.story).adding(["owner_name": .string(row.owner), "holder_name": .string(row.holder)])
  }

  static func list(_ reading: StoryListReading) -> JSON {
    .object([
      "items": .array(reading.rows.map(row)), "next": reading.next.map(JSON.string) ?? .null,
      "shelves": .array(
        reading.shelves.map { .object(["shelf": .string("\($0.shelf)"), "count": .integer($0.count)]) }),
    ])
  }

  static func room(_ reading: StoryRoomReading) -> JSON {
    row(reading.row).adding([
      "copy": reading.copy.json, "revisions": .array(reading.revisions.map(revision)),
      "events": .array(reading.events.map { event($0, reading.names) }), "notes": .array(reading.notes.map(note)),
      "due": reading.progress.due.map { .string($0.key) } ?? .null,
    ])
  }

  static func revision(_ head: RevisionHead) -> JSON {
    .object([
      "number": .integer(head.number), "person": .string(head.person), "kind": .string(head.kind.rawValue),
      "why": .string(head.why), "characters": .integer(head.characters), "made": instant(head.made),
      "signed": .boolean(head.isSigned),
    ])
  }

  static func event(_ event: ReviewEvent, _ names: [ID<Person>: String]) -> JSON {
    .object([
      "kind": .string(event.kind.rawValue), "step": .string(event.step),
      "person": .string(names[event.person] ?? ""), "revision": .integer(event.revision),
      "hash": .string(event.hash), "why": .string(event.why), "exempt": .boolean(event.isExempt),
      "made": instant(event.made),
    ])
  }

  static func note(_ note: StoryNote) -> JSON {
    .object([
      "id": .string("\(note.id)"), "paragraph": note.paragraph.map(JSON.integer) ?? .null,
      "quote": .string(note.quote), "text": .string(note.text), "author": .string(note.author),
      "made": instant(note.made), "resolved": note.resolved.map(instant) ?? .null,
    ])
  }

  static func tidied(_ tidied: Tidying) -> JSON {
    let changes = tidied.changes.map { change in
      JSON.object(["kind": .string(change.kind.rawValue), "count": .integer(change.count)])
    }
    return .object(["body": tidied.body.json, "changes": .array(changes)])
  }

  /// A save that was stale: both texts and what they are together.
  static func stale(_ stale: StaleSave, _ language: InterfaceLanguage) -> JSON {
    let message = Wording("Somebody else saved meanwhile; nothing was overwritten.", "其间有人存过新的一稿；没有覆盖任何内容。")
    return .object([
      "revision": .integer(stale.latest.number), "mine": copy(stale.mine), "theirs": copy(stale.latest.copy),
      "merged": copy(stale.merged),
      "conflicts": .array(
        stale.conflicts.map { conflict in
          .object([
            "field": .string(conflict.field.rawValue), "place": conflict.place.map(JSON.integer) ?? .null,
            "mine": .string(conflict.mine), "theirs": .string(conflict.theirs),
          ])
        }),
      "error": .object([
        "status": .integer(409), "code": .string("stale"),
        "message": .string(message.text(in: language)),
        "place": .string("story \(stale.latest.story)"),
      ]),
    ])
  }

  /// The fields as a form shows them, and the body as blocks.
  private static func copy(_ copy: Copy) -> JSON {
    let fields = CopyField.allCases.filter { $0 != .body }.map { field in
      (field.rawValue, JSON.string(field == .keywords ? copy.keywords.joined(separator: " ") : copy.text(of: field)))
    }
    return .object([
      "fields": .object(Dictionary(uniqueKeysWithValues: fields)), "body_json": copy.body.json,
    ])
  }

  /// RFC 3339, in UTC, to the second.
  static func instant(_ date: Date) -> JSON {
    .string(Date(timeIntervalSince1970: date.timeIntervalSince1970.rounded(.down)).formatted(.iso8601))
  }
}

extension JSON {
  /// An object with more keys.
  func adding(_ others: [String: JSON]) -> JSON {
    guard case .object(let own) = self else { return self }
    return .object(own.merging(others) { _, added in added })
  }
}
