import Model

/// Reads public issues.
struct IssueTable {
  let session: Session

  /// The columns that `head` reads; `i` is the issue.
  static let columns: SQLText = """
    i.id, i.key, i.kind, i.number_first, i.number_last, i.total_first, i.total_last, i.title,
    (SELECT count(*) FROM page n WHERE n.issue = i.key AND n.public = 1), i.public
    """

  static let latest: SQLText =
    "SELECT" + columns + "FROM issue i WHERE i.public = 1 ORDER BY i.date DESC, i.key LIMIT 1"
  static let find: SQLText = "SELECT" + columns + "FROM issue i WHERE i.key = ? AND i.public = 1"
  static let newest: SQLText = "SELECT" + columns + "FROM issue i WHERE i.public = 1 ORDER BY i.date DESC, i.key"
  static let before: SQLText =
    "SELECT" + columns + "FROM issue i WHERE i.key < ? AND i.public = 1 ORDER BY i.key DESC LIMIT 1"
  static let after: SQLText =
    "SELECT" + columns + "FROM issue i WHERE i.key > ? AND i.public = 1 ORDER BY i.key LIMIT 1"
  static let years: SQLText =
    "SELECT DISTINCT CAST(substr(i.date, 1, 4) AS INTEGER) FROM issue i WHERE i.public = 1 ORDER BY 1"
  /// With the headline of its lead, or of its first story.
  static let ofYear: SQLText =
    "SELECT" + columns + """
      , (SELECT a.headline FROM public_article a WHERE a.issue = i.key AND a.withdrawn_on IS NULL
         ORDER BY a.lead DESC, a.position, a.serial LIMIT 1)
      FROM issue i WHERE i.public = 1 AND i.date BETWEEN ? AND ? ORDER BY i.date DESC, i.key
      """

  func latestHead() throws -> IssueHead? { try session.first(IssueTable.latest, [], IssueTable.head) }

  func head(_ key: IssueKey) throws -> IssueHead? {
    try session.first(IssueTable.find, [key.description], IssueTable.head)
  }

  func heads() throws -> [IssueHead] { try session.rows(IssueTable.newest, [], IssueTable.head) }

  func head(before key: IssueKey) throws -> IssueHead? {
    try session.first(IssueTable.before, [key.description], IssueTable.head)
  }

  func head(after key: IssueKey) throws -> IssueHead? {
    try session.first(IssueTable.after, [key.description], IssueTable.head)
  }

  func allYears() throws -> [Int] { try session.rows(IssueTable.years) { $0.integer() } }

  func entries(ofYear year: Int) throws -> [ArchiveEntry] {
    let digits = Day.padded(year, 4)
    return try session.rows(IssueTable.ofYear, ["\(digits)-01-01", "\(digits)-12-31"]) { columns in
      let head = try IssueTable.head(&columns)
      return ArchiveEntry(issue: head, lead: try columns.optionalText().map { try Stored.list($0) } ?? [])
    }
  }

  static func head(_ columns: inout Columns) throws -> IssueHead {
    let id = columns.text()
    let key = try Stored.key(columns.text())
    let kind = columns.text()
    guard let identity = ID<Issue>(id), let kind = IssueKind(rawValue: kind) else {
      throw Stored.broken("an issue", key.description)
    }
    return IssueHead(
      id: identity, key: key, date: key.date, kind: kind,
      number: Stored.range(first: columns.optionalInteger(), last: columns.optionalInteger()),
      total: Stored.range(first: columns.optionalInteger(), last: columns.optionalInteger()),
      title: columns.text(), pageCount: columns.integer(), isPublic: columns.flag())
  }
}
