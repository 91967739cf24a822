import Model

/// Reads and writes the folded views.
struct ViewTable {
  static let folded: SQLText = "SELECT article, folded FROM view_count WHERE folded > 0"
  static let known: SQLText = "SELECT article, base, stands FROM view_count ORDER BY article"
  static let knownOne: SQLText = "SELECT base, stands FROM view_count WHERE article = ?"
  static let foldedOf: SQLText = "SELECT folded FROM view_count WHERE article = ?"
  static let base: SQLText = "SELECT base FROM view_count WHERE article = ?"
  static let ofIssue: SQLText = """
    SELECT c.article, c.base FROM public_article a JOIN view_count c ON c.article = a.serial
    WHERE a.issue = ? AND c.stands = 1
    """
  static let mostRead: SQLText = """
    SELECT article, base FROM view_count WHERE stands = 1 AND base + folded > 0
    ORDER BY base + folded DESC, article DESC LIMIT ?
    """
  /// Hours after the first value, up to the second.
  static let mostReadLately: SQLText = """
    SELECT h.article, sum(h.count) FROM view_hour h WHERE h.hour > ?1 AND h.hour <= ?2 GROUP BY h.article
    HAVING (SELECT c.stands FROM view_count c WHERE c.article = h.article) = 1
    ORDER BY 2 DESC, 1 DESC LIMIT ?3
    """
  static let mostReadOfIssueLately: SQLText = """
    SELECT a.serial, sum(h.count) FROM public_article a
    CROSS JOIN view_count c ON c.article = a.serial
    CROSS JOIN view_hour h ON h.article = a.serial AND h.hour > ?1 AND h.hour <= ?2
    WHERE a.issue = ?4 AND c.stands = 1 GROUP BY a.serial ORDER BY 2 DESC, 1 DESC LIMIT ?3
    """
  static let hours: SQLText =
    "SELECT hour, count FROM view_hour WHERE article = ? AND hour > ? AND hour <= ? ORDER BY hour"
  /// Counts that are not the sum of their rows.
  static let unequal: SQLText = """
    SELECT c.article, c.folded, ifnull((SELECT sum(h.count) FROM view_hour h WHERE h.article = c.article), 0) AS total
    FROM view_count c WHERE c.folded <> total ORDER BY c.article
    """
  private static let raise: SQLText = "UPDATE view_count SET folded = ?2 WHERE article = ?1"
  private static let add: SQLText = """
    INSERT INTO view_hour (article, hour, count) VALUES (?1, ?2, ?3)
    ON CONFLICT (article, hour) DO UPDATE SET count = count + excluded.count
    """

  let session: Session

  func allFolded() throws -> [Int: Int] {
    let rows = try session.rows(ViewTable.folded) { ($0.integer(), $0.integer()) }
    return Dictionary(rows) { _, last in last }
  }

  /// Writes what is new in a count as views of an hour, and the count beside them. What the table has already is not
  /// written again. Gives how many views were new.
  func fold(_ serial: Int, count: Int, hour: Int) throws -> Int {
    guard let folded = try session.first(ViewTable.foldedOf, [serial], { $0.integer() }), count > folded else {
      return 0
    }
    try session.run(ViewTable.add, [serial, hour, count - folded])
    try session.run(ViewTable.raise, [serial, count])
    return count - folded
  }
}
