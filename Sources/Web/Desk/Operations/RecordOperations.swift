import Model
import Newsroom
import Press
import Store

/// The record for programs.
enum RecordOperations {
  static let all: [DeskOperation] = [read]

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
}

extension DeskJSON {
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
