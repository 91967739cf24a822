import Foundation
import Model
import Newsroom
import Press

/// What administrators do with people.
enum PeopleOperations {
  static let all: [DeskOperation] = [list, invite, change, inviteAgain, resetFactor, endSessions]

  private static let person = Fields.place("person", "The person")
  private static let facts: [OperationField] = [
    OperationField("name", .text(max: Person.nameMax), "As printed in a byline"),
    OperationField("mail", .text(max: 254), "Where notices go; empty for none"),
    OperationField("language", .text(max: 50), "Of the interface; empty for that of the paper"),
    OperationField("role", .texts(count: Role.allCases.count, max: 50), "What they are, a role each"),
    OperationField(
      "sections", .texts(count: Person.sectionsMax, max: 200), "The sections that bound them; none for all"),
  ]

  private static let list = DeskOperation(
    OperationFacts("list-people", .get, "/people", "Everybody with an account", act: .managePeople)
  ) { call in
    let people = try await call.room.accounts.people()
    return Outcome(kind: .nothing, place: "/people", json: .object(["items": .array(people.map(DeskJSON.account))]))
  }

  private static let invite = DeskOperation(
    OperationFacts(
      "invite-person", .post, "/people", "Add somebody; the link by which they choose a password is shown once",
      act: .managePeople,
      fields: [
        OperationField(
          "login", .text(max: Person.loginCharacters.upperBound), isRequired: true,
          "Lower-case letters, digits, dot, hyphen and underscore")
      ] + facts, isMaking: true), page: "/people"
  ) { call in
    let sent = call.sent
    let new = NewPerson(
      login: sent.text("login"), name: sent.text("name"), mail: sent.text("mail"), language: sent.text("language"),
      roles: try roles(sent), sections: Set(sent.texts("sections").map { $0[...].trimmed }))
    return try await invited(try await call.room.accounts.invite(new, as: try call.actor), call)
  }

  private static let change = DeskOperation(
    OperationFacts(
      "change-person", .post, "/people/{person}", "Change somebody's roles, sections and name", act: .managePeople,
      places: [person],
      fields: facts + [OperationField("active", .flag, "Whether they may sign in"), Fields.why]),
    page: "/people/{person}"
  ) { call in
    let sent = call.sent
    let account = try await account(call)
    // A box that is not ticked is not sent, and neither is a list of boxes of which none is.
    let isForm = !call.form.isJSON
    let change = PersonChange(
      name: sent.has("name") ? sent.text("name") : nil, mail: sent.has("mail") ? sent.text("mail") : nil,
      language: sent.has("language") ? sent.text("language") : nil,
      roles: sent.has("role") || isForm ? try roles(sent) : nil,
      sections: sent.has("sections") || isForm ? Set(sent.texts("sections").map { $0[...].trimmed }) : nil,
      isActive: sent.has("active") || isForm ? sent.flag("active") : nil)
    let person = try await call.room.accounts.change(
      login: account.person.login, change, why: sent.text("why"), as: try call.actor)
    call.room.visitors.forget()
    return Outcome(place: "/people/\(person.id)", done: "person", json: DeskJSON.person(person))
  }

  private static let inviteAgain = DeskOperation(
    OperationFacts(
      "invite-again", .post, "/people/{person}/invitation", "Give somebody a new link to choose a password",
      act: .managePeople, places: [person], isMaking: true), page: "/people/{person}"
  ) { call in
    let account = try await account(call)
    return try await invited(
      try await call.room.accounts.inviteAgain(login: account.person.login, as: try call.actor), call)
  }

  private static let resetFactor = DeskOperation(
    OperationFacts(
      "reset-second-factor", .post, "/people/{person}/second-factor/removal",
      "Remove the second factor of somebody who has lost it", act: .managePeople, places: [person],
      fields: [Fields.why]), page: "/people/{person}"
  ) { call in
    let account = try await account(call)
    try await call.room.accounts.resetSecondFactor(
      login: account.person.login, why: call.sent.text("why"), as: try call.actor)
    call.room.visitors.forget()
    return Outcome(place: "/people/\(account.person.id)", done: "unenrolled")
  }

  private static let endSessions = DeskOperation(
    OperationFacts(
      "end-sessions", .post, "/people/{person}/sessions/removal", "End all sessions and tokens of somebody",
      act: .managePeople, places: [person]), page: "/people/{person}"
  ) { call in
    let account = try await account(call)
    try await call.room.accounts.endSessions(login: account.person.login, as: try call.actor)
    call.room.visitors.forget()
    return Outcome(place: "/people/\(account.person.id)", done: "session-ended")
  }

  private static func invited(_ invitation: Invitation, _ call: Call) async throws -> Outcome {
    let link = call.room.settings.site.baseURL + "/desk/invitations/" + invitation.secret
    var outcome = Outcome(kind: .created, place: "/people/\(invitation.person.id)", done: "invited")
    outcome.json = .object([
      "person": DeskJSON.person(invitation.person), "link": .string(link),
      "expires": DeskJSON.instant(invitation.expires),
    ])
    outcome.page = try await PeoplePages.invited(invitation, link: link, call)
    return outcome
  }

  static func account(_ call: Call) async throws -> Account {
    guard let id: ID<Person> = call.sent.identity("person"),
      let account = try await call.room.accounts.people().first(where: { $0.person.id == id })
    else { throw DeskFault.notFound }
    return account
  }

  private static func roles(_ sent: Sent) throws(DeskFault) -> Set<Role> {
    var roles: Set<Role> = []
    for text in sent.texts("role") {
      guard let role = Role(rawValue: text) else {
        throw .field("role", "There is no role \(text).", "没有岗位 \(text)。")
      }
      roles.insert(role)
    }
    return roles
  }
}

extension DeskJSON {
  static func person(_ person: Person) -> JSON {
    .object([
      "id": .string("\(person.id)"), "login": .string(person.login), "name": .string(person.name),
      "mail": .string(person.mail), "language": .string(person.language),
      "roles": .array(person.roles.map(\.rawValue).sorted().map(JSON.string)),
      "sections": .array(person.sections.sorted().map(JSON.string)), "active": .boolean(person.isActive),
    ])
  }

  static func account(_ account: Account) -> JSON {
    person(account.person).adding([
      "has_password": .boolean(account.hasPassword), "has_second_factor": .boolean(account.hasSecondFactor),
      "made": instant(account.made),
    ])
  }
}
