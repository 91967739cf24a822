package import Model

/// Who acts, from where, and what they may do.
package struct Actor: Sendable, Equatable {
  /// More characters than any name has.
  package static let nameMax = 200

  /// As it stands in the record.
  package let name: String
  package let acts: Set<Act>
  /// Their account; nil for the command line and for the program itself.
  package let person: ID<Person>?
  /// The sections whose copy they may act on; empty for all.
  package let sections: Set<String>
  /// From where: an address, `command line`, `schedule`; empty where it is not known.
  package let origin: String

  package init(
    name: String, acts: Set<Act>, person: ID<Person>? = nil, sections: Set<String> = [], origin: String = ""
  ) {
    self.name = name
    self.acts = acts
    self.person = person
    self.sections = sections
    self.origin = origin
  }

  /// A person of the newsroom at an address. `scopes` narrows what they may do, as a token does.
  package init(_ person: Person, origin: String, scopes: Set<Act>? = nil) {
    self.init(
      name: person.name, acts: scopes.map(person.acts.intersection) ?? person.acts, person: person.id,
      sections: person.sections, origin: origin)
  }
}
