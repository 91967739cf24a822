package import Foundation

/// A key by which a program acts for a person, within some of their acts. Its secret was shown once.
package struct APIToken: Sendable, Equatable {
  /// Characters of a name.
  package static let nameMax = 60

  package let id: ID<APIToken>
  package let person: ID<Person>
  /// What it is for.
  package let name: String
  /// What it may do at most; what its person may not do, it may not do either.
  package let scopes: Set<Act>
  package let made: Date
  /// When it was last used, to the minute; nil for never.
  package var seen: Date?
  package let expires: Date
  /// When it was taken back; nil while it holds.
  package var revoked: Date?

  package init(
    id: ID<APIToken>, person: ID<Person>, name: String, scopes: Set<Act>, made: Date, seen: Date? = nil, expires: Date,
    revoked: Date? = nil
  ) {
    self.id = id
    self.person = person
    self.name = name
    self.scopes = scopes
    self.made = made
    self.seen = seen
    self.expires = expires
    self.revoked = revoked
  }
}
