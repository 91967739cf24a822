package import Foundation
package import Model

/// The record as the newsroom reads it. Who may not read it is given nothing.
extension NewsroomLibrary {
  /// Lines of a file of values that are read at once.
  package static let recordRunMax = 1_000
  /// Lines that a sheet shows.
  static let sheetLinesMax = 500

  /// A page of the record; nil for who may not read it.
  ///
  /// - zone: that of the paper, in which a day begins and ends.
  package func record(_ query: RecordQuery, in zone: TimeZone, for viewer: Viewer) async throws -> RecordReading? {
    guard viewer.acts.contains(.readRecord) else { return nil }
    return try await storage.read { session in
      let found = try RecordSelection(session: session, query: query, zone: zone).lines(limit: RecordQuery.linesMax + 1)
      let lines = Array(found.prefix(RecordQuery.linesMax))
      return RecordReading(
        query: query, lines: lines, next: found.count > lines.count ? lines.last?.number : nil,
        people: try session.rows("SELECT id, name FROM person ORDER BY name, id") { columns in
          PersonName(id: try Stored.person(columns.text()), name: columns.text())
        },
        head: try session.first(HeadTable.newest, [1], HeadTable.read))
    }
  }

  /// The lines that a query finds as a file of values, the newest first, in runs of text that are never all in memory.
  /// Nothing is given to who may not read the record.
  package func recordCSV(
    _ query: RecordQuery, in zone: TimeZone, for viewer: Viewer, _ take: (String) async throws -> Void
  ) async throws {
    guard viewer.acts.contains(.readRecord) else { return }
    try await take(RecordCSV.head)
    var query = query
    while true {
      let lines = try await storage.read { [query] session in
        try RecordSelection(session: session, query: query, zone: zone).lines(limit: NewsroomLibrary.recordRunMax)
      }
      guard let last = lines.last else { return }
      try await take(lines.map { RecordCSV.row($0, in: zone) }.joined())
      query.before = last.number
    }
  }

  /// All that an inspector wants to see of the reviews of a story; nil when there is none, and for who may neither read
  /// the record nor see the story.
  package func reviewSheet(ofStory number: Int, for viewer: Viewer) async throws -> ReviewSheetReading? {
    try await storage.read { session in
      let ledger = Ledger(session: session)
      guard let story = try ledger.story(number), viewer.acts.contains(.readRecord) || viewer.sees(story),
        let latest = try ledger.revision(story.revision, ofStory: number)
      else { return nil }
      var names = try NewsroomNames(session: session)
      let events = try ledger.reviewEvents(ofStory: number)
      let lines = try RecordSelection(session: session, query: RecordQuery(story: number), zone: .gmt)
        .lines(limit: NewsroomLibrary.sheetLinesMax)
      return ReviewSheetReading(
        row: try names.row(story, steps(of: story)), copy: latest.copy, events: events,
        revisions: try NewsroomLibrary.heads(number, names, limit: NewsroomLibrary.revisionsChosenMax, session),
        names: names.people,
        progress: ReviewProgress(
          workflow: workflow(of: story), isImportant: story.isImportant, events: events),
        inPublic: try story.serial.flatMap { try NewsroomLibrary.inPublic($0, story, session) },
        lines: lines.reversed())
    }
  }
}

/// The statement of a query of the record. What is about a story or an issue is found by its name, and by the seals of
/// acts that changed it with others.
struct RecordSelection {
  let session: Session
  let query: RecordQuery
  let zone: TimeZone

  static let aboutStory: SQLText = """
    AND number IN (
      SELECT number FROM record WHERE subject = ? UNION SELECT record FROM record_seal WHERE unit = ?
      UNION SELECT s.record FROM story t JOIN record_seal s ON s.unit = 'article ' || t.article WHERE t.number = ?)
    """
  static let aboutIssue: SQLText = """
    AND number IN (SELECT number FROM record WHERE subject = ? UNION SELECT record FROM record_seal WHERE unit = ?)
    """
  static let ofPerson: SQLText = "AND number IN (SELECT number FROM record WHERE person = ?)"
  static let ofDay: SQLText = "AND number IN (SELECT number FROM record WHERE made >= ? AND made < ?)"

  /// The newest first.
  func lines(limit: Int) throws -> [RecordLine] {
    let (sql, values) = statement
    return try session.rows(sql + "ORDER BY number DESC LIMIT ?", values + [limit], RecordTable.read)
  }

  var statement: (sql: SQLText, values: [Bound]) {
    var (sql, values): (SQLText, [Bound]) = (RecordTable.select + "WHERE number < ?", [query.before ?? Int.max])
    if let story = query.story {
      sql = sql + RecordSelection.aboutStory
      values += ["story \(story)", SealUnit.story(story).text, story]
    }
    if let issue = query.issue {
      sql = sql + RecordSelection.aboutIssue
      values += [issue.description, SealUnit.issue(issue.description).text]
    }
    if let person = query.person {
      sql = sql + RecordSelection.ofPerson
      values.append(person.description)
    }
    if let day = query.day {
      sql = sql + RecordSelection.ofDay
      values += [Stored.instant(day.start(in: zone)), Stored.instant(day.next.start(in: zone))]
    }
    return (sql, values)
  }
}
