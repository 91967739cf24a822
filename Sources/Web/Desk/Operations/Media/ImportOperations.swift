import Foundation
import Interchange
import Model
import Newsroom
import Press
import Store

/// Manuscripts that are sent in, looked through and accepted.
enum ImportOperations {
  static let all: [DeskOperation] = [send, accept]

  static let batch = Fields.place("batch", "The manuscripts that were sent in together")

  private static let send = DeskOperation(
    OperationFacts(
      "send-manuscripts", .post, "/import",
      "Read manuscripts (DOCX, HTML, CommonMark, plain text); they wait to be accepted", act: .write,
      fields: [OperationField("files", .file, isRequired: true, "The manuscripts")], isMaking: true), page: "/import"
  ) { call in
    let visitor = try call.signedIn
    let read = try await ManuscriptIntake(room: call.room).read(call.sent.files, as: visitor.actor)
    let batch = WaitingImports.Batch(
      id: "\(ID<WaitingImports>(raw: UUID()))", person: visitor.person.id, made: call.room.now, manuscripts: read)
    call.room.imports.add(batch)
    return Outcome(kind: .created, place: "/import/\(batch.id)", json: DeskJSON.batch(batch, call.language))
  }

  private static let accept = DeskOperation(
    OperationFacts(
      "accept-manuscripts", .post, "/import/{batch}", "Begin a story of each manuscript that is accepted",
      act: .write, places: [batch],
      fields: [
        OperationField("accept", .texts(count: 100, max: 10), isRequired: true, "Their places, from 0"),
        OperationField("section", .text(max: 200), "The section of all of them; none for that in the manuscript"),
      ], isMaking: true), page: "/import/{batch}"
  ) { call in
    let visitor = try call.signedIn
    let id = call.sent.text("batch")
    guard call.room.imports.batch(id, of: visitor.person.id, at: call.room.now) != nil else {
      throw DeskFault.notFound
    }
    var stories: [Story] = []
    for place in call.sent.texts("accept").compactMap({ Int($0) }) {
      guard let manuscript = call.room.imports.take(place, of: id), let read = manuscript.read else { continue }
      do {
        let story = try await begin(read, manuscript.file, call)
        call.room.imports.settle(place, of: id, as: story.number)
        stories.append(story)
      } catch {
        call.room.imports.settle(place, of: id, as: nil)
        throw error
      }
    }
    let only = stories.count == 1 ? stories.first.map { "/stories/\($0.number)" } : nil
    return Outcome(
      kind: stories.isEmpty ? .nothing : .created, place: only ?? "/import/\(id)", done: "imported",
      json: .object(["stories": .array(stories.map(DeskJSON.story))]))
  }

  private static func begin(_ read: ReadManuscript, _ file: String, _ call: Call) async throws -> Story {
    let actor = try call.actor
    var copy = read.copy
    if !call.sent.text("section").isEmpty { copy.section = call.sent.text("section") }
    let why = String(file.prefix(StoryLimits.reasonMax))
    let story = try await call.room.desk.start(copy, kind: .imported, why: why, as: actor)
    let now = call.room.now
    let notes = read.notes.prefix(StoryLimits.notesMax).map { note in
      StoryNote(
        id: ID(raw: UUID()), paragraph: note.paragraph, quote: "", text: String(note.text.prefix(StoryLimits.noteMax)),
        author: String(note.author.prefix(Actor.nameMax)), person: nil, made: note.made ?? now)
    }
    if !notes.isEmpty { try await call.room.desk.keep(Array(notes), ofStory: story.number, as: actor) }
    return story
  }
}

extension DeskJSON {
  static func batch(_ batch: WaitingImports.Batch, _ language: InterfaceLanguage) -> JSON {
    let items = batch.manuscripts.enumerated().map { place, manuscript in
      JSON.object([
        "place": .integer(place), "file": .string(manuscript.file),
        "copy": manuscript.read.map(\.copy.json) ?? .null,
        "left_out": .array((manuscript.read?.leftOut ?? []).map { .string($0.text(in: language)) }),
        "notes": .integer(manuscript.read?.notes.count ?? 0),
        "fault": manuscript.fault.map { .string($0.text(in: language)) } ?? .null,
        "story": manuscript.story.map(JSON.integer) ?? .null,
      ])
    }
    return .object(["id": .string(batch.id), "items": .array(items)])
  }
}
