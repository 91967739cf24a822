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

  /// Writes the state of this moment to a new file, synced to the disk, without keeping writers waiting.
  func copy(to target: String) throws {
    try queue.writeWithoutTransaction { try $0.execute(sql: "VACUUM INTO ?", arguments: [target]) }
    try FileOnDisk.sync(target)
  }

  func close() throws { try queue.close() }
}
