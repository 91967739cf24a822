package import Foundation
package import Model

extension Ledger {
  /// What the newsroom says of a file; nil where it says nothing.
  package func mediaNote(_ name: MediaName) throws -> MediaNote? {
    try session.first(
      "SELECT title, alternative, caption, credit, focus_x, focus_y FROM media_note WHERE media = ?",
      [name.description], LibraryTable.readNote)
  }

  /// Sets what the newsroom says of a file. Who brought it in, and when, stays as it was first.
  package func set(_ note: MediaNote, of name: MediaName, by person: ID<Person>?, at now: Date) throws {
    try session.run(
      """
      INSERT INTO media_note (media, title, alternative, caption, credit, focus_x, focus_y, person, made)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (media) DO UPDATE SET title = excluded.title, alternative = excluded.alternative,
        caption = excluded.caption, credit = excluded.credit, focus_x = excluded.focus_x, focus_y = excluded.focus_y
      """,
      [
        name.description, note.title, note.alternative, note.caption, note.credit, note.focus.x, note.focus.y,
        person?.description, Stored.instant(now),
      ])
    try session.run(LibraryTable.keepTokens, [name.description, LibraryTable.tokens(note)])
  }
}

/// The newsroom's library of files.
enum LibraryTable {
  static let select: SQLText = """
    SELECT n.title, n.alternative, n.caption, n.credit, n.focus_x, n.focus_y, n.media, n.made,
      coalesce((SELECT p.name FROM person p WHERE p.id = n.person), '')
    """
  static let keepTokens: SQLText = """
    INSERT INTO media_text (media, tokens) VALUES (?, ?) ON CONFLICT (media) DO UPDATE SET tokens = excluded.tokens
    """

  /// What is looked for in a file: the words that the newsroom says of it.
  static func tokens(_ note: MediaNote) -> String {
    SearchTokens.text(of: [note.title, note.caption, note.credit, note.alternative])
  }

  static func readNote(_ columns: inout Columns) throws -> MediaNote {
    MediaNote(
      title: columns.text(), alternative: columns.text(), caption: columns.text(), credit: columns.text(),
      focus: Point(x: columns.number(), y: columns.number()))
  }
}
