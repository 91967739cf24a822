import Foundation
import TestSupport
import Testing

@testable import Store

@Suite struct StorageTests {
  @Test func `a new site has no issue`() async throws {
    try await withTemporaryFolder { folder in
      try Storage.create(folder: folder + "/site")
      let library = Library(storage: try await Storage(folder: folder + "/site"))
      #expect(try await library.latestIssue() == nil)
      #expect(try await library.archive(year: nil) == nil)
      #expect(try await library.generation() == 0)
    }
  }

  @Test func `a site is not made twice in one folder`() async throws {
    try await withTemporaryFolder { folder in
      try Storage.create(folder: folder)
      let error = #expect(throws: StoreError.self) { try Storage.create(folder: folder) }
      #expect(error?.code == .site)
    }
  }

  @Test func `a folder without a database is no site`() async throws {
    try await withTemporaryFolder { folder in
      let error = await #expect(throws: StoreError.self) { _ = try await Storage(folder: folder) }
      #expect(error?.code == .site)
    }
  }

  @Test func `a file that is no database is refused with its place`() async throws {
    try await withTemporaryFolder { folder in
      try Data("this is no database, however long it goes on".utf8).write(
        to: URL(fileURLWithPath: folder + "/" + Storage.fileName))
      let error = await #expect(throws: StoreError.self) { _ = try await Storage(folder: folder) }
      #expect(error?.code == .database)
      #expect(error?.place == folder + "/" + Storage.fileName)
    }
  }

  @Test func `a transaction that throws leaves nothing`() async throws {
    struct Stop: Error {}
    try await withTemporaryFolder { folder in
      try Storage.create(folder: folder)
      let storage = try await Storage(folder: folder)
      await #expect(throws: Stop.self) {
        try await storage.write { session in
          try session.run("UPDATE generation SET number = 7")
          throw Stop()
        }
      }
      #expect(try await Library(storage: storage).generation() == 0)
    }
  }

  @Test func `what is written is synced to the disk, with foreign keys and a log`() async throws {
    try await withTemporaryFolder { folder in
      try Storage.create(folder: folder)
      let storage = try await Storage(folder: folder)
      let settings = try await storage.write { session in
        [
          try session.first("PRAGMA synchronous") { "\($0.integer())" },
          try session.first("PRAGMA foreign_keys") { "\($0.integer())" },
          try session.first("PRAGMA journal_mode") { $0.text() },
        ]
      }
      #expect(settings == ["2", "1", "wal"])
    }
  }

  @Test func `a second server is refused until the first lets go`() async throws {
    try await withTemporaryFolder { folder in
      let lock = try SiteLock.take(folder: folder)
      let error = #expect(throws: StoreError.self) { try SiteLock.take(folder: folder) }
      #expect(error?.code == .locked)
      lock.release()
      try SiteLock.take(folder: folder).release()
    }
  }

  @Test func `the record and revisions refuse to be changed`() async throws {
    try await withTemporaryFolder { folder in
      try Storage.create(folder: folder)
      let storage = try await Storage(folder: folder)
      let insert: SQLText = """
        INSERT INTO record (made, actor, act, subject, hash_before, hash_after, why, detail)
        VALUES (0, 'a', 'b', '', NULL, hex(zeroblob(32)), '', '{}')
        """
      try await storage.write { try $0.run(insert) }
      let statements: [SQLText] = ["UPDATE record SET why = 'other'", "DELETE FROM record"]
      for statement in statements {
        let error = await #expect(throws: StoreError.self) { try await storage.write { try $0.run(statement) } }
        #expect(error?.code == .database)
      }
    }
  }
}
