package import Model

extension Ledger {
  /// Keeps a file with its renditions, and what it was made from. What is known already stays as it is.
  package func add(_ media: Media, source: String) throws {
    let name = media.name.description
    try touch(.media(name))
    try session.run(
      "INSERT INTO media (name, bytes, width, height) VALUES (?, ?, ?, ?) ON CONFLICT (name) DO NOTHING",
      [name, media.bytes, media.width, media.height])
    for rendition in media.renditions {
      try session.run(
        """
        INSERT INTO rendition (media, name, bytes, width, height) VALUES (?, ?, ?, ?, ?)
        ON CONFLICT (media, name) DO NOTHING
        """, [name, rendition.name.description, rendition.bytes, rendition.width, rendition.height])
    }
    guard !source.isEmpty else { return }
    try session.run(
      """
      INSERT INTO media_source (source, media) VALUES (?, ?)
      ON CONFLICT (source) DO UPDATE SET media = excluded.media WHERE media <> excluded.media
      """, [source, name])
  }

  /// Whether a file is known, public or not.
  /// Whether a file of this name is known.
  package func has(_ name: MediaName) throws -> Bool {
    try session.number("SELECT EXISTS (SELECT 1 FROM media WHERE name = ?)", [name.description]) == 1
  }
}

/// Where an old address leads, public or not.
package enum AliasTarget: Sendable, Hashable {
  case article(Int)
  case issue(IssueKey)
  case media(MediaName)
}

extension Ledger {
  /// Where an old address leads; nil when it is free. It is compared as `Folding.path` makes it.
  package func alias(_ address: String) throws -> AliasTarget? {
    let sql: SQLText = "SELECT article, issue, media FROM alias WHERE path = ?"
    return try session.first(sql, [Folding.path(address)]) { columns in
      let (serial, issue, media) = (columns.optionalInteger(), columns.optionalText(), columns.optionalText())
      if let serial { return .article(serial) }
      if let issue { return .issue(try Stored.key(issue)) }
      return .media(try Stored.media(media ?? ""))
    }
  }

  /// An old address is sealed with the issue, or the file, that it leads to.
  private func touch(_ target: AliasTarget) throws {
    switch target {
    case .article(let serial):
      if let home = try home(ofSerial: serial) { try touch(.issue(home.issue.description)) }
    case .issue(let key): try touch(.issue(key.description))
    case .media(let name): try touch(.media(name.description))
    }
  }

  /// Lets an old address lead somewhere, whether or not it led elsewhere before.
  package func set(alias address: String, to target: AliasTarget) throws {
    for changed in [try alias(address), target] { try changed.map(touch) }
    var (article, issue, media): (Int?, String?, String?) = (nil, nil, nil)
    switch target {
    case .article(let serial): article = serial
    case .issue(let key): issue = key.description
    case .media(let name): media = name.description
    }
    try session.run(
      """
      INSERT INTO alias (path, original, article, issue, media) VALUES (?, ?, ?, ?, ?)
      ON CONFLICT (path) DO UPDATE
      SET original = excluded.original, article = excluded.article, issue = excluded.issue, media = excluded.media
      """, [Folding.path(address), address, article, issue, media])
  }
}
