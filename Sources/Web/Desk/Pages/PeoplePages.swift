import Model
import Newsroom
import Press
import Store

/// People, as administrators see them.
enum PeoplePages {
  static let all: [DeskPage] = [list, person]

  private static let list = DeskPage(path: "/people") { call, refused in
    try check(call)
    return call.room.renderer.people(try await reading(call), call.session, call.message(refused))
  }

  private static let person = DeskPage(
    path: "/people/{person}", places: [Fields.place("person", "The person")]
  ) { call, refused in
    try check(call)
    return call.room.renderer.person(try await one(call), call.session, call.message(refused))
  }

  /// The page of somebody invited, with the link that is shown this one time.
  static func invited(_ invitation: Invitation, link: String, _ call: Call) async throws -> Document {
    let once = ShownOnce.invitation(invitation.person, link: link, expires: invitation.expires)
    return call.room.renderer.people(try await reading(call), once: once, call.session, nil)
  }

  private static func check(_ call: Call) throws(DeskFault) {
    let visitor = try call.signedIn
    guard visitor.actor.acts.contains(.managePeople) else { throw .notAllowed(.managePeople, visitor) }
  }

  private static func reading(_ call: Call) async throws -> PeopleReading {
    PeopleReading(
      accounts: try await call.room.accounts.people(), sections: try await call.room.library.sections())
  }

  private static func one(_ call: Call) async throws -> PersonReading {
    let account = try await PeopleOperations.account(call)
    let id = account.person.id
    return PersonReading(
      account: account, logins: try await call.room.accounts.sessions(of: id),
      tokens: try await call.room.accounts.tokens(of: id), sections: try await call.room.library.sections())
  }
}
