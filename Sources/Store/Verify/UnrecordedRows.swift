import Model

/// Finds rows of things that no act ever made.
struct UnrecordedRows {
  /// For each table the names of the things that its rows belong to, where no seal names them.
  static let tables: [(table: String, sql: SQLText)] = [
    ("article", named("SELECT 'article ' || serial AS unit FROM article")),
    ("revision", named("SELECT DISTINCT 'article ' || article AS unit FROM revision")),
    ("article_media", named("SELECT DISTINCT 'article ' || article AS unit FROM article_media")),
    ("public_article", named("SELECT 'article ' || serial AS unit FROM public_article")),
    ("placement", named("SELECT DISTINCT 'article ' || article AS unit FROM placement")),
    ("article_author", named("SELECT DISTINCT 'article ' || article AS unit FROM article_author")),
    ("correction", named("SELECT DISTINCT 'article ' || article AS unit FROM correction")),
    ("notice", named("SELECT DISTINCT 'article ' || article AS unit FROM notice")),
    ("withdrawal", named("SELECT 'article ' || article AS unit FROM withdrawal")),
    ("search_text", named("SELECT 'article ' || serial AS unit FROM search_text")),
    ("view_count", named("SELECT 'article ' || article AS unit FROM view_count")),
    ("issue", named("SELECT 'issue ' || key AS unit FROM issue")),
    ("page", named("SELECT DISTINCT 'issue ' || issue AS unit FROM page")),
    ("alias", named("SELECT DISTINCT 'issue ' || issue AS unit FROM alias WHERE issue IS NOT NULL")),
    (
      "alias",
      named(
        """
        SELECT DISTINCT 'issue ' || ifnull(b.issue, 'of article ' || s.article) AS unit
        FROM alias s LEFT JOIN article b ON b.serial = s.article WHERE s.article IS NOT NULL
        """)
    ),
    ("alias", named("SELECT DISTINCT 'media ' || media AS unit FROM alias WHERE media IS NOT NULL")),
    ("media", named("SELECT 'media ' || name AS unit FROM media")),
    ("rendition", named("SELECT DISTINCT 'media ' || media AS unit FROM rendition")),
    ("story", named("SELECT 'story ' || number AS unit FROM story")),
    ("review_event", named("SELECT 'event ' || number AS unit FROM review_event")),
    ("record_head", named("SELECT 'head ' || day AS unit FROM record_head")),
  ]

  let session: Session

  func run(into found: inout Verification) throws {
    for (table, sql) in UnrecordedRows.tables {
      try session.each(sql) { columns in
        let unit = columns.text()
        found.add(
          RecordFault(
            .unrecorded, place: unit,
            Wording(
              "The table \(table) holds rows of \(unit), which no line of the record made.",
              "表 \(table) 中有 \(unit) 的行，而记录中没有任何一条与之对应。")))
      }
    }
  }

  private static func named(_ units: SQLText) -> SQLText {
    "SELECT u.unit FROM (" + units
      + ") u WHERE NOT EXISTS (SELECT 1 FROM record_seal s WHERE s.unit = u.unit) ORDER BY u.unit"
  }
}
