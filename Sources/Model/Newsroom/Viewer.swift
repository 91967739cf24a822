/// Who looks at the newsroom's pages: what they may see follows from it.
package struct Viewer: Sendable, Equatable {
  package let person: ID<Person>
  package let acts: Set<Act>
  /// The sections whose copy they may act on; empty for all.
  package let sections: Set<String>

  package init(person: ID<Person>, acts: Set<Act>, sections: Set<String>) {
    self.person = person
    self.acts = acts
    self.sections = sections
  }

  /// Whether they see copy that is neither theirs nor in their hands.
  package var seesAll: Bool { acts.contains(.read) }

  /// Whether they see a story at all.
  package func sees(_ story: Story) -> Bool { seesAll || story.owner == person || story.holder == person }
}
