/// The rows of each kind of unit, column by column. What is listed here is what an edit of the database cannot change
/// unseen. A statement is never changed once released: a later one takes a new place in the digest.
enum SealParts {
  static func of(_ unit: SealUnit) -> [SQLText] {
    switch unit {
    case .article: article
    case .issue: issue
    case .media: media
    case .story: story
    case .event: event
    case .head: head
    }
  }

  static let article: [SQLText] = [
    "SELECT serial, id, issue, file, position, revision, filed FROM article WHERE serial = ?",
    "SELECT number, copy, hash, made FROM revision WHERE article = ? ORDER BY number",
    "SELECT media, revision FROM article_media WHERE article = ? ORDER BY revision, media",
    """
    SELECT issue, position, revision, filed, published, modified, withdrawn_on, withdrawn_reason, lead, kicker,
      headline, subhead, summary, bylines, source, section, keywords, language, shape, opening, picture,
      picture_alternative, page, views_base
    FROM public_article WHERE serial = ?
    """,
    "SELECT ordinal, issue, page, jump, hotspots FROM placement WHERE article = ? ORDER BY ordinal",
    "SELECT name FROM article_author WHERE article = ? ORDER BY name",
    "SELECT ordinal, date, text, kind FROM correction WHERE article = ? ORDER BY ordinal",
    """
    SELECT id, kind, text, due_issue, due_place, person, made, plan, page, published FROM notice WHERE article = ?
    ORDER BY made, id
    """,
    "SELECT headline, kicker, subhead, bylines, body FROM search_text WHERE serial = ?",
    "SELECT stands, base FROM view_count WHERE article = ?",
    "SELECT date, reason, plan, person, made FROM withdrawal WHERE article = ?",
  ]

  static let issue: [SQLText] = [
    """
    SELECT key, id, date, kind, number_first, number_last, total_first, total_last, title, public, rolled_back
    FROM issue WHERE key = ?
    """,
    "SELECT number, name, picture, pdf, public FROM page WHERE issue = ? ORDER BY number",
    "SELECT path, original, article, issue, media FROM alias WHERE issue = ? ORDER BY path",
    """
    SELECT s.path, s.original, s.article, s.issue, s.media FROM article b JOIN alias s ON s.article = b.serial
    WHERE b.issue = ? ORDER BY s.path
    """,
  ]

  static let media: [SQLText] = [
    "SELECT name, bytes, width, height FROM media WHERE name = ?",
    "SELECT name, bytes, width, height FROM rendition WHERE media = ? ORDER BY name",
    "SELECT path, original, article, issue, media FROM alias WHERE media = ? ORDER BY path",
  ]

  static let story: [SQLText] = [
    "SELECT number, id, owner, article, public_revision FROM story WHERE number = ?",
    """
    SELECT r.number, r.hash, r.characters, r.person, r.kind, r.why, r.made FROM story s
    JOIN story_revision r ON r.story = s.number AND r.number = s.public_revision WHERE s.number = ?
    """,
  ]

  /// The copy itself stands for its hash: `verify` makes it anew.
  static let event: [SQLText] = [
    """
    SELECT number, story, kind, step, person, revision, hash, why, exempt, made FROM review_event WHERE number = ?
    """,
    """
    SELECT r.story, r.number, r.hash, r.characters, r.person, r.kind, r.why, r.made FROM review_event e
    JOIN story_revision r ON r.story = e.story AND r.number = e.revision WHERE e.number = ?
    """,
  ]

  static let head: [SQLText] = ["SELECT day, number, chain, key, signature FROM record_head WHERE day = ?"]
}
