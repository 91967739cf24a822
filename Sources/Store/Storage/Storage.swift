import Foundation
import GRDB
import Model

/// The database of a site: opens and migrates it, and gives transactions.
///
/// WAL with full synchronisation: what was answered as done survives a killed program and a power cut. Readers do not
/// wait for a writer, nor it for them, and several processes may have the same site open.
package struct Storage: Sendable {
  /// The database's file in the site folder.
  package static let fileName = "broadsheet.db"
  /// How long a writer waits for another process, in seconds.
  static let busySecondsMax = 30.0
  /// Connections that read at once.
  static let readersMax = 4
  /// How much of the database a connection keeps for itself, in KiB.
  static let pageCacheKibibytes = 512

  /// The site folder.
  package let folder: String
  /// Raised after each commit that raised the generation, also by other processes.
  package let generation: GenerationWord
  let pool: DatabasePool
  let searchFacts: SearchFactsKeeper

  /// Opens the site in a folder and brings its database up to date, after a backup of the file. Throws `StoreError`
  /// when there is none, when it cannot be opened, or when a later version of the program made it.
  package init(folder: String) async throws {
    self = try await Storage.open(folder: folder, migrations: Migration.all)
  }

  private init(folder: String, pool: DatabasePool) throws {
    self.folder = folder
    self.pool = pool
    searchFacts = SearchFactsKeeper()
    generation = try GenerationWord(folder: folder)
  }

  /// Makes the database and the media folder of a new site. The folder may exist; a database in it may not.
  package static func create(folder: String) throws {
    let path = folder + "/" + fileName
    guard !FileManager.default.fileExists(atPath: path) else {
      throw StoreError(
        .site, "This folder is a site already; choose another.", "此文件夹已经是站点；请另选一个。", place: folder)
    }
    do {
      try FileManager.default.createDirectory(
        atPath: folder + "/" + MediaFiles.folderName, withIntermediateDirectories: true)
      let pool = try connect(path)
      try Migrator(pool: pool, folder: folder, migrations: Migration.all).run()
      try pool.close()
    } catch {
      throw StoreError(
        .site, "The site cannot be made here; see that the folder can be written.", "无法在此建立站点；请检查文件夹能否写入。",
        place: folder, cause: error)
    }
  }

  static func open(folder: String, migrations: [Migration]) async throws -> Storage {
    let path = folder + "/" + fileName
    guard FileManager.default.fileExists(atPath: path) else {
      throw StoreError(
        .site, "This folder is no site; make one with `broadsheet init`.", "此文件夹不是站点；请用 broadsheet init 新建。",
        place: folder)
    }
    return try await Blocking.run {
      do {
        let pool = try connect(path)
        try Migrator(pool: pool, folder: folder, migrations: migrations).run()
        return try Storage(folder: folder, pool: pool)
      } catch let error as StoreError {
        throw error
      } catch {
        throw StoreError(
          .database,
          "The database cannot be opened; see that it can be read and written and that the disk has room, or restore a "
            + "backup.",
          "数据库无法打开；请检查能否读写、磁盘是否已满，或恢复备份。", place: path, cause: error)
      }
    }
  }

  /// Runs a closure in one transaction that only reads, on one state of the database.
  package func read<Value: Sendable>(_ body: @escaping @Sendable (Session) throws -> Value) async throws -> Value {
    try await told { try await pool.read { try body(Session(database: $0)) } }
  }

  /// Runs a closure in one transaction: all of it is done, or, when it throws, none. A generation that it raised is
  /// told to all processes before this returns.
  package func write<Value: Sendable>(_ body: @escaping @Sendable (Session) throws -> Value) async throws -> Value {
    let (value, number) = try await told {
      try await pool.write { database in
        let session = Session(database: database)
        return (try body(session), try session.number(Library.generationQuery))
      }
    }
    generation.raise(to: number)
    return value
  }

  /// Runs a closure in one transaction and takes all of it back, to learn what it would do.
  package func rehearse<Value: Sendable>(
    _ body: @escaping @Sendable (Session) throws -> Value
  ) async throws -> Value {
    try await told {
      try await pool.writeWithoutTransaction { database in
        var value: Value?
        try database.inTransaction(.immediate) {
          value = try body(Session(database: database))
          return .rollback
        }
        guard let value else {
          throw StoreError(.database, "The transaction was cut short.", "事务中断。", place: pool.path)
        }
        return value
      }
    }
  }

  /// Closes all connections. Whatever is asked afterwards throws.
  package func close() throws { try pool.close() }

  /// What the driver throws becomes an error of ours.
  func told<Value>(_ body: () async throws -> Value) async throws -> Value {
    do {
      return try await body()
    } catch let error as DatabaseError {
      let advice = Storage.advice(error)
      throw StoreError(.database, advice.english, advice.chinese, place: pool.path, cause: error)
    }
  }

  private static func advice(_ error: DatabaseError) -> Wording {
    switch error.resultCode {
    case .SQLITE_FULL: Wording("The disk is full; make room and do it again.", "磁盘已满；请腾出空间后重试。")
    case .SQLITE_BUSY, .SQLITE_LOCKED:
      Wording(
        "Another program is writing to this site for too long; do it again later.", "另一个程序长时间占用此站点；请稍后重试。")
    case .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_CANTOPEN:
      Wording("The database cannot be written; see who owns the site folder.", "数据库无法写入；请检查站点文件夹的属主。")
    case .SQLITE_CORRUPT, .SQLITE_NOTADB:
      Wording("The database is damaged; restore a backup.", "数据库已损坏；请恢复备份。")
    case .SQLITE_IOERR:
      Wording("The disk fails or is full; see to it and do it again.", "磁盘故障或已满；请处理后重试。")
    default: Wording("The database refused this; nothing was changed.", "数据库拒绝了此操作；没有任何改动。")
    }
  }

  private static func connect(_ path: String) throws -> DatabasePool {
    var configuration = Configuration()
    configuration.foreignKeysEnabled = true
    configuration.maximumReaderCount = readersMax
    configuration.busyMode = .timeout(busySecondsMax)
    configuration.prepareDatabase { database in
      SearchScore.register(in: database)
      // The system keeps the file in memory already, once for all connections.
      try database.execute(sql: "PRAGMA cache_size = -\(pageCacheKibibytes)")
    }
    let pool = try DatabasePool(path: path, configuration: configuration)
    // The pool itself sets NORMAL, which may lose the last transactions in a power cut.
    try pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = FULL") }
    return pool
  }
}
