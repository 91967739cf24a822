import Model

/// Reads public pages and what stands on them.
struct PageTable {
  static let ofIssue: SQLText = """
    SELECT p.number, p.name, p.picture, p.pdf FROM page p WHERE p.issue = ? AND p.public = 1 ORDER BY p.number
    """
  static let placements: SQLText = """
    SELECT l.article, l.jump, l.hotspots, l.ordinal, a.page FROM placement l
    JOIN public_article a ON a.serial = l.article
    WHERE l.issue = ? AND l.page = ? ORDER BY l.ordinal > 0, a.position, a.serial
    """
  static let placementsOfIssue: SQLText = """
    SELECT l.article, l.page, l.jump, l.hotspots, l.ordinal FROM placement l
    JOIN public_article a ON a.serial = l.article
    WHERE l.issue = ? ORDER BY l.page, l.ordinal > 0, a.position, a.serial
    """
  static let ofArticle: SQLText = "SELECT page, jump, hotspots FROM placement WHERE article = ? ORDER BY ordinal"

  /// A story on a page, by serial.
  struct Placed {
    var serial: Int
    var hotspots: [Polygon]
    var jumpTo: Int?
    var jumpFrom: Int?
  }

  /// A story on a page of an issue; those of a page in its order.
  struct PlacedOfIssue {
    var serial: Int
    var page: Int
    var jump: Int?
    var hotspots: [Polygon]
    /// 0 on the story's own page.
    var ordinal: Int
  }

  let session: Session

  func heads(_ key: IssueKey, media: inout MediaTable) throws -> [PageHead] {
    let found = try session.rows(PageTable.ofIssue, [key.description]) { columns in
      (columns.integer(), columns.text(), columns.optionalText(), columns.optionalText())
    }
    return try found.map { number, name, picture, pdf in
      PageHead(
        number: number, name: name, picture: try picture.flatMap { try media.media($0) },
        pdf: try pdf.flatMap { try media.media($0) })
    }
  }

  /// The stories of a page in order: those that begin on it, then those that go on on it.
  func placed(_ key: IssueKey, page: Int) throws -> [Placed] {
    let found = try session.rows(PageTable.placements, [key.description, page]) { columns in
      let (serial, jump) = (columns.integer(), columns.optionalInteger())
      let placed = Placed(serial: serial, hotspots: try Stored.hotspots(columns.text()), jumpTo: jump)
      return (placed, ordinal: columns.integer(), own: columns.optionalInteger())
    }
    return try found.map { placed, ordinal, own in
      var placed = placed
      if ordinal > 0 { placed.jumpFrom = try placements(placed.serial).first { $0.jump == page }?.page ?? own }
      return placed
    }
  }

  /// Every story of every page of an issue, as `placed` orders them.
  func placed(_ key: IssueKey) throws -> [PlacedOfIssue] {
    try session.rows(PageTable.placementsOfIssue, [key.description]) { columns in
      let (serial, page, jump) = (columns.integer(), columns.integer(), columns.optionalInteger())
      return PlacedOfIssue(
        serial: serial, page: page, jump: jump, hotspots: try Stored.hotspots(columns.text()),
        ordinal: columns.integer())
    }
  }

  /// Where an article stands, its own page first.
  func placements(_ serial: Int) throws -> [Placement] {
    try session.rows(PageTable.ofArticle, [serial]) { columns in
      let (page, jump) = (columns.integer(), columns.optionalInteger())
      return Placement(page: page, hotspots: try Stored.hotspots(columns.text()), jump: jump)
    }
  }
}
