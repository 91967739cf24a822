package import Foundation
package import Model

extension Ledger {
  /// A story by its number; nil when there is none.
  package func story(_ number: Int) throws -> Story? {
    try session.first(StoryTable.select + "WHERE number = ?", [number], StoryTable.read)
  }

  /// The story that is an article; nil where it has none in the newsroom.
  package func story(ofSerial serial: Int) throws -> Story? {
    try session.first(StoryTable.select + "WHERE article = ?", [serial], StoryTable.read)
  }

  /// The number that the next story gets.
  package func nextStoryNumber() throws -> Int {
    try session.number("SELECT max(seq) FROM sqlite_sequence WHERE name = 'story'") + 1
  }

  /// Adds a story with its first revision and its tokens for the search among drafts.
  package func add(_ story: Story, _ revision: StoryRevision, tokens: String) throws {
    touched.touch(new: .story(story.number))
    try session.run(
      """
      INSERT INTO story (number, id, owner, holder, state, step, workflow, important, section, headline, characters,
        revision, hash, plan, page, position, lead, article, public_revision, made, changed, since)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """,
      [story.number, story.id.description, story.owner.description] + Ledger.values(story)
        + [Stored.instant(story.made), Stored.instant(story.changed), Stored.instant(story.since)])
    try add(revision, tokens: tokens)
    try session.run("INSERT INTO story_text (story, tokens) VALUES (?, ?)", [story.number, tokens])
  }

  /// Sets all of a story that may change.
  package func change(_ story: Story) throws {
    try touch(.story(story.number))
    try session.run(
      """
      UPDATE story SET holder = ?, state = ?, step = ?, workflow = ?, important = ?, section = ?, headline = ?,
        characters = ?, revision = ?, hash = ?, plan = ?, page = ?, position = ?, lead = ?, article = ?,
        public_revision = ?, changed = ?, since = ? WHERE number = ?
      """,
      Ledger.values(story) + [Stored.instant(story.changed), Stored.instant(story.since), story.number])
  }

  private static func values(_ story: Story) -> [Bound] {
    [
      story.holder?.description, story.state.rawValue, story.step, story.workflow, story.isImportant, story.section,
      story.headline, story.characters, story.revision, story.hash, story.place?.plan.description, story.place?.page,
      story.place?.position ?? 0, story.place?.isLead ?? false, story.serial, story.publicRevision,
    ]
  }

  /// A revision; nil when there is none of this number.
  package func revision(_ number: Int, ofStory story: Int) throws -> StoryRevision? {
    try session.first(
      StoryTable.selectRevision + "WHERE story = ? AND number = ?", [story, number], StoryTable.readRevision)
  }

  /// Adds a revision, what it shows, and the tokens of its text. The story itself is set by `change`.
  package func add(_ revision: StoryRevision, tokens: String) throws {
    try session.run(
      """
      INSERT INTO story_revision (story, number, copy, hash, characters, person, kind, why, made)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
      """,
      [
        revision.story, revision.number, revision.copy.json.text, revision.hash, revision.characters,
        revision.person.description, revision.kind.rawValue, revision.why, Stored.instant(revision.made),
      ])
    for case .stored(let name) in revision.copy.body.media {
      try session.run(
        "INSERT INTO story_media (media, story) VALUES (?, ?) ON CONFLICT DO NOTHING",
        [name.description, revision.story])
    }
    try session.run("UPDATE story_text SET tokens = ? WHERE story = ?", [tokens, revision.story])
  }

  /// Removes automatic saves between two revisions that are neither signed, public nor the latest. The numbers of both
  /// ends stay.
  package func thin(story: Int, after first: Int, before last: Int) throws {
    try session.run(
      """
      DELETE FROM story_revision WHERE story = ?1 AND number > ?2 AND number < ?3 AND kind = 'auto'
        AND NOT EXISTS (SELECT 1 FROM review_event e WHERE e.story = ?1 AND e.revision = story_revision.number)
        AND NOT EXISTS (
          SELECT 1 FROM story s WHERE s.number = ?1 AND story_revision.number IN (s.revision, s.public_revision))
      """, [story, first, last])
  }

  /// Numbers, kinds and times of a story's revisions, ascending.
  package func revisionTimes(ofStory story: Int) throws -> [(number: Int, kind: RevisionKind, made: Date)] {
    try session.rows(
      "SELECT number, kind, made FROM story_revision WHERE story = ? ORDER BY number", [story]
    ) { columns in
      let (number, kind) = (columns.integer(), columns.text())
      return (number, RevisionKind(rawValue: kind) ?? .save, Stored.date(columns.integer()))
    }
  }

  /// Who wrote a story's copy, and who changed it under review.
  package func writers(
    ofStory story: Int
  ) throws -> (writers: Set<ID<Person>>, changers: Set<ID<Person>>) {
    var found: (writers: Set<ID<Person>>, changers: Set<ID<Person>>) = ([], [])
    _ = try session.rows("SELECT person, under_review FROM story_writer WHERE story = ?", [story]) { columns in
      let person = try Stored.person(columns.text())
      if columns.flag() { found.changers.insert(person) } else { found.writers.insert(person) }
    }
    return found
  }

  /// Notes that a person wrote a story's copy, or changed it under review.
  package func add(writer: ID<Person>, isUnderReview: Bool, ofStory story: Int) throws {
    try session.run(
      "INSERT INTO story_writer (story, person, under_review) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
      [story, writer.description, isUnderReview])
  }

  /// What happened in the review of a story, the oldest first.
  package func reviewEvents(ofStory story: Int) throws -> [ReviewEvent] {
    try session.rows(StoryTable.selectEvent + "WHERE story = ? ORDER BY number", [story], StoryTable.readEvent)
  }

  /// Adds an event of a story's review; its own number is not used. Returns the number that it got.
  @discardableResult
  package func add(_ event: ReviewEvent, ofStory story: Int) throws -> Int {
    let number = try session.number("SELECT max(seq) FROM sqlite_sequence WHERE name = 'review_event'") + 1
    touched.touch(new: .event(number))
    try session.run(
      """
      INSERT INTO review_event (number, story, kind, step, person, revision, hash, why, exempt, made)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """,
      [
        number, story, event.kind.rawValue, event.step, event.person.description, event.revision, event.hash,
        event.why, event.isExempt, Stored.instant(event.made),
      ])
    return number
  }
}
