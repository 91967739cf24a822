import Foundation
package import Model
import Store

/// Accepts an invitation: who has the link sets their password, and once their name. Of two at once one is accepted.
struct AcceptInvitation: Sendable {
  let secret: String
  let name: String?
  /// The hash of the password.
  let password: String
  let origin: String
  let now: Date

  func perform(_ ledger: Ledger) throws -> Person {
    let hash = Secret.hash(secret)
    guard let id = try ledger.invited(by: hash, at: now), let account = try ledger.account(id), account.person.isActive
    else { throw AcceptInvitation.over }
    var person = account.person
    // A name is chosen with the first password alone; later it is printed under copy.
    if let name, !account.hasPassword { person.name = name.trimmingCharacters(in: .whitespaces) }
    try PeopleCheck.check(person)
    try ledger.use(invitation: hash, at: now)
    try ledger.endInvitations(of: id)
    try ledger.change(person)
    try ledger.set(password: password, of: id)
    try ledger.endLogins(of: id)
    try ledger.record(
      "accept-invitation", Actor(person, origin: origin), on: PeopleCheck.subject(person.login),
      before: account.person.hash, after: person.hash, at: now)
    return person
  }

  static let over = Refusal(
    .state(
      Wording(
        "This link holds no more; ask an administrator for a new one.", "链接已失效，请向管理员要一个新的。")), place: "")
}

extension Accounts {
  /// Accepts an invitation by its secret. `name` is taken from who comes for the first time. Throws `Refusal`.
  package func accept(
    invitation secret: String, name: String? = nil, password: String, origin: String
  ) async throws -> Person {
    guard let person = try await invited(by: secret) else { throw AcceptInvitation.over }
    try PasswordRule.check(password, login: person.login, names: [paperName])
    let hash = try await work.hash(password)
    return try await perform { ledger, now in
      try AcceptInvitation(secret: secret, name: name, password: hash, origin: origin, now: now).perform(ledger)
    }
  }
}
