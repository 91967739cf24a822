package import Foundation

/// A browser in which somebody is signed in, as the list of them shows it. Its secret is known to that browser alone.
package struct Login: Sendable, Equatable {
  package let id: ID<Login>
  package let person: ID<Person>
  package let made: Date
  /// When something was last asked with it, to the minute.
  package var seen: Date
  /// When it ends at the latest.
  package var expires: Date
  /// From which address it was made.
  package let origin: String
  /// What the browser calls itself, shortened.
  package let agent: String
  /// Whether the second factor was given.
  package var hasSecondFactor: Bool

  package init(
    id: ID<Login>, person: ID<Person>, made: Date, seen: Date, expires: Date, origin: String, agent: String,
    hasSecondFactor: Bool
  ) {
    self.id = id
    self.person = person
    self.made = made
    self.seen = seen
    self.expires = expires
    self.origin = origin
    self.agent = agent
    self.hasSecondFactor = hasSecondFactor
  }
}
