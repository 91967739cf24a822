import Foundation
package import Model
import Store

/// Changes what is known of somebody: roles, sections, name, mail, language, and whether the account is open.
struct ChangePerson: Sendable {
  let login: String
  let change: PersonChange
  let why: String
  let actor: Actor
  let now: Date

  func perform(_ ledger: Ledger) throws -> Person {
    try Permission.check(actor, .managePeople, why: why)
    let why = try StoryDesk.reason(why, isNeeded: false)
    let account = try PeopleCheck.account(ledger, login)
    let before = account.person
    let person = change.applied(to: before)
    guard person != before else { return before }
    try PeopleCheck.check(person)
    let isRisen = person.roles != before.roles || person.sections != before.sections
    if before.id == actor.person, isRisen || !person.isActive {
      throw Refusal(
        .state(Wording("Nobody changes their own roles; another administrator does.", "不能改自己的角色，请另一位管理员来改。")),
        place: PeopleCheck.subject(login))
    }
    let wasAdmin = before.isActive && before.roles.contains(.admin)
    if wasAdmin, !(person.isActive && person.roles.contains(.admin)) {
      try PeopleCheck.checkAdmin(besides: person.id, ledger)
    }
    try ledger.change(person)
    if !person.isActive {
      try ledger.endLogins(of: person.id)
      try ledger.revokeTokens(of: person.id, at: now)
      try ledger.endInvitations(of: person.id)
    }
    try ledger.record(
      act(before, person), actor, on: PeopleCheck.subject(login), before: before.hash, after: person.hash, why: why,
      detail: PersonDetail.json(person), at: now)
    return person
  }

  private func act(_ before: Person, _ after: Person) -> String {
    if before.isActive != after.isActive { return after.isActive ? "activate-person" : "deactivate-person" }
    return "change-person"
  }
}

/// What is to be changed of a person; nil leaves as it is.
package struct PersonChange: Sendable, Equatable {
  package var name: String?
  package var mail: String?
  package var language: String?
  package var roles: Set<Role>?
  package var sections: Set<String>?
  package var isActive: Bool?

  package init(
    name: String? = nil, mail: String? = nil, language: String? = nil, roles: Set<Role>? = nil,
    sections: Set<String>? = nil, isActive: Bool? = nil
  ) {
    self.name = name
    self.mail = mail
    self.language = language
    self.roles = roles
    self.sections = sections
    self.isActive = isActive
  }

  func applied(to person: Person) -> Person {
    var person = person
    if let name { person.name = name.trimmingCharacters(in: .whitespaces) }
    if let mail { person.mail = mail.trimmingCharacters(in: .whitespaces) }
    if let language { person.language = language }
    if let roles { person.roles = roles }
    if let sections { person.sections = sections }
    if let isActive { person.isActive = isActive }
    return person
  }
}

extension Accounts {
  /// Changes a person. A closed account loses its sessions, tokens and links at once. Throws `Refusal`: the last
  /// administrator stays, and nobody changes their own roles.
  package func change(
    login: String, _ change: PersonChange, why: String = "", as actor: Actor
  ) async throws -> Person {
    try await perform { ledger, now in
      try ChangePerson(login: login, change: change, why: why, actor: actor, now: now).perform(ledger)
    }
  }

  /// Changes where notices go to oneself, and in which language. Throws `Refusal`.
  package func changeOwn(mail: String, language: String, in session: AccountSession) async throws -> Person {
    try await perform { ledger, now in
      let (account, _) = try Proof.current(session, ledger, at: now)
      let before = account.person
      let person = PersonChange(mail: mail, language: language).applied(to: before)
      guard person != before else { return before }
      try PeopleCheck.check(person)
      try ledger.change(person)
      try ledger.record(
        "change-own", session.actor, on: PeopleCheck.subject(person.login), before: before.hash, after: person.hash,
        at: now)
      return person
    }
  }
}
