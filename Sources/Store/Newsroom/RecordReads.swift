package import Foundation
package import Model

extension NewsroomLibrary {
  /// Lines of a file of the record that are read at once.
  package static let fileLinesMax = 1_000
  /// Lines of the record that the sheet of one story shows.
  private static let sheetLinesMax = 50_000

  /// A page of the record, the newest line first.
  ///
  /// - zone: that of the paper, in which a day begins and ends.
  package func record(_ query: RecordQuery, in zone: TimeZone) async throws -> RecordReading {
    try await storage.read { session in
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

  /// The next lines that a query finds, the newest first, at most `fileLinesMax`. Those before the last of them are the
  /// next piece: lines are only added, so that all pieces are the record as it was when the first was read.
  package func recordLines(_ query: RecordQuery, in zone: TimeZone) async throws -> [RecordLine] {
    try await storage.read { session in
      try RecordSelection(session: session, query: query, zone: zone).lines(limit: NewsroomLibrary.fileLinesMax)
    }
  }

  /// All that an inspector wants to see of the reviews of a story; nil when there is none, and for who may neither read
  /// the record nor see the story.
  package func reviewSheet(_ number: Int, for viewer: Viewer) async throws -> ReviewSheetReading? {
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
