import Foundation
package import Model

extension NewsroomLibrary {
  /// One page of the library, the newest first. `text` is looked for in title, caption and credit as it was typed.
  package func mediaLibrary(text: String = "", after: String? = nil) async throws -> MediaLibraryReading {
    let text = String(text.prefix(StoryQuery.textMax))
    return try await storage.read { session in
      var condition: SQLText = "WHERE 1 = 1"
      var values: [Bound] = []
      if !text.isEmpty {
        condition = condition + "AND (instr(n.title, ?1) > 0 OR instr(n.caption, ?1) > 0 OR instr(n.credit, ?1) > 0)"
        values.append(text)
      }
      if let place = after.flatMap(NewsroomLibrary.place) {
        condition = condition + "AND (n.made, n.media) < (?, ?)"
        values += [place.made, place.name]
      }
      let sql: SQLText = LibraryTable.select + condition + "ORDER BY n.made DESC, n.media DESC LIMIT ?"
      let found = try items(
        try session.rows(sql, values + [MediaLibraryReading.itemsMax + 1], NewsroomLibrary.row), session)
      let shown = Array(found.prefix(MediaLibraryReading.itemsMax))
      return MediaLibraryReading(
        text: text, items: shown,
        next: found.count > shown.count
          ? shown.last.map { "\(Stored.instant($0.made))-\($0.media.name)" } : nil)
    }
  }

  /// One file of the library; nil where it is not there.
  package func libraryItem(_ name: MediaName) async throws -> LibraryItem? {
    try await storage.read { session in
      let rows = try session.rows(
        LibraryTable.select + "WHERE n.media = ?", [name.description], NewsroomLibrary.row)
      return try items(rows, session).first
    }
  }

  private struct Row {
    let note: MediaNote
    let media: String
    let made: Date
    let person: String
  }

  private static func row(_ columns: inout Columns) throws -> Row {
    let note = try LibraryTable.readNote(&columns)
    let media = columns.text()
    return Row(note: note, media: media, made: Stored.date(columns.integer()), person: columns.text())
  }

  private func items(_ rows: [Row], _ session: Session) throws -> [LibraryItem] {
    var table = MediaTable(session: session)
    return try rows.compactMap { row in
      guard let media = try table.media(row.media) else { return nil }
      let stories = try session.rows(
        "SELECT story FROM story_media WHERE media = ? ORDER BY story DESC LIMIT ?",
        [row.media, LibraryItem.storiesMax]
      ) { $0.integer() }
      return LibraryItem(media: media, note: row.note, person: row.person, made: row.made, stories: stories)
    }
  }

  private static func place(_ cursor: String) -> (made: Int, name: String)? {
    let parts = cursor.split(separator: "-", maxSplits: 1)
    guard parts.count == 2, let made = Int(parts[0]), MediaName(String(parts[1])) != nil else { return nil }
    return (made, String(parts[1]))
  }
}
