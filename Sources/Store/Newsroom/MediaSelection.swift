import Foundation
import Model

/// Finds files of the library for one person, the newest first.
///
/// Who reads all copy sees every file; who does not, sees what they brought in themselves and what stands in the
/// stories that they see.
struct MediaSelection {
  /// Of a file's name: what stands behind its hash and the dot.
  static let picture: SQLText = "AND substr(n.media, 66) IN ('jpg', 'png', 'gif', 'webp')"

  private static let all: SQLText = "FROM media_note n WHERE 1 = 1"
  private static let own: SQLText = """
    FROM (
      SELECT media FROM media_note WHERE person = ?
      UNION SELECT m.media FROM story s JOIN story_media m ON m.story = s.number WHERE s.owner = ?
      UNION SELECT m.media FROM story s JOIN story_media m ON m.story = s.number WHERE s.holder = ?
    ) own CROSS JOIN media_note n ON n.media = own.media WHERE 1 = 1
    """
  private static let words: SQLText = """
    AND n.media IN (
      SELECT t.media FROM media_text t WHERE t.number IN (SELECT rowid FROM media_index WHERE media_index MATCH ?))
    """
  private static let allStories: SQLText = "SELECT story FROM story_media WHERE media = ? ORDER BY story DESC LIMIT ?"
  private static let ownStories: SQLText = """
    SELECT m.story FROM story_media m JOIN story s ON s.number = m.story
    WHERE m.media = ?1 AND (s.owner = ?3 OR s.holder = ?3) ORDER BY m.story DESC LIMIT ?2
    """

  let viewer: Viewer

  /// The files of a query, one more than a page at most; nil where nothing can be found.
  func page(_ query: MediaQuery) -> StorySelection.Part? {
    var part = sight
    if !query.text.isEmpty {
      guard let match = StorySelection.match(query.text, isOpen: true) else { return nil }
      part = part + StorySelection.Part(sql: MediaSelection.words, values: [match])
    }
    if query.isPicturesOnly { part.sql = part.sql + MediaSelection.picture }
    if let place = query.after.flatMap(MediaSelection.place) {
      part =
        part
        + StorySelection.Part(
          sql: "AND n.made <= ? AND (n.made < ? OR n.media > ?)", values: [place.made, place.made, place.name])
    }
    return part
      + StorySelection.Part(sql: "ORDER BY n.made DESC, n.media LIMIT ?", values: [MediaLibraryReading.itemsMax + 1])
  }

  /// One file by its name.
  func one(_ name: MediaName) -> StorySelection.Part {
    sight + StorySelection.Part(sql: "AND n.media = ?", values: [name.description])
  }

  /// The numbers of the stories that show a file, the newest first.
  func stories(of media: String) -> StorySelection.Part {
    let values: [Bound] = [media, LibraryItem.storiesMax]
    return viewer.seesAll
      ? StorySelection.Part(sql: MediaSelection.allStories, values: values)
      : StorySelection.Part(sql: MediaSelection.ownStories, values: values + [viewer.person.description])
  }

  /// What the next page's `after` is.
  static func cursor(_ item: LibraryItem) -> String { "\(Stored.instant(item.made))-\(item.media.name)" }

  private var sight: StorySelection.Part {
    guard !viewer.seesAll else {
      return StorySelection.Part(sql: LibraryTable.select + MediaSelection.all, values: [])
    }
    let me = viewer.person.description
    return StorySelection.Part(sql: LibraryTable.select + MediaSelection.own, values: [me, me, me])
  }

  private static func place(_ cursor: String) -> (made: Int, name: String)? {
    let parts = cursor.split(separator: "-", maxSplits: 1)
    guard parts.count == 2, let made = Int(parts[0]), MediaName(String(parts[1])) != nil else { return nil }
    return (made, String(parts[1]))
  }
}
