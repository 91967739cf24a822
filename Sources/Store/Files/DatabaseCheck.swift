import Model

/// What is wrong within a database, by itself.
enum DatabaseCheck {
  /// The most findings of one kind that are told.
  static let findingsMax = 1_000

  /// Damage, and rows that point to nothing.
  static func faults(_ session: Session) throws -> [StoreFinding] {
    let damage = try session.rows("PRAGMA integrity_check") { $0.text() }.filter { $0 != "ok" }
    let references = try session.rows("PRAGMA foreign_key_check") { columns in
      (table: columns.text(), row: columns.optionalInteger(), parent: columns.text())
    }
    return damage.map { text in
      StoreFinding(
        .database, place: Storage.fileName,
        Wording("The database is damaged: \(text). Restore a backup.", "数据库已损坏：\(text)。请用备份恢复。"))
    }
      + references.prefix(findingsMax).map { found in
        let row = found.row.map { " \($0)" } ?? ""
        return StoreFinding(
          .reference, place: found.table + row,
          Wording(
            "This row points to a row of \(found.parent) that is not there. Restore a backup.",
            "此行指向 \(found.parent) 中不存在的行。请用备份恢复。"))
      }
  }

  /// Revisions whose text is not what their hash says.
  static func texts(_ session: Session) throws -> [StoreFinding] {
    let wrong = try session.rows("SELECT article, number, copy, hash FROM revision") { columns in
      let (serial, number) = (columns.integer(), columns.integer())
      let actual = ContentHash.text(of: Array(columns.text().utf8))
      return actual == columns.text() ? nil : (serial, number)
    }
    return wrong.compactMap { $0 }.prefix(findingsMax).map { serial, number in
      StoreFinding(
        .changedText, place: "\(serial)",
        Wording(
          "Revision \(number) of this article is not what its hash says. Restore a backup.",
          "本稿第 \(number) 次修订的内容与其校验值不符。请用备份恢复。"))
    }
  }

  /// Old addresses that lead to nothing public yet.
  static func aliases(_ session: Session) throws -> [StoreFinding] {
    let answering = Set(try AliasTable(session: session).all().map(\.old))
    let all = try session.rows("SELECT original FROM alias ORDER BY path") { $0.text() }
    return all.filter { !answering.contains($0) }.prefix(findingsMax).map { old in
      StoreFinding(
        .waitingAlias, place: old,
        Wording("This old address leads to something that is not public yet.", "此旧网址指向尚未公开的内容。"))
    }
  }
}
