/// What is looked for in the record: the filters of its form, as they stand in its address.
package struct RecordQuery: Hashable, Sendable {
  /// Lines of one page.
  package static let linesMax = 100

  /// The number of a story.
  package var story: Int?
  package var issue: IssueKey?
  package var person: ID<Person>?
  package var day: Day?
  /// Lines before this number alone; nil for the newest.
  package var before: Int?

  package init(
    story: Int? = nil, issue: IssueKey? = nil, person: ID<Person>? = nil, day: Day? = nil, before: Int? = nil
  ) {
    self.story = story
    self.issue = issue
    self.person = person
    self.day = day
    self.before = before
  }

  /// Reads the fields of an address by name (`story`, `issue`, `person`, `day`, `after`); what is malformed is left
  /// out.
  package init(fields: (String) -> String?) {
    self.init(
      story: fields("story").flatMap(Int.init), issue: fields("issue").flatMap { IssueKey($0) },
      person: fields("person").flatMap { ID($0) }, day: fields("day").flatMap { Day($0) },
      before: fields("after").flatMap(Int.init))
  }

  /// As the query of an address, percent-encoded; empty where nothing is set.
  package var encoded: String {
    let fields = [
      ("story", story.map { "\($0)" }), ("issue", issue.map { "\($0)" }), ("person", person.map { "\($0)" }),
      ("day", day.map { "\($0)" }), ("after", before.map { "\($0)" }),
    ]
    return fields.compactMap { name, value in value.map { "\(name)=\(Address.queryValue($0))" } }.joined(separator: "&")
  }
}

/// A page of the record, the newest line first.
package struct RecordReading: Sendable, Equatable {
  package let query: RecordQuery
  /// At most `RecordQuery.linesMax`.
  package let lines: [RecordLine]
  /// What `before` of the next page is; nil for the last one.
  package let next: Int?
  /// Those that can be filtered by, by name.
  package let people: [PersonName]
  /// The newest signed head of a day; nil where no day is finished yet.
  package let head: RecordHead?

  package init(query: RecordQuery, lines: [RecordLine], next: Int?, people: [PersonName], head: RecordHead?) {
    self.query = query
    self.lines = lines
    self.next = next
    self.people = people
    self.head = head
  }
}

/// All that an inspector wants to see of the reviews of one story: 三审三校单.
package struct ReviewSheetReading: Sendable, Equatable {
  package let row: StoryRow
  package let copy: Copy
  /// Every one of them, the oldest first.
  package let events: [ReviewEvent]
  package let revisions: [RevisionHead]
  package let names: [ID<Person>: String]
  package let progress: ReviewProgress
  package let inPublic: StoryInPublic?
  /// The lines of the record about it, the oldest first.
  package let lines: [RecordLine]

  package init(
    row: StoryRow, copy: Copy, events: [ReviewEvent], revisions: [RevisionHead], names: [ID<Person>: String],
    progress: ReviewProgress, inPublic: StoryInPublic?, lines: [RecordLine]
  ) {
    self.row = row
    self.copy = copy
    self.events = events
    self.revisions = revisions
    self.names = names
    self.progress = progress
    self.inPublic = inPublic
    self.lines = lines
  }
}
