import Model

/// Reads stored files, each at most once in its life.
struct MediaTable {
  static let find: SQLText = "SELECT bytes, width, height FROM media WHERE name = ?"
  static let renditions: SQLText = "SELECT name, bytes, width, height FROM rendition WHERE media = ?"
  /// Whether a file itself is shown: in the public text of a story that stands, on a public page, or behind an old
  /// address when no story or page has it for itself.
  static let isShown: SQLText = """
    SELECT EXISTS (
        SELECT 1 FROM article_media u JOIN public_article a ON a.serial = u.article AND a.revision = u.revision
        WHERE u.media = ?1 AND a.withdrawn_on IS NULL)
      OR EXISTS (SELECT 1 FROM page p WHERE p.picture = ?1 AND p.picture IS NOT NULL AND p.public = 1)
      OR EXISTS (SELECT 1 FROM page p WHERE p.pdf = ?1 AND p.pdf IS NOT NULL AND p.public = 1)
      OR (EXISTS (SELECT 1 FROM alias s WHERE s.media = ?1 AND s.media IS NOT NULL)
        AND NOT EXISTS (SELECT 1 FROM article_media u WHERE u.media = ?1)
        AND NOT EXISTS (SELECT 1 FROM page p WHERE p.picture = ?1 AND p.picture IS NOT NULL)
        AND NOT EXISTS (SELECT 1 FROM page p WHERE p.pdf = ?1 AND p.pdf IS NOT NULL))
    """
  static let wholes: SQLText = "SELECT DISTINCT media, bytes, width, height FROM rendition WHERE name = ?"
  static let all: SQLText = "SELECT name FROM media"
  static let isNamed: SQLText = "SELECT 1 FROM media WHERE name = ?1 UNION SELECT 1 FROM rendition WHERE name = ?1"
  static let developed: SQLText = "SELECT media FROM media_source WHERE source = ?"

  let session: Session
  private var known: [String: Media] = [:]

  init(session: Session) { self.session = session }

  mutating func media(_ name: String) throws -> Media? {
    if let media = known[name] { return media }
    let whole = try session.first(MediaTable.find, [name]) { columns in
      Media(
        name: try Stored.media(name), bytes: columns.integer(), width: columns.integer(), height: columns.integer())
    }
    guard let whole else { return nil }
    let renditions = whole.name.type.isPicture ? try renditions(of: name) : []
    let media = Media(
      name: whole.name, bytes: whole.bytes, width: whole.width, height: whole.height, renditions: renditions)
    known[name] = media
    return media
  }

  /// Those of the references that are stored, by name.
  mutating func media(_ names: [MediaReference]) throws -> [MediaName: Media] {
    var found: [MediaName: Media] = [:]
    for case .stored(let name) in names where found[name] == nil {
      found[name] = try media(name.description)
    }
    return found
  }

  func isShown(_ name: String) throws -> Bool { try session.number(MediaTable.isShown, [name]) == 1 }

  private func renditions(of name: String) throws -> [Rendition] {
    let found = try session.rows(MediaTable.renditions, [name]) { columns in
      Rendition(
        name: try Stored.media(columns.text()), bytes: columns.integer(), width: columns.integer(),
        height: columns.integer())
    }
    return found.sorted { ($0.name.type.rawValue, $0.width) < ($1.name.type.rawValue, $1.width) }
  }
}
