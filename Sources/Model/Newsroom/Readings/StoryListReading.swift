/// A filter of the story list that a person keeps under a name.
package struct SavedFilter: Sendable, Equatable {
  /// Filters of one person.
  package static let countMax = 20
  /// Characters of a name.
  package static let nameMax = 40

  package let id: String
  package let name: String
  package let query: StoryQuery

  package init(id: String, name: String, query: StoryQuery) {
    self.id = id
    self.name = name
    self.query = query
  }
}

/// The story list, for one person: nothing in it that they may not see.
package struct StoryListReading: Sendable, Equatable {
  package let query: StoryQuery
  /// In the order they are shown, those that this person works with.
  package let shelves: [ShelfCount]
  /// At most `StoryQuery.rowsMax`.
  package let rows: [StoryRow]
  /// What `after` of the next page is; nil for the last one.
  package let next: String?
  /// Those that can be filtered by and placed in, the newest first.
  package let plans: [PlanHead]
  /// Those that can be filtered by and assigned to, by name.
  package let people: [PersonName]
  package let sections: [String]
  package let saved: [SavedFilter]

  package init(
    query: StoryQuery, shelves: [ShelfCount], rows: [StoryRow], next: String?, plans: [PlanHead],
    people: [PersonName], sections: [String], saved: [SavedFilter]
  ) {
    self.query = query
    self.shelves = shelves
    self.rows = rows
    self.next = next
    self.plans = plans
    self.people = people
    self.sections = sections
    self.saved = saved
  }
}
