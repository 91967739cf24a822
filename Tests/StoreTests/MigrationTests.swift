import Foundation
import Model
import TestSupport
import Testing

@testable import Store

@Suite struct MigrationTests {
  private static let latest = Migration.all.count
  private static let next = Migration(
    number: latest + 1, sql: "CREATE TABLE later (number INTEGER PRIMARY KEY) STRICT;")
  private static let broken = Migration(
    number: latest + 2, sql: "CREATE TABLE half (number INTEGER PRIMARY KEY) STRICT; CREATE TABLE issue (key TEXT);")

  @Test func `a later migration is done after a backup of the file`() async throws {
    try await withTemporaryFolder { folder in
      try Storage.create(folder: folder)
      try await Storage(folder: folder).close()
      let storage = try await Storage.open(folder: folder, migrations: Migration.all + [MigrationTests.next])
      #expect(try await storage.read { try $0.number("SELECT count(*) FROM later") } == 0)
      let digits = Day.padded(MigrationTests.next.number, 4)
      let backup = try ReadOnlyDatabase(path: folder + "/backups/before-\(digits).db")
      #expect(try backup.read { try $0.number("PRAGMA user_version") } == MigrationTests.latest)
      #expect(try backup.read { try $0.number("SELECT count(*) FROM sqlite_schema WHERE name = 'later'") } == 0)
    }
  }

  @Test func `a migration that fails leaves the database as it was`() async throws {
    try await withTemporaryFolder { folder in
      try Storage.create(folder: folder)
      try await Storage(folder: folder).close()
      let migrations = Migration.all + [MigrationTests.next, MigrationTests.broken]
      let error = await #expect(throws: StoreError.self) {
        _ = try await Storage.open(folder: folder, migrations: migrations)
      }
      #expect(error?.code == .database)
      let storage = try await Storage.open(folder: folder, migrations: Migration.all + [MigrationTests.next])
      #expect(try await storage.read { try $0.number("PRAGMA user_version") } == MigrationTests.next.number)
      let half: SQLText = "SELECT count(*) FROM sqlite_schema WHERE name = 'half'"
      #expect(try await storage.read { try $0.number(half) } == 0)
    }
  }

  @Test func `a database of a later version is not opened`() async throws {
    try await withTemporaryFolder { folder in
      try Storage.create(folder: folder)
      try await Storage.open(folder: folder, migrations: Migration.all + [MigrationTests.next]).close()
      let error = await #expect(throws: StoreError.self) { _ = try await Storage(folder: folder) }
      #expect(error?.code == .version)
    }
  }

  @Test func `migrations are numbered from one without gaps`() {
    #expect(Migration.all.map(\.number) == Array(1...Migration.all.count))
  }

  /// RECORD=1 writes the file anew.
  @Test func `schema.sql shows the present shape of the database`() async throws {
    try await withTemporaryFolder { folder in
      try Storage.create(folder: folder)
      let storage = try await Storage(folder: folder)
      let statements = try await storage.read { session in
        let all: SQLText = """
          SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY tbl_name, type = 'trigger', rowid
          """
        return try session.rows(all) { $0.text() }
      }
      let shape = statements.filter { !$0.contains("sqlite_sequence") }.map { $0 + ";\n" }.joined(separator: "\n")
      let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent().path + "/../../Sources/Store/schema.sql"
      if ProcessInfo.processInfo.environment["RECORD"] == "1" {
        try shape.write(toFile: path, atomically: true, encoding: .utf8)
      }
      #expect(try String(contentsOfFile: path, encoding: .utf8) == shape)
    }
  }
}
