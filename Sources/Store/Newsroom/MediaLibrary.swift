import Foundation
package import Model

extension NewsroomLibrary {
  /// One page of the library for one person, the newest first.
  package func mediaLibrary(_ query: MediaQuery = MediaQuery(), for viewer: Viewer) async throws -> MediaLibraryReading
  {
    let selection = MediaSelection(viewer: viewer)
    guard let page = selection.page(query) else { return MediaLibraryReading(text: query.text, items: [], next: nil) }
    return try await storage.read { session in
      let found = try items(page, selection, session)
      let shown = Array(found.prefix(MediaLibraryReading.itemsMax))
      return MediaLibraryReading(
        text: query.text, items: shown,
        next: found.count > shown.count ? shown.last.map(MediaSelection.cursor) : nil)
    }
  }

  /// One file of the library; nil where it is not there, or this person may not see it.
  package func libraryItem(_ name: MediaName, for viewer: Viewer) async throws -> LibraryItem? {
    let selection = MediaSelection(viewer: viewer)
    return try await storage.read { try items(selection.one(name), selection, $0).first }
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

  private func items(
    _ part: StorySelection.Part, _ selection: MediaSelection, _ session: Session
  ) throws -> [LibraryItem] {
    var table = MediaTable(session: session)
    return try session.rows(part.sql, part.values, NewsroomLibrary.row).compactMap { row in
      guard let media = try table.media(row.media) else { return nil }
      let stories = selection.stories(of: row.media)
      return LibraryItem(
        media: media, note: row.note, person: row.person, made: row.made,
        stories: try session.rows(stories.sql, stories.values) { $0.integer() })
    }
  }
}
