import Foundation
package import Model
import Store

/// Adds somebody with a password that was chosen already: the first administrator, and who is added on the server.
struct AddPerson: Sendable {
  let person: Person
  /// The hash of the password.
  let password: String
  /// Nil for the first administrator, whom nobody could add.
  let actor: Actor?
  let origin: String
  let now: Date

  func perform(_ ledger: Ledger) throws -> Person {
    if let actor {
      try Permission.check(actor, .managePeople, why: "")
    } else if try ledger.peopleCount() > 0 {
      throw Refusal(
        .state(Wording("There is an administrator already; sign in.", "已有管理员，请登录。")), place: "")
    }
    try PeopleCheck.check(person)
    try PeopleCheck.checkFree(person.login, ledger)
    try ledger.add(person, password: password, at: now)
    let recorded = actor ?? Actor(person, origin: origin)
    try ledger.record(
      "add-person", recorded, on: PeopleCheck.subject(person.login), after: person.hash,
      detail: PersonDetail.json(person), at: now)
    return person
  }
}

/// What the record says of a person beside the hash.
enum PersonDetail {
  static func json(_ person: Person) -> JSON {
    .object([
      "name": .string(person.name), "roles": .array(person.roles.map(\.rawValue).sorted().map(JSON.string)),
      "sections": .array(person.sections.sorted().map(JSON.string)), "active": .boolean(person.isActive),
    ])
  }
}

/// Who is to be added.
package struct NewPerson: Sendable, Equatable {
  package let login: String
  package let name: String
  package let mail: String
  package let language: String
  package let roles: Set<Role>
  package let sections: Set<String>

  package init(
    login: String, name: String, mail: String = "", language: String = "", roles: Set<Role> = [],
    sections: Set<String> = []
  ) {
    self.login = login
    self.name = name
    self.mail = mail
    self.language = language
    self.roles = roles
    self.sections = sections
  }

  var person: Person {
    Person(
      id: ID(raw: UUID()), login: login, name: name.trimmingCharacters(in: .whitespaces),
      mail: mail.trimmingCharacters(in: .whitespaces), language: language, roles: roles, sections: sections)
  }
}

extension Accounts {
  /// Makes the first administrator, while there is nobody at all. Throws `Refusal`.
  package func bootstrap(
    login: String, name: String, password: String, origin: String = Accounts.commandLine
  ) async throws -> Person {
    guard try await !hasPeople() else {
      throw Refusal(
        .state(Wording("There is an administrator already; sign in.", "已有管理员，请登录。")), place: "")
    }
    return try await add(NewPerson(login: login, name: name, roles: [.admin]), password, nil, origin)
  }

  /// Adds somebody with a password. Throws `Refusal`.
  package func add(_ new: NewPerson, password: String, as actor: Actor) async throws -> Person {
    try Permission.check(actor, .managePeople, why: "")
    return try await add(new, password, actor, actor.origin)
  }

  private func add(
    _ new: NewPerson, _ password: String, _ actor: Actor?, _ origin: String
  ) async throws -> Person {
    let person = new.person
    try PeopleCheck.check(person)
    try PasswordRule.check(password, login: person.login, names: [paperName])
    let hash = try await work.hash(password)
    return try await perform { ledger, now in
      try AddPerson(person: person, password: hash, actor: actor, origin: origin, now: now).perform(ledger)
    }
  }
}
