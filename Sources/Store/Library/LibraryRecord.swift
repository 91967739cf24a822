package import Model

extension Library {
  static let lastLine: SQLText = "SELECT number, chain FROM record ORDER BY number DESC LIMIT 1"

  /// The public side of the record: nothing in it says who did what.
  package func recordHeads() async throws -> RecordHeadsReading {
    try await storage.read { session in
      RecordHeadsReading(
        heads: try session.rows(HeadTable.newest, [RecordHeadsReading.headsMax], HeadTable.read),
        latest: try session.first(Library.lastLine) { ($0.integer(), $0.text()) })
    }
  }

  /// The stories of lists, only those that are what was signed where that is asked for.
  func cards(_ session: Session) -> CardTable { CardTable(session: session, views: views, verified: verified) }
}
