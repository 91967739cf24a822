import Model

/// Whether every text is what its hash says, and every public one was signed: here, or elsewhere before it was filed.
struct SignedTexts {
  static let revisions: SQLText = "SELECT article, number, copy, hash FROM revision ORDER BY article, number"
  static let signed: SQLText = """
    SELECT r.story, r.number, r.copy, r.hash FROM story_revision r
    WHERE EXISTS (SELECT 1 FROM review_event e WHERE e.story = r.story AND e.revision = r.number)
      OR EXISTS (SELECT 1 FROM story s WHERE s.number = r.story AND s.public_revision = r.number)
    ORDER BY r.story, r.number
    """
  static let shown: SQLText = """
    SELECT a.serial, r.hash, r.made FROM public_article a
    JOIN revision r ON r.article = a.serial AND r.number = a.revision ORDER BY a.serial
    """
  /// The act that brought a revision: the first on its article at its time or later.
  static let bringing: SQLText = """
    SELECT r.number, r.act FROM record_seal s JOIN record r ON r.number = s.record
    WHERE s.unit = ? AND r.made >= ? ORDER BY s.record LIMIT 1
    """
  static let isSigned: SQLText = """
    SELECT EXISTS (
      SELECT 1 FROM story s JOIN review_event e ON e.story = s.number AND e.kind = 'approve' AND e.hash = ?2
      WHERE s.article = ?1)
    """
  /// Acts by which a text comes in that was signed elsewhere.
  private static let filing: Set<String> = [Act.importIssue.rawValue, SealAll.act]

  let session: Session

  func run(into found: inout Verification) throws {
    try checkTexts(SignedTexts.revisions, "article", &found)
    try checkTexts(SignedTexts.signed, "story", &found)
    try session.each(SignedTexts.shown) { columns in
      let (serial, hash, made) = (columns.integer(), columns.text(), columns.integer())
      found.articles += 1
      let act = try session.first(SignedTexts.bringing, [SealUnit.article(serial).text, made]) { columns in
        (line: columns.integer(), act: columns.text())
      }
      if let act, SignedTexts.filing.contains(act.act) {
        found.articlesFiled += 1
        return
      }
      if try session.number(SignedTexts.isSigned, [serial, hash]) == 1 { return }
      found.add(
        RecordFault(
          .unsigned, line: act?.line, place: "article \(serial)",
          Wording(
            "The text of article \(serial) that readers see was signed by nobody.",
            "稿件 \(serial) 公开的文本没有任何人签过。")))
    }
  }

  private func checkTexts(_ sql: SQLText, _ what: String, _ found: inout Verification) throws {
    try session.each(sql) { columns in
      let (owner, number) = (columns.integer(), columns.integer())
      guard ContentHash.text(of: Array(columns.text().utf8)) != columns.text() else { return }
      found.add(
        RecordFault(
          .text, place: "\(what) \(owner)",
          Wording(
            "Revision \(number) of \(what) \(owner) is not the text that its hash says.",
            "\(what) \(owner) 的第 \(number) 次修订与其校验值不符。")))
    }
  }
}
