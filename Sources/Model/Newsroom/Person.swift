/// Someone who works in the newsroom.
package struct Person: Sendable, Equatable {
  /// Characters of a login name, at least and at most.
  package static let loginCharacters = 2...40
  /// Characters of a name.
  package static let nameMax = 40
  /// Sections that may bound one person.
  package static let sectionsMax = 50

  package let id: ID<Person>
  /// Lower-case letters, digits, dot, hyphen and underscore; unique.
  package var login: String
  /// As printed in a byline.
  package var name: String
  /// Where notices go; empty for none.
  package var mail: String
  /// `zh-Hans`, `zh-Hant` or `en`; empty for that of the paper.
  package var language: String
  package var roles: Set<Role>
  /// The sections whose copy they may act on; empty for all.
  package var sections: Set<String>
  /// Who has left signs in no more; their name stays in the record.
  package var isActive: Bool

  package init(
    id: ID<Person>, login: String, name: String, mail: String = "", language: String = "", roles: Set<Role> = [],
    sections: Set<String> = [], isActive: Bool = true
  ) {
    self.id = id
    self.login = login
    self.name = name
    self.mail = mail
    self.language = language
    self.roles = roles
    self.sections = sections
    self.isActive = isActive
  }

  /// All that the roles together may do; nothing once they have left.
  package var acts: Set<Act> { isActive ? roles.reduce(into: []) { $0.formUnion($1.acts) } : [] }

  /// Whether a text can be a login name.
  package static func isLogin(_ text: String) -> Bool {
    loginCharacters.contains(text.utf8.count)
      && text.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || [45, 46, 95].contains($0) }
  }
}
