import HTTPTypes
import Model
import Newsroom
import Press
import Store

/// The record, as who may read it sees it.
enum RecordPages {
  static let all: [DeskPage] = [record, file]

  private static let record = DeskPage(path: "/record") { call, refused in
    try check(call)
    let reading = try await call.room.library.record(query(call), in: call.room.edition.zone)
    return call.room.renderer.record(reading, call.session, call.message(refused))
  }

  private static let file = DeskPage(path: "/record.csv") { call in
    try check(call)
    let file = RecordFile(query: query(call), zone: call.room.edition.zone, library: call.room.library)
    return Answer(.ok, [.contentType: "text/csv; charset=utf-8"], body: .pieces(file.send))
  }

  static func query(_ call: Call) -> RecordQuery {
    let asked = QueryString(RequestTarget.query(call.asking.target))
    return RecordQuery { asked[$0].flatMap { $0.isEmpty ? nil : $0 } }
  }

  static func check(_ call: Call) throws(DeskFault) {
    let visitor = try call.signedIn
    guard visitor.actor.acts.contains(.readRecord) else { throw .notAllowed(.readRecord, visitor) }
  }
}
