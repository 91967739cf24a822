import Foundation
import GRDB
import Model

/// One step of the database's shape. Once released it is never edited.
struct Migration: Sendable {
  /// From 1, without gaps; the database keeps the last one done as its `user_version`.
  let number: Int
  let sql: SQLText
  /// What SQL alone cannot do, done after it in the same transaction.
  var fill: (@Sendable (Session) throws -> Void)?

  static let all = [first, search, views, newsroom, newsroomReads, mergedSearch]
}

/// Brings a database up to date, a transaction a migration, with a backup of the file before each one.
struct Migrator {
  /// In the site folder.
  static let backupFolderName = "backups"

  let pool: DatabasePool
  let folder: String
  let migrations: [Migration]

  func run() throws {
    let latest = migrations.last?.number ?? 0
    let version = try pool.read(Migrator.version)
    guard version <= latest else {
      throw StoreError(
        .version, "A later version of the program made this database (\(version), here \(latest)); use that one.",
        "此数据库由更新版本的程序建立（\(version)，此处为 \(latest)）；请用那个版本。", place: folder)
    }
    for migration in migrations where migration.number > version {
      if version > 0 { try backUp(before: migration) }
      try pool.writeWithoutTransaction { database in
        try database.inTransaction(.immediate) {
          // Another process may have been quicker.
          guard try Migrator.version(database) < migration.number else { return .rollback }
          try database.execute(sql: migration.sql.text)
          try migration.fill?(Session(database: database))
          try database.execute(sql: "PRAGMA user_version = \(migration.number)")
          return .commit
        }
      }
    }
  }

  private static func version(_ database: Database) throws -> Int {
    try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
  }

  /// Writes `backups/before-0002.db`; one that is there already is kept, since it is of the same state or an older one.
  private func backUp(before migration: Migration) throws {
    let backups = folder + "/" + Migrator.backupFolderName
    try FileManager.default.createDirectory(atPath: backups, withIntermediateDirectories: true)
    let digits = String(migration.number)
    let name = "before-" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    let path = "\(backups)/\(name).db"
    guard !FileManager.default.fileExists(atPath: path) else { return }
    let part = "\(backups)/\(name).\(UUID().uuidString).part"
    let live = try ReadOnlyDatabase(path: folder + "/" + Storage.fileName)
    try live.copy(to: part)
    try live.close()
    try FileOnDisk.move(part, to: path)
  }
}
