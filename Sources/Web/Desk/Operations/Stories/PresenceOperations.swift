import Model
import Newsroom
import Press
import Store

/// Who has a story open.
enum PresenceOperations {
  static let all: [DeskOperation] = [look, come]

  private static let look = DeskOperation(
    OperationFacts(
      "read-presence", .get, "/stories/{number}/presence", "The others who have a story open",
      places: [Fields.number])
  ) { call in try await answer(call) }

  private static let come = DeskOperation(
    OperationFacts(
      "note-presence", .post, "/stories/{number}/presence", "Say that one has a story open, or closed it",
      places: [Fields.number], fields: [OperationField("left", .flag, "Whether one closed it")])
  ) { call in
    let visitor = try call.signedIn
    let number = call.sent.whole("number")
    guard try await call.room.library.glance(number, for: visitor.viewer) != nil else { throw DeskFault.notFound }
    if call.sent.flag("left") {
      call.room.presence.leave(visitor.person.id, number)
    } else {
      call.room.presence.note(visitor.name, at: number, call.room.now)
    }
    return try await answer(call)
  }

  private static func answer(_ call: Call) async throws -> Outcome {
    let visitor = try call.signedIn
    let number = call.sent.whole("number")
    guard let row = try await call.room.library.glance(number, for: visitor.viewer) else {
      throw DeskFault.notFound
    }
    let others = call.room.presence.others(than: visitor.person.id, at: number, call.room.now)
    return Outcome(
      kind: .nothing, place: "/stories/\(number)",
      json: .object([
        "present": .array(others.map { .string($0.person.name) }), "revision": .integer(row.revision),
        "state": .string(row.state.rawValue),
      ]))
  }
}
