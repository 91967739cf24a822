import Model

/// Reads old addresses.
struct AliasTable {
  private static let columns: SQLText = "SELECT s.original, s.article, s.issue, s.media, a.issue, i.public FROM alias s"
  private static let tables: SQLText = """
    LEFT JOIN public_article a ON a.serial = s.article LEFT JOIN issue i ON i.key = s.issue
    """
  static let find: SQLText = columns + tables + "WHERE s.path = ?"
  static let all: SQLText = columns + tables + "ORDER BY s.path"

  let session: Session

  /// Where an old address leads now; nil when there is none, or only to what is not public.
  func destination(path: String) throws -> Destination? {
    guard let found = try session.first(AliasTable.find, [path], AliasTable.target) else { return nil }
    return try destination(found.target)
  }

  /// Every old address as it was given, with where it leads.
  func all() throws -> [(old: String, destination: Destination)] {
    try session.rows(AliasTable.all, [], AliasTable.target).compactMap { found in
      try destination(found.target).map { (found.old, $0) }
    }
  }

  private func destination(_ target: Destination?) throws -> Destination? {
    if case .media(let name)? = target {
      return try MediaTable(session: session).isShown(name.description) ? target : nil
    }
    return target
  }

  /// The target that a row names, where it is public; for a file that is still to be asked.
  private static func target(_ columns: inout Columns) throws -> (old: String, target: Destination?) {
    let old = columns.text()
    let (serial, issue, media) = (columns.optionalInteger(), columns.optionalText(), columns.optionalText())
    let (home, isPublic) = (columns.optionalText(), columns.optionalInteger())
    if let serial, let home { return (old, .article(serial: serial, day: try Stored.key(home).date)) }
    if let issue, isPublic == 1 { return (old, .issue(try Stored.key(issue))) }
    return (old, try media.map { .media(try Stored.media($0)) })
  }
}
