package import Model

extension Ledger {
  /// The last line by which each issue was filed before a line of the record, with the hash that it keeps.
  package func issuesFiled(before line: Int) throws -> [(key: IssueKey, line: Int, hash: String)] {
    let sql: SQLText = """
      SELECT subject, number, hash_after FROM record r WHERE act = 'import-issue' AND number < ?1 AND number = (
        SELECT max(q.number) FROM record q WHERE q.subject = r.subject AND q.act = 'import-issue' AND q.number < ?1)
      ORDER BY number
      """
    return try session.rows(sql, [line]) { columns in
      (key: try Stored.key(columns.text()), line: columns.integer(), hash: columns.text())
    }
  }

  /// Whether an issue, or an article of it, was changed by any act behind a line of the record.
  package func isTouched(_ key: IssueKey, after line: Int) throws -> Bool {
    let sql: SQLText = """
      SELECT EXISTS (SELECT 1 FROM record_seal WHERE unit = 'issue ' || ?1 AND record > ?2)
        OR EXISTS (
          SELECT 1 FROM article b JOIN record_seal s ON s.unit = 'article ' || b.serial AND s.record > ?2
          WHERE b.issue = ?1)
      """
    return try session.number(sql, [key.description, line]) == 1
  }
}
