package import Foundation
package import Model
import Store

/// Invites somebody by a link that holds once: a new person, or one who has lost the password.
struct InvitePerson: Sendable {
  /// Whom.
  enum Guest: Sendable {
    case new(Person)
    case known(login: String)
  }

  let guest: Guest
  /// The secret of the link; only its hash is kept.
  let secret: String
  let actor: Actor
  let notices: Notices
  let now: Date

  func perform(_ ledger: Ledger) throws -> Invitation {
    try Permission.check(actor, .managePeople, why: "")
    let person = try person(ledger)
    guard person.isActive else {
      throw Refusal(
        .state(Wording("The account is closed; open it first.", "账号已停用，请先启用。")),
        place: PeopleCheck.subject(person.login))
    }
    let expires = now.addingTimeInterval(AccountLimits.invitationLife)
    try ledger.add(invitation: Secret.hash(secret), of: person.id, expires: expires, at: now)
    try ledger.record(
      "invite-person", actor, on: PeopleCheck.subject(person.login), after: person.hash,
      detail: PersonDetail.json(person), at: now)
    let days = Int(AccountLimits.invitationLife / 86_400)
    try notices.queue(
      .invitation(name: person.name, path: Notice.invitationPath + secret, days: days), to: person, ledger, at: now)
    return Invitation(secret: secret, person: person, expires: expires)
  }

  private func person(_ ledger: Ledger) throws -> Person {
    switch guest {
    case .known(let login): return try PeopleCheck.account(ledger, login).person
    case .new(let person):
      try PeopleCheck.check(person)
      try PeopleCheck.checkFree(person.login, ledger)
      try ledger.add(person, password: nil, at: now)
      return person
    }
  }
}

/// An invitation as it is shown once.
package struct Invitation: Sendable, Equatable {
  package let secret: String
  package let person: Person
  package let expires: Date

  /// Where it is accepted, below the site's address.
  package var path: String { Notice.invitationPath + secret }
}

extension Accounts {
  /// Adds somebody and gives the link by which they set their own password. Throws `Refusal`.
  package func invite(_ new: NewPerson, as actor: Actor) async throws -> Invitation {
    try await invite(.new(new.person), actor)
  }

  /// Gives a new link to somebody who has lost the last, or the password; links from before hold no more. Throws
  /// `Refusal`.
  package func inviteAgain(login: String, as actor: Actor) async throws -> Invitation {
    try await invite(.known(login: login), actor)
  }

  /// Whom a link is for; nil for one that holds no more.
  package func invited(by secret: String) async throws -> Person? {
    let now = now()
    return try await storage.read { session in
      let ledger = Ledger(session: session)
      guard let id = try ledger.invited(by: Secret.hash(secret), at: now), let person = try ledger.person(id) else {
        return nil
      }
      return person.isActive ? person : nil
    }
  }

  private func invite(_ guest: InvitePerson.Guest, _ actor: Actor) async throws -> Invitation {
    let (secret, notices) = (Secret.make(), notices)
    return try await perform { ledger, now in
      try InvitePerson(guest: guest, secret: secret, actor: actor, notices: notices, now: now).perform(ledger)
    }
  }
}
