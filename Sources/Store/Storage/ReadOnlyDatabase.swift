import GRDB

/// A database file that is only looked at: a copy, or one out of a backup.
struct ReadOnlyDatabase {
  private let queue: DatabaseQueue

  init(path: String) throws {
    var configuration = Configuration()
    configuration.readonly = true
    queue = try DatabaseQueue(path: path, configuration: configuration)
  }

  func read<Value>(_ body: (Session) throws -> Value) throws -> Value {
    try queue.read { try body(Session(database: $0)) }
  }

  /// The same, with tables of its own beside those of the file, which go when it ends.
  func examine<Value>(_ body: (Session) throws -> Value) throws -> Value {
    try queue.writeWithoutTransaction { database in
      var value: Result<Value, any Error>?
      try database.inTransaction(.deferred) {
        value = Result { try body(Session(database: database)) }
        return .rollback
      }
      guard let value else { throw Stored.broken("a transaction", "") }
      return try value.get()
    }
  }

  /// Writes the state of this moment to a new file, synced to the disk, without keeping writers waiting.
  func copy(to target: String) throws {
    try queue.writeWithoutTransaction { try $0.execute(sql: "VACUUM INTO ?", arguments: [target]) }
    try FileOnDisk.sync(target)
  }

  func close() throws { try queue.close() }
}
