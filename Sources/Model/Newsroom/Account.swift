package import Foundation

/// A person with what is known of how they sign in; no secret is in it.
package struct Account: Sendable, Equatable {
  package var person: Person
  /// False for who was invited and has not come yet.
  package let hasPassword: Bool
  package let hasSecondFactor: Bool
  package let made: Date

  package init(person: Person, hasPassword: Bool, hasSecondFactor: Bool, made: Date) {
    self.person = person
    self.hasPassword = hasPassword
    self.hasSecondFactor = hasSecondFactor
    self.made = made
  }
}

extension Person {
  /// Of all that the newsroom knows of the person, but for secrets: what the record shows as before and after.
  package var hash: String {
    let facts: JSON = .array([
      .string(id.description), .string(login), .string(name), .string(mail), .string(language),
      .array(roles.map(\.rawValue).sorted().map(JSON.string)), .array(sections.sorted().map(JSON.string)),
      .boolean(isActive),
    ])
    return ContentHash.text(of: Array(facts.text.utf8))
  }

  /// Whether any of their roles signs: puts a name under a text or makes one public.
  package var signs: Bool { acts.contains(where: \.isSigning) }
}
