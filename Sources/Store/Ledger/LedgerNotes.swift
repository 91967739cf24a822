package import Foundation
package import Model

extension Ledger {
  /// The notes of a story, the oldest first.
  package func notes(ofStory story: Int) throws -> [StoryNote] {
    try session.rows(
      """
      SELECT id, paragraph, quote, text, author, person, made, resolved, resolver FROM story_note
      WHERE story = ? ORDER BY made, id
      """, [story], NoteTable.read)
  }

  /// Adds a note.
  package func add(_ note: StoryNote, toStory story: Int) throws {
    try session.run(
      """
      INSERT INTO story_note (id, story, paragraph, quote, text, author, person, made) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
      """,
      [
        note.id.description, story, note.paragraph, note.quote, note.text, note.author, note.person?.description,
        Stored.instant(note.made),
      ])
  }

  /// Sets who resolved a note; nobody opens it again.
  package func resolve(_ note: ID<StoryNote>, by person: ID<Person>?, at now: Date) throws {
    try session.run(
      "UPDATE story_note SET resolved = ?, resolver = ? WHERE id = ?",
      [person.map { _ in Stored.instant(now) }, person?.description, note.description])
  }

  /// The copy that readers see under a serial; nil where none is public, or it is withdrawn.
  package func publicCopy(ofSerial serial: Int) throws -> Copy? {
    try session.first(
      """
      SELECT r.copy FROM public_article a JOIN revision r ON r.article = a.serial AND r.number = a.revision
      WHERE a.serial = ? AND a.withdrawn_on IS NULL
      """, [serial]
    ) { Copy(json: try JSON(text: $0.text())) }
  }

  /// Whether a story stands in an issue that is signed and waits for its minute.
  package func isScheduled(_ story: Story) throws -> Bool {
    guard let plan = story.place?.plan else { return false }
    return try session.number(
      "SELECT EXISTS (SELECT 1 FROM plan WHERE id = ? AND state = 'scheduled')", [plan.description]) == 1
  }

  /// A person by id; nil when there is none.
  package func person(_ id: ID<Person>) throws -> Person? {
    try session.first(PersonTable.select + "WHERE id = ?", [id.description], PersonTable.read)
  }
}

/// Notes on stories.
enum NoteTable {
  static func read(_ columns: inout Columns) throws -> StoryNote {
    let id = columns.text()
    guard let identity = ID<StoryNote>(id) else { throw Stored.broken("the id of a note", id) }
    return StoryNote(
      id: identity, paragraph: columns.optionalInteger(), quote: columns.text(), text: columns.text(),
      author: columns.text(), person: try columns.optionalText().map(Stored.person),
      made: Stored.date(columns.integer()), resolved: columns.optionalInteger().map(Stored.date),
      resolver: try columns.optionalText().map(Stored.person))
  }
}
