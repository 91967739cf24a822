import Model
import Newsroom
import Press
import Store

/// The record for programs.
enum RecordOperations {
  static let all: [DeskOperation] = [read, verify]

  private static let read = DeskOperation(
    OperationFacts(
      "read-record", .get, "/record", "A page of the record, the newest line first", act: .readRecord,
      fields: [
        OperationField("story", .whole(1...OperationField.numberMax), "Of this story"),
        OperationField("issue", .text(max: 40), "Of this issue"), OperationField("person", .identity, "By this person"),
        OperationField("day", .day, "Of this day"),
        OperationField("after", .whole(1...OperationField.numberMax), "What `next` of the page before said"),
      ])
  ) { call in
    let reading = try await call.room.library.record(RecordPages.query(call), in: call.room.edition.zone)
    return Outcome(
      kind: .nothing, place: "/record",
      json: .object([
        "items": .array(reading.lines.map(DeskJSON.line)), "next": reading.next.map(JSON.integer) ?? .null,
      ]))
  }

  private static let verify = DeskOperation(
    OperationFacts(
      "verify-record", .post, "/record/verification", "Hold the whole site against its record", act: .readRecord)
  ) { call in
    let found = try await Verifier(storage: call.room.edition.library.storage).run()
    let reading = try await call.room.library.record(RecordQuery(), in: call.room.edition.zone)
    var outcome = Outcome(kind: .nothing, place: "/record", json: DeskJSON.verification(found, call.language))
    outcome.page = call.room.renderer.record(reading, verification: found, call.session)
    return outcome
  }
}

extension DeskJSON {
  static func verification(_ found: Verification, _ language: InterfaceLanguage) -> JSON {
    let faults = found.faults.map { fault in
      JSON.object([
        "kind": .string(fault.kind.rawValue), "line": fault.line.map(JSON.integer) ?? .null,
        "place": .string(fault.place), "what": .string(fault.wording.text(in: language)),
      ])
    }
    return .object([
      "is_clean": .boolean(found.isClean), "lines": .integer(found.lines), "heads": .integer(found.heads),
      "articles": .integer(found.articles), "fault_count": .integer(found.faultCount),
      "first_broken": found.firstBroken.map(JSON.integer) ?? .null, "faults": .array(faults),
    ])
  }

  static func line(_ line: RecordLine) -> JSON {
    let record = line.record
    return .object([
      "number": .integer(line.number), "made": instant(record.made), "actor": .string(record.actor),
      "person": record.person.map { .string("\($0)") } ?? .null, "origin": .string(record.origin),
      "act": .string(record.act), "subject": .string(record.subject),
      "hash_before": record.hashBefore.map(JSON.string) ?? .null, "hash_after": .string(record.hashAfter),
      "why": .string(record.why), "detail": record.detail, "chain": .string(line.chain),
    ])
  }
}
