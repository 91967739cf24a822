import Foundation
package import Model

extension Library {
  static let countedSections: SQLText = """
    SELECT section, count(*) FROM public_article WHERE withdrawn_on IS NULL AND section <> '' GROUP BY section
    ORDER BY count(*) DESC, section
    """
  static let countedAuthors: SQLText = """
    SELECT w.name, count(*) FROM article_author w JOIN public_article a ON a.serial = w.article
    WHERE a.withdrawn_on IS NULL GROUP BY w.name ORDER BY count(*) DESC, w.name
    """
  static let countOfSection: SQLText =
    "SELECT count(*) FROM public_article WHERE section = ? AND withdrawn_on IS NULL"
  static let countOfAuthor: SQLText = """
    SELECT count(*) FROM article_author w JOIN public_article a ON a.serial = w.article
    WHERE w.name = ? AND a.withdrawn_on IS NULL
    """
  /// A day begins at most 14 hours before, and ends at most 36 hours after, its midnight in Greenwich.
  static let ledger: SQLText = """
    SELECT c.article, c.date, c.text, 0, c.ordinal, c.kind, (
      SELECT max(n.made) FROM notice n WHERE n.article = c.article AND n.kind = c.kind AND n.text = c.text
        AND n.made BETWEEN (unixepoch(c.date) - 50400) * 1000 AND (unixepoch(c.date) + 129600) * 1000)
    FROM correction c
    UNION ALL SELECT a.serial, a.withdrawn_on, a.withdrawn_reason, 1, 0, '', (
      SELECT w.made FROM withdrawal w WHERE w.article = a.serial AND w.date = a.withdrawn_on)
    FROM public_article a WHERE a.withdrawn_on IS NOT NULL
    ORDER BY 2 DESC, 7 DESC, 1 DESC, 4 DESC, 5 DESC LIMIT ?
    """

  /// The sections with their stories, the fullest first.
  package func sections() async throws -> [NameCount] { try await counted(Library.countedSections) }

  /// The people of the bylines, each by the one form of the name, who wrote most first.
  package func authors() async throws -> [NameCount] { try await counted(Library.countedAuthors) }

  /// A page of a section's stories, the newest issue first and within it in its order. Nil when there is no such page.
  package func section(_ name: String, page: Int) async throws -> ListReading? {
    try await list(name, page: page, count: Library.countOfSection, cards: CardTable.ofSection)
  }

  /// A page of an author's stories; the name in any form, as `Folding.name` makes one.
  package func author(_ name: String, page: Int) async throws -> ListReading? {
    try await list(Folding.name(name), page: page, count: Library.countOfAuthor, cards: CardTable.ofAuthor)
  }

  /// Corrections, replies and withdrawals, the newest first: all of them, or so many.
  package func corrections(limit: Int? = nil) async throws -> LedgerReading {
    try await storage.read { session in
      var cards = self.cards(session)
      let lines = try session.rows(Library.ledger, [limit.map { max(0, $0) } ?? -1]) { columns in
        let line = (
          serial: columns.integer(), date: columns.text(), text: columns.text(), isWithdrawal: columns.flag()
        )
        _ = columns.integer()
        let kind = CorrectionKind(rawValue: columns.text()) ?? .correction
        return (line, kind: kind, made: columns.optionalInteger().map(Stored.date))
      }
      return LedgerReading(
        entries: try lines.compactMap { line, kind, made in
          guard let card = try cards.card(line.serial) else { return nil }
          return LedgerEntry(
            story: card, date: try Stored.day(line.date), made: made, text: line.text,
            isWithdrawal: line.isWithdrawal, kind: kind)
        })
    }
  }

  private func counted(_ sql: SQLText) async throws -> [NameCount] {
    try await storage.read { session in
      try session.rows(sql) { NameCount(name: $0.text(), count: $0.integer()) }
    }
  }

  private func list(_ name: String, page: Int, count: SQLText, cards sql: SQLText) async throws -> ListReading? {
    guard (1...Int(Int32.max)).contains(page) else { return nil }
    return try await storage.read { session in
      let total = try session.number(count, [name])
      let pageCount = (total + ListReading.pageSize - 1) / ListReading.pageSize
      guard total > 0, page <= pageCount else { return nil }
      var cards = self.cards(session)
      let offset = (page - 1) * ListReading.pageSize
      let stories = try cards.cards(sql, [name, ListReading.pageSize, offset])
      return ListReading(name: name, stories: stories, page: page, pageCount: pageCount, total: total)
    }
  }
}
