import Foundation
import GRDB
import Model
import TestSupport

@testable import Store

/// Somebody with the file of the database and no key: edits one row, with every trigger dropped and every check off.
struct Intruder {
  let session: Session

  /// A table with the columns that readers, signatures or the record depend on; nil for all of them.
  struct Table {
    let name: String
    var columns: [String]?
    var rows = "1"
    /// Whether one row more says nothing to readers, and under no signature.
    var mayGrow = false
  }

  static let tables: [Table] = [
    Table(name: "article"), Table(name: "revision"), Table(name: "article_media"), Table(name: "public_article"),
    Table(name: "placement"), Table(name: "article_author"), Table(name: "correction"), Table(name: "notice"),
    Table(name: "withdrawal"),
    Table(name: "search_text"), Table(name: "view_count", columns: ["stands", "base"]), Table(name: "issue"),
    Table(name: "page"), Table(name: "alias"), Table(name: "media"), Table(name: "rendition"),
    Table(name: "story", columns: ["id", "owner", "article", "public_revision"]),
    Table(
      name: "story_revision",
      rows: "EXISTS (SELECT 1 FROM review_event e WHERE e.story = story_revision.story "
        + "AND e.revision = story_revision.number)",
      mayGrow: true),
    Table(name: "review_event"), Table(name: "record"), Table(name: "record_seal"), Table(name: "record_head"),
  ]

  private var database: Database { session.database }

  init(session: Session) throws {
    self.session = session
    try database.execute(sql: "PRAGMA defer_foreign_keys = ON; PRAGMA ignore_check_constraints = ON")
    for name in try String.fetchAll(database, sql: "SELECT name FROM sqlite_schema WHERE type = 'trigger'") {
      try database.execute(sql: "DROP TRIGGER \(name)")
    }
  }

  /// Edits one row by chance; gives what was done, nil where nothing could be.
  func edit(_ dice: inout Dice) throws -> String? {
    if dice.once(in: 20) { return try editIndex(&dice) }
    let table = dice.one(of: Intruder.tables)
    guard let row = try row(of: table, &dice) else { return nil }
    do {
      switch dice.number(1...5) {
      case 1: return try delete(row, from: table)
      case 2 where !table.mayGrow: return try insert(row, into: table, &dice)
      default: return try update(row, of: table, &dice)
      }
    } catch let error as DatabaseError where error.resultCode == .SQLITE_CONSTRAINT {
      return nil
    }
  }

  private func row(of table: Table, _ dice: inout Dice) throws -> Row? {
    let from = "FROM \(table.name) WHERE \(table.rows)"
    let count = try Int.fetchOne(database, sql: "SELECT count(*) \(from)") ?? 0
    guard count > 0 else { return nil }
    return try Row.fetchOne(database, sql: "SELECT * \(from) LIMIT 1 OFFSET \(dice.number(0...(count - 1)))")
  }

  private func key(of table: Table) throws -> [String] {
    try String.fetchAll(
      database, sql: "SELECT name FROM pragma_table_info(?) WHERE pk > 0 ORDER BY pk", arguments: [table.name])
  }

  private func place(_ row: Row, _ table: Table) throws -> (sql: String, arguments: StatementArguments) {
    let key = try key(of: table)
    let condition = key.map { "\($0) = ?" }.joined(separator: " AND ")
    return (condition, StatementArguments(key.map { row[$0] as DatabaseValue }))
  }

  private func delete(_ row: Row, from table: Table) throws -> String {
    let place = try place(row, table)
    try database.execute(sql: "DELETE FROM \(table.name) WHERE \(place.sql)", arguments: place.arguments)
    return "deleted from \(table.name): \(row)"
  }

  private func update(_ row: Row, of table: Table, _ dice: inout Dice) throws -> String {
    let column = dice.one(of: table.columns ?? Array(row.columnNames))
    let type = try String.fetchOne(
      database, sql: "SELECT type FROM pragma_table_info(?) WHERE name = ?", arguments: [table.name, column])
    let new = Intruder.other(than: row[column], isText: type == "TEXT", &dice)
    let place = try place(row, table)
    try database.execute(
      sql: "UPDATE \(table.name) SET \(column) = ? WHERE \(place.sql)",
      arguments: StatementArguments([new]) + place.arguments)
    return "\(table.name).\(column): \(row[column] as DatabaseValue) became \(new) in \(row)"
  }

  private func insert(_ row: Row, into table: Table, _ dice: inout Dice) throws -> String {
    var values: [String: DatabaseValue] = [:]
    for (column, value) in row { values[column] = value }
    let unique = try key(of: table).suffix(1) + ["id", "file", "article"].filter { name in
      values[name] != nil && ["article", "issue", "story", "notice"].contains(table.name)
    }
    for column in unique {
      if let number = Int.fromDatabaseValue(values[column] ?? .null) {
        values[column] = (number + 1_000 + dice.number(0...9)).databaseValue
      } else {
        values[column] = Intruder.other(than: values[column] ?? .null, isText: true, &dice)
      }
    }
    let columns = values.keys.sorted()
    let marks = columns.map { _ in "?" }.joined(separator: ", ")
    try database.execute(
      sql: "INSERT INTO \(table.name) (\(columns.joined(separator: ", "))) VALUES (\(marks))",
      arguments: StatementArguments(columns.map { values[$0] ?? .null }))
    return "inserted into \(table.name): \(values)"
  }

  /// A word too many, or too few, in what the search finds.
  private func editIndex(_ dice: inout Dice) throws -> String? {
    guard let serial = try Int.fetchOne(database, sql: "SELECT serial FROM search_text ORDER BY serial LIMIT 1")
    else { return nil }
    guard dice.once(in: 2) else {
      try database.execute(sql: "INSERT INTO search_index (rowid, body) VALUES (?, '幽灵')", arguments: [serial])
      return "a ghost in the index of \(serial)"
    }
    guard let story = try session.first(SearchIndex.storedLines, [serial], SearchIndex.lines) else { return nil }
    let tokens = SearchEntry(story.lines).tokens
    try database.execute(
      sql: """
        INSERT INTO search_index (search_index, rowid, headline, kicker, subhead, bylines, body)
        VALUES ('delete', ?, ?, ?, ?, ?, ?)
        """, arguments: StatementArguments([serial.databaseValue] + tokens.map(\.databaseValue)))
    return "article \(serial) gone from the index"
  }

  private static func other(than value: DatabaseValue, isText: Bool, _ dice: inout Dice) -> DatabaseValue {
    guard isText else {
      guard let number = Int.fromDatabaseValue(value) else { return dice.number(0...9).databaseValue }
      return (number == 0 || number == 1 ? 1 - number : number + (dice.once(in: 2) ? 1 : -1)).databaseValue
    }
    guard let text = String.fromDatabaseValue(value) else { return "别".databaseValue }
    let others = [text + " ", text + "改", String(text.dropLast()), "1" + text.dropFirst(), ""].filter { $0 != text }
    return dice.one(of: others).databaseValue
  }

  /// Makes the links anew from a line on, as if nothing had happened.
  func rechain(from first: Int) throws {
    var previous =
      try session.first("SELECT chain FROM record WHERE number < ? ORDER BY number DESC LIMIT 1", [first]) { $0.text() }
      ?? ""
    for line in try session.rows(RecordTable.select + "WHERE number >= ? ORDER BY number", [first], RecordTable.read) {
      previous = RecordChain.link(line.record, number: line.number, after: previous)
      try session.run("UPDATE record SET chain = ? WHERE number = ?", [previous, line.number])
    }
  }

  /// Makes the last seal of a thing anew, and all that follows from it in the record. Gives the line of that seal.
  func reseal(_ unit: SealUnit) throws -> Int? {
    guard
      let line = try session.first(
        "SELECT max(record) FROM record_seal WHERE unit = ?", [unit.text], { $0.optionalInteger() }).flatMap({ $0 })
    else { return nil }
    let after = try SealDigest(session: session).of(unit)
    try session.run("UPDATE record_seal SET after = ? WHERE unit = ? AND record = ?", [after, unit.text, line])
    let hash = Seal.hash(of: try session.rows(SealTable.ofRecord, [line], SealTable.read))
    guard let record = try session.first(RecordTable.select + "WHERE number = ?", [line], RecordTable.read),
      case .object(var detail) = record.record.detail
    else { return nil }
    detail[Seal.detailKey] = .string(hash)
    try session.run("UPDATE record SET detail = ? WHERE number = ?", [JSON.object(detail).text, line])
    try rechain(from: line)
    return line
  }
}
