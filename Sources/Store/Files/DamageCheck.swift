import Model

extension Storage {
  /// The most findings that are told at a start.
  package static let damageMax = 10

  /// Looks whether every page of the database is built as it must be, without reading the texts: quick enough for each
  /// start, where `check` looks deeper. At most `damageMax` findings. Throws `StoreError` where the damage is such that
  /// the database cannot be read on.
  package func damage() async throws -> [StoreFinding] {
    try await read { session in
      let damage = try session.rows("PRAGMA quick_check(10)") { $0.text() }.filter { $0 != "ok" }
      return damage.prefix(Storage.damageMax).map { text in
        StoreFinding(
          .database, place: Storage.fileName,
          Wording(
            "The database is damaged: \(text). Stop the server, restore a backup.",
            "数据库已损坏：\(text)。请停止服务，用备份恢复。"))
      }
    }
  }
}
