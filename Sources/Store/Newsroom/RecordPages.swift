package import Foundation
package import Model

extension NewsroomLibrary {
  /// Lines of one file of the record; an inspector asks for a story, an issue or a day.
  package static let fileLinesMax = 50_000

  /// A page of the record, the newest line first. `zone` is that of the paper, by which days are told apart.
  package func record(_ query: RecordQuery, in zone: TimeZone) async throws -> RecordReading {
    try await storage.read { session in
      let found = try NewsroomLibrary.lines(query, zone, limit: RecordQuery.linesMax + 1, session)
      let shown = Array(found.prefix(RecordQuery.linesMax))
      let names = try NewsroomNames(session: session)
      return RecordReading(
        query: query, lines: shown, next: found.count > shown.count ? shown.last?.number : nil,
        people: try names.active(), head: try NewsroomLibrary.newestHead(session))
    }
  }

  /// All lines that a query asks for, the newest first, at most `fileLinesMax`.
  package func recordLines(_ query: RecordQuery, in zone: TimeZone) async throws -> [RecordLine] {
    try await storage.read {
      try NewsroomLibrary.lines(query, zone, limit: NewsroomLibrary.fileLinesMax, $0)
    }
  }

  /// The reviews of a story with its lines of the record; nil where there is none, or this person may not see it.
  package func reviewSheet(_ number: Int, for viewer: Viewer) async throws -> ReviewSheetReading? {
    guard let room = try await room(number, for: viewer) else { return nil }
    return try await storage.read { session in
      let lines = try NewsroomLibrary.lines(
        RecordQuery(story: number), .gmt, limit: NewsroomLibrary.fileLinesMax, session)
      return ReviewSheetReading(
        row: room.row, copy: room.copy, events: room.events, revisions: room.revisions, names: room.names,
        progress: room.progress, inPublic: room.inPublic, lines: lines.reversed())
    }
  }

  private static func lines(
    _ query: RecordQuery, _ zone: TimeZone, limit: Int, _ session: Session
  ) throws -> [RecordLine] {
    var condition: SQLText = "WHERE 1 = 1"
    var values: [Bound] = []
    func add(_ sql: SQLText, _ more: [Bound]) {
      condition = condition + sql
      values += more
    }
    if let story = query.story { add("AND subject = ?", ["story \(story)"]) }
    if let issue = query.issue { add("AND subject = ?", [issue.description]) }
    if let person = query.person { add("AND person = ?", [person.description]) }
    if let day = query.day {
      let start = Stored.instant(day.start(in: zone))
      add("AND made >= ? AND made < ?", [start, start + 86_400_000])
    }
    if let before = query.before { add("AND number < ?", [before]) }
    return try session.rows(
      RecordTable.select + condition + "ORDER BY number DESC LIMIT ?", values + [limit], RecordTable.read)
  }

  private static func newestHead(_ session: Session) throws -> RecordHead? {
    try session.first("SELECT day, number, chain, key, signature FROM record_head ORDER BY day DESC LIMIT 1") {
      RecordHead(
        day: try Stored.day($0.text()), number: $0.integer(), chain: $0.text(), key: $0.text(), signature: $0.text())
    }
  }
}
