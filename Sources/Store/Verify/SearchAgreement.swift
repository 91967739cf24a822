import GRDB
import GRDBSQLite
import Model

/// Whether the search finds exactly what stands in the texts: every token of the index, with its place, is added up for
/// each story and compared with the tokens of its lines.
struct SearchAgreement {
  static let lines: SQLText = "SELECT serial, headline, kicker, subhead, bylines, body FROM search_text ORDER BY serial"
  /// The columns of the index in the order of `SearchEntry.tokens`.
  private static let columns = ["headline", "kicker", "subhead", "bylines", "body"]

  let session: Session

  func run(into found: inout Verification) throws {
    var sums = try indexed()
    try session.each(SearchAgreement.lines) { columns in
      let story = SearchIndex.lines(&columns)
      var sum: UInt64 = 0
      for (column, text) in SearchEntry(story.lines).tokens.enumerated() {
        for (offset, token) in text.utf8.split(separator: 0x20).enumerated() {
          sum &+= SearchAgreement.mark(SearchAgreement.hash(token), column: column, offset: offset)
        }
      }
      if sums.removeValue(forKey: story.serial) ?? 0 != sum { found.add(SearchAgreement.fault(story.serial)) }
    }
    for serial in sums.keys.sorted() { found.add(SearchAgreement.fault(serial)) }
  }

  /// The sums of what the index holds, by story. It is read through the driver's own interface: there are millions of
  /// rows.
  private func indexed() throws -> [Int: UInt64] {
    try session.run("CREATE VIRTUAL TABLE temp.search_vocabulary USING fts5vocab(main, search_index, instance)")
    defer { try? session.run("DROP TABLE temp.search_vocabulary") }  // it goes with the connection
    let codes = Dictionary(uniqueKeysWithValues: SearchAgreement.columns.enumerated().map { ($1, $0) })
    var sums: [Int: UInt64] = [:]
    var statement: OpaquePointer?
    let sql = "SELECT term, doc, col, offset FROM temp.search_vocabulary"
    guard sqlite3_prepare_v2(session.database.sqliteConnection, sql, -1, &statement, nil) == SQLITE_OK else {
      throw Stored.broken("an index", "search_index")
    }
    defer { sqlite3_finalize(statement) }
    var result = sqlite3_step(statement)
    while result == SQLITE_ROW {
      let bytes = UnsafeBufferPointer(
        start: sqlite3_column_text(statement, 0), count: Int(sqlite3_column_bytes(statement, 0)))
      let column = sqlite3_column_text(statement, 2).flatMap { codes[String(cString: $0)] } ?? -1
      sums[Int(sqlite3_column_int64(statement, 1)), default: 0] &+= SearchAgreement.mark(
        SearchAgreement.hash(bytes), column: column, offset: Int(sqlite3_column_int64(statement, 3)))
      result = sqlite3_step(statement)
    }
    guard result == SQLITE_DONE else { throw Stored.broken("an index", "search_index") }
    return sums
  }

  /// FNV-1a.
  private static func hash(_ bytes: some Sequence<UInt8>) -> UInt64 {
    bytes.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01b3 }
  }

  /// A token at its place, so mixed that sums of them tell sets apart (the last steps of SplitMix64).
  private static func mark(_ token: UInt64, column: Int, offset: Int) -> UInt64 {
    var mixed = token &+ UInt64(bitPattern: Int64(column &* 1_000_003 &+ offset)) &* 0x9E37_79B9_7F4A_7C15
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  private static func fault(_ serial: Int) -> RecordFault {
    RecordFault(
      .search, place: "article \(serial)",
      Wording(
        "The search does not find article \(serial) by the words that stand in it.",
        "检索索引与稿件 \(serial) 的文字不符。"))
  }
}
