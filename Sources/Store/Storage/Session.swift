import GRDB

/// A value bound to a statement: a text, a number, or null.
typealias Bound = (any DatabaseValueConvertible & Sendable)?

/// SQL in one transaction, on the driver's own thread. It is handed to a closure and never leaves it.
package struct Session {
  let database: Database

  /// Runs a statement that returns nothing.
  func run(_ sql: SQLText, _ values: [Bound] = []) throws {
    try database.cachedStatement(sql: sql.text).execute(arguments: Session.arguments(values))
  }

  /// All rows of a statement, each read at once.
  func rows<Value>(
    _ sql: SQLText, _ values: [Bound] = [], _ read: (inout Columns) throws -> Value
  ) throws -> [Value] {
    let statement = try database.cachedStatement(sql: sql.text)
    let cursor = try Row.fetchCursor(statement, arguments: Session.arguments(values))
    var found: [Value] = []
    while let row = try cursor.next() {
      var columns = Columns(row)
      found.append(try read(&columns))
    }
    return found
  }

  /// Gives the rows of a statement one after the other; none of them is kept.
  func each(_ sql: SQLText, _ values: [Bound] = [], _ take: (inout Columns) throws -> Void) throws {
    let statement = try database.cachedStatement(sql: sql.text)
    let cursor = try Row.fetchCursor(statement, arguments: Session.arguments(values))
    while let row = try cursor.next() {
      var columns = Columns(row)
      try take(&columns)
    }
  }

  /// The first row of a statement, nil when there is none.
  func first<Value>(
    _ sql: SQLText, _ values: [Bound] = [], _ read: (inout Columns) throws -> Value
  ) throws -> Value? {
    let statement = try database.cachedStatement(sql: sql.text)
    let cursor = try Row.fetchCursor(statement, arguments: Session.arguments(values))
    guard let row = try cursor.next() else { return nil }
    var columns = Columns(row)
    return try read(&columns)
  }

  /// Gives the whole numbers of a statement's only column, one after the other.
  func numbers(_ sql: SQLText, _ values: [Bound] = [], _ take: (Int) -> Void) throws {
    let statement = try database.cachedStatement(sql: sql.text)
    let cursor = try Int.fetchCursor(statement, arguments: Session.arguments(values))
    while let number = try cursor.next() { take(number) }
  }

  /// The one number of a statement that always has a row; 0 where it is null.
  func number(_ sql: SQLText, _ values: [Bound] = []) throws -> Int {
    try first(sql, values) { $0.optionalInteger() ?? 0 } ?? 0
  }

  private static func arguments(_ values: [Bound]) -> StatementArguments {
    StatementArguments(values.map { $0 as (any DatabaseValueConvertible)? })
  }
}

/// The columns of one row, read from left to right in the order of the statement.
struct Columns {
  private let row: Row
  private var index = 0

  init(_ row: Row) { self.row = row }

  mutating func text() -> String {
    defer { index += 1 }
    return row[index]
  }

  mutating func optionalText() -> String? {
    defer { index += 1 }
    return row[index]
  }

  mutating func integer() -> Int {
    defer { index += 1 }
    return row[index]
  }

  mutating func optionalInteger() -> Int? {
    defer { index += 1 }
    return row[index]
  }

  mutating func number() -> Double {
    defer { index += 1 }
    return row[index]
  }

  mutating func flag() -> Bool { integer() != 0 }

  /// The next column as it is stored; nil behind the last.
  mutating func stored() -> DatabaseValue? {
    guard index < row.count else { return nil }
    defer { index += 1 }
    return row[index]
  }
}
