package import Foundation
package import Model

/// A story as it is stored, public or not.
package struct KnownStory: Sendable, Equatable {
  package let serial: Int
  package var file: String
  /// Its place in the order of the issue as last filed, from 0.
  package var position: Int
  /// The number of its latest revision, with the hash of that copy.
  package var revision: Int
  package var hash: String
  /// What was last filed beside the copy, as JSON with sorted keys.
  package var filed: String
  /// Nil for a draft.
  package var face: KnownFace?
}

/// What of a story is public.
package struct KnownFace: Sendable, Equatable {
  package var revision: Int
  package var hash: String
  package var filed: String
  package var position: Int
  package var modified: Date
}

extension Ledger {
  /// The highest serial, which no database has.
  package static let serialMax = 999_999_999_999

  private static let columns: SQLText = """
    SELECT b.serial, b.file, b.position, b.revision, r.hash, b.filed, a.revision, s.hash, a.filed, a.position,
      a.modified
    FROM article b JOIN revision r ON r.article = b.serial AND r.number = b.revision
    LEFT JOIN public_article a ON a.serial = b.serial
    LEFT JOIN revision s ON s.article = a.serial AND s.number = a.revision
    """
  static let storiesOfIssue: SQLText = columns + "WHERE b.issue = ? ORDER BY b.serial"
  static let story: SQLText = columns + "WHERE b.serial = ?"

  /// The stories of an issue by serial.
  package func stories(of key: IssueKey) throws -> [KnownStory] {
    try session.rows(Ledger.storiesOfIssue, [key.description], Ledger.known)
  }

  static func known(_ columns: inout Columns) throws -> KnownStory {
    var story = KnownStory(
      serial: columns.integer(), file: columns.text(), position: columns.integer(), revision: columns.integer(),
      hash: columns.text(), filed: columns.text())
    if let revision = columns.optionalInteger(), let hash = columns.optionalText(),
      let filed = columns.optionalText(), let position = columns.optionalInteger(),
      let modified = columns.optionalInteger()
    {
      story.face = KnownFace(
        revision: revision, hash: hash, filed: filed, position: position, modified: Stored.date(modified))
    }
    return story
  }

  /// The issue and file of a serial; nil when it is free.
  package func home(ofSerial serial: Int) throws -> (issue: IssueKey, file: String)? {
    try session.first("SELECT issue, file FROM article WHERE serial = ?", [serial]) { columns in
      (issue: try Stored.key(columns.text()), file: columns.text())
    }
  }

  /// The serial of a file of an issue.
  package func serial(issue: IssueKey, file: String) throws -> Int? {
    try session.first("SELECT serial FROM article WHERE issue = ? AND file = ?", [issue.description, file]) {
      $0.integer()
    }
  }

  /// 0 when there is none.
  package func highestSerial() throws -> Int { try session.number("SELECT max(serial) FROM article") }

  /// Adds an article with its first revision.
  package func add(
    _ id: ID<Article>, serial: Int, issue: IssueKey, file: String, position: Int, filed: String,
    revision: NewRevision, made: Date
  ) throws {
    try touch(.article(serial))
    try session.run(
      "INSERT INTO article (serial, id, issue, file, position, revision, filed) VALUES (?, ?, ?, ?, ?, 1, ?)",
      [serial, id.description, issue.description, file, position, filed])
    try insert(revision, number: 1, of: serial, made: made)
  }

  /// Adds a revision and makes it the latest. Its number is one more than that of the latest before.
  package func add(_ revision: NewRevision, number: Int, of serial: Int, made: Date) throws {
    try touch(.article(serial))
    try insert(revision, number: number, of: serial, made: made)
    try session.run("UPDATE article SET revision = ? WHERE serial = ?", [number, serial])
  }

  /// Sets what was last filed beside the copy.
  package func setFiled(_ filed: String, of serial: Int) throws {
    try touch(.article(serial))
    try session.run("UPDATE article SET filed = ? WHERE serial = ?", [filed, serial])
  }

  /// Sets file names and places in the issue. Names may change places among each other: on the way each has a name
  /// that no file can have.
  package func arrange(_ stories: [(serial: Int, file: String, position: Int)]) throws {
    for story in stories {
      try touch(.article(story.serial))
      try session.run("UPDATE article SET file = char(1) || serial WHERE serial = ?", [story.serial])
    }
    for story in stories {
      try session.run(
        "UPDATE article SET file = ?, position = ? WHERE serial = ?", [story.file, story.position, story.serial])
    }
  }

  /// Sets the place of a public story in the order of its issue.
  package func setPublicPosition(_ position: Int, of serial: Int) throws {
    try touch(.article(serial))
    try session.run("UPDATE public_article SET position = ? WHERE serial = ?", [position, serial])
  }

  private func insert(_ revision: NewRevision, number: Int, of serial: Int, made: Date) throws {
    try session.run(
      "INSERT INTO revision (article, number, copy, hash, made) VALUES (?, ?, ?, ?, ?)",
      [serial, number, revision.text, revision.hash, Stored.instant(made)])
    for media in revision.media {
      try session.run(
        "INSERT INTO article_media (media, article, revision) VALUES (?, ?, ?)", [media.description, serial, number])
    }
  }
}

/// A state of a story's copy, to be kept for ever.
package struct NewRevision: Sendable {
  /// The copy as JSON.
  let text: String
  /// SHA-256 of the text.
  package let hash: String
  /// How deep its values lie in each other; what is deeper than `JSON.depthMax` could not be read again.
  package let depth: Int
  let media: Set<MediaName>

  /// The size of the copy as JSON.
  package var bytes: Int { text.utf8.count }

  package init(_ copy: Copy) {
    let json = copy.json
    text = json.text
    depth = NewRevision.depth(of: json)
    hash = ContentHash.text(of: Array(text.utf8))
    media = Set(copy.body.media.compactMap { if case .stored(let name) = $0 { name } else { nil } })
  }

  private static func depth(of json: JSON) -> Int {
    switch json {
    case .array(let values): 1 + (values.lazy.map(depth).max() ?? 0)
    case .object(let values): 1 + (values.values.lazy.map(depth).max() ?? 0)
    default: 0
    }
  }
}
