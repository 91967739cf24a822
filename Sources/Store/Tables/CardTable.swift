import Model

/// Reads public stories as they stand in lists. Of a withdrawn one only the head is given, never text or picture.
struct CardTable {
  let session: Session
  private let views: ViewCounters?
  private let verified: VerifiedArticles?
  private var media: MediaTable

  /// - views: what was counted; it is added to the base of each story.
  /// - verified: what is not what the record says is left out; nil gives all.
  init(session: Session, views: ViewCounters?, verified: VerifiedArticles? = nil) {
    self.session = session
    self.views = views
    self.verified = verified
    media = MediaTable(session: session)
  }

  /// The columns that `card` reads but the opening; `a` is the public article.
  private static let head: SQLText = """
    SELECT a.serial, a.published, a.modified, a.kicker, a.headline, a.subhead, a.summary, a.bylines, a.source,
      a.section, a.keywords, a.language, a.lead, a.shape, a.picture, a.picture_alternative, a.page, ifnull(p.name, ''),
      a.views_base, a.withdrawn_on, a.withdrawn_reason,
    """ + IssueTable.columns
  private static let tables: SQLText = """
    FROM public_article a JOIN issue i ON i.key = a.issue
    LEFT JOIN page p ON p.issue = a.issue AND p.number = a.page
    """
  private static let full: SQLText = head + ", a.opening" + tables
  /// Without the opening, for lists that show headlines alone.
  private static let brief: SQLText = head + ", ''" + tables

  static let find: SQLText = full + "WHERE a.serial = ?"
  static let ofIssue: SQLText = full + "WHERE a.issue = ? ORDER BY a.position, a.serial"
  static let ofPage: SQLText =
    brief + """
      JOIN placement l ON l.article = a.serial
      WHERE l.issue = ?1 AND l.page = ?2 AND a.serial <> ?3 AND a.withdrawn_on IS NULL
      ORDER BY l.ordinal > 0, a.position, a.serial LIMIT 20
      """
  static let before: SQLText =
    brief + """
      WHERE a.issue = ?1 AND (a.position, a.serial) < (?2, ?3) AND a.withdrawn_on IS NULL
      ORDER BY a.position DESC, a.serial DESC LIMIT 1
      """
  static let after: SQLText =
    brief + """
      WHERE a.issue = ?1 AND (a.position, a.serial) > (?2, ?3) AND a.withdrawn_on IS NULL
      ORDER BY a.position, a.serial LIMIT 1
      """
  // Which stories are shown is found among narrow rows first.
  static let ofSection: SQLText =
    full + """
      WHERE a.serial IN (
        SELECT b.serial FROM public_article b WHERE b.section = ? AND b.withdrawn_on IS NULL
        ORDER BY b.issue DESC, b.position, b.serial LIMIT ? OFFSET ?)
      ORDER BY a.issue DESC, a.position, a.serial
      """
  static let ofAuthor: SQLText =
    full + """
      WHERE a.serial IN (
        SELECT b.serial FROM article_author w JOIN public_article b ON b.serial = w.article
        WHERE w.name = ? AND b.withdrawn_on IS NULL ORDER BY b.issue DESC, b.position, b.serial LIMIT ? OFFSET ?)
      ORDER BY a.issue DESC, a.position, a.serial
      """
  static let newest: SQLText =
    full + """
      WHERE a.withdrawn_on IS NULL ORDER BY a.published DESC, a.issue DESC, a.position, a.serial LIMIT ?
      """
  static let newestOfSection: SQLText =
    full + """
      WHERE a.serial IN (
        SELECT b.serial FROM public_article b WHERE b.section = ? AND b.withdrawn_on IS NULL
        ORDER BY b.published DESC, b.issue DESC, b.position, b.serial LIMIT ?)
      ORDER BY a.published DESC, a.issue DESC, a.position, a.serial
      """
  static let newestOfAuthor: SQLText =
    full + """
      WHERE a.serial IN (
        SELECT b.serial FROM article_author w JOIN public_article b ON b.serial = w.article
        WHERE w.name = ? AND b.withdrawn_on IS NULL
        ORDER BY b.published DESC, b.issue DESC, b.position, b.serial LIMIT ?)
      ORDER BY a.published DESC, a.issue DESC, a.position, a.serial
      """
  static let standingOfIssue: SQLText =
    full + """
      WHERE a.issue = ? AND a.withdrawn_on IS NULL ORDER BY a.position, a.serial LIMIT ?
      """
  /// Null lets all through.
  static let bySerial: SQLText =
    full + """
      WHERE a.serial > ?1 AND a.withdrawn_on IS NULL
        AND (?2 IS NULL OR a.section = ?2) AND (?3 IS NULL OR substr(a.issue, 1, 4) = ?3)
        AND (?4 IS NULL OR EXISTS (SELECT 1 FROM article_author w WHERE w.name = ?4 AND w.article = a.serial))
      ORDER BY a.serial LIMIT ?5
      """

  /// The serials as a list in JSON; in any order.
  static let found: SQLText = brief + "WHERE a.serial IN (SELECT value FROM json_each(?)) AND a.withdrawn_on IS NULL"

  mutating func card(_ serial: Int) throws -> StoryCard? { try cards(CardTable.find, [serial]).first }

  /// The stories of a statement that selects the columns of `full` or `brief`.
  mutating func cards(_ sql: SQLText, _ values: [Bound]) throws -> [StoryCard] {
    let found = try session.rows(sql, values, CardTable.card).filter { try isGiven($0.0) }
    return try found.map { card, picture in
      var card = card
      card.views += views?.counted(card.serial) ?? 0
      card.picture = try picture.flatMap { try media.media($0) }
      return card
    }
  }

  /// The same without their pictures.
  func plainCards(_ sql: SQLText, _ values: [Bound]) throws -> [StoryCard] {
    try session.rows(sql, values, CardTable.card).filter { try isGiven($0.0) }.map { card, _ in
      var card = card
      card.views += views?.counted(card.serial) ?? 0
      return card
    }
  }

  private func isGiven(_ card: StoryCard) throws -> Bool {
    guard let verified else { return true }
    return try verified.holds(card.serial, session)
  }

  private static func card(_ columns: inout Columns) throws -> (StoryCard, picture: String?) {
    let (serial, published, modified) = (columns.integer(), columns.integer(), columns.integer())
    let (kicker, headline, subhead) = (columns.text(), try Stored.list(columns.text()), columns.text())
    let (summary, bylines, source) = (columns.text(), try Stored.bylines(columns.text()), columns.text())
    let (section, keywords, language) = (columns.text(), try Stored.list(columns.text()), columns.text())
    let (isLead, shape) = (columns.flag(), StoryShape(rawValue: columns.text()) ?? .news)
    let (picture, alternative) = (columns.optionalText(), columns.text())
    let (page, pageName, views) = (columns.optionalInteger(), columns.text(), columns.integer())
    let withdrawal = try CardTable.withdrawal(date: columns.optionalText(), reason: columns.optionalText())
    let issue = try IssueTable.head(&columns)
    let stands = withdrawal == nil
    let opening = stands ? try Stored.blocks(columns.text()) : []
    let card = StoryCard(
      serial: serial, day: issue.date, published: Stored.date(published), modified: Stored.date(modified),
      kicker: kicker, headline: headline, subhead: subhead, summary: stands ? summary : "", bylines: bylines,
      source: source, section: section, keywords: keywords, language: language, isLead: isLead,
      shape: stands ? shape : .news, opening: opening, pictureAlternative: stands ? alternative : "",
      pageNumber: page, pageName: pageName, issue: issue, views: views, withdrawal: withdrawal)
    return (card, stands ? picture : nil)
  }

  static func withdrawal(date: String?, reason: String?) throws -> Withdrawal? {
    guard let date, let reason else { return nil }
    return Withdrawal(date: try Stored.day(date), reason: reason)
  }
}
