import Foundation
import Model
import Newsroom
import TestSupport
import Testing

@testable import Store

@Suite struct RecordReadTests {
  private static let reader = Viewer(person: ID(raw: UUID()), acts: [.readRecord], sections: [])

  @Test func `what a filter of the record finds is what a look through all of it finds`() async throws {
    try await holds(rounds: 2) { dice in
      try await Chronicle.with { chronicle in
        for _ in 0..<60 { try await chronicle.act(&dice) }
        let newsroom = NewsroomLibrary(storage: chronicle.storage)
        let all = try await lines(RecordQuery(), newsroom)
        #expect(all.map(\.number) == Array((1...all.count).reversed()))
        for line in dice.some(10...20, { $0.one(of: all) }) {
          let day = Day(line.record.made, in: Chronicle.zone)
          let ofDay = all.filter { Day($0.record.made, in: Chronicle.zone) == day }
          #expect(try await lines(RecordQuery(day: day), newsroom) == ofDay, "\(dice)")
          if let person = line.record.person {
            let own = all.filter { $0.record.person == person }
            #expect(try await lines(RecordQuery(person: person), newsroom) == own, "\(dice)")
            let both = own.filter { ofDay.contains($0) }
            #expect(try await lines(RecordQuery(person: person, day: day), newsroom) == both, "\(dice)")
          }
          if let number = line.record.subject.hasPrefix("story ") ? Int(line.record.subject.dropFirst(6)) : nil {
            let found = try await lines(RecordQuery(story: number), newsroom)
            #expect(all.filter { $0.record.subject == "story \(number)" }.allSatisfy(found.contains), "\(dice)")
            let sheet = try #require(try await newsroom.reviewSheet(ofStory: number, for: RecordReadTests.reader))
            #expect(sheet.lines == found.reversed() && sheet.row.story.number == number, "\(dice)")
          }
        }
      }
    }
  }

  @Test func `who may not read the record is given nothing of it`() async throws {
    try await Shop.with { shop in
      var dice = Dice(seed: 1)
      try await shop.file(dice.manuscript())
      let newsroom = NewsroomLibrary(storage: shop.storage)
      let other = Viewer(person: ID(raw: UUID()), acts: [.read], sections: [])
      #expect(try await newsroom.record(RecordQuery(), in: .gmt, for: other) == nil)
      let text = try await csv(newsroom, other)
      #expect(text.isEmpty)
      #expect(try await newsroom.reviewSheet(ofStory: 1, for: RecordReadTests.reader) == nil)
    }
  }

  @Test func `a file of values has a line for each line, in runs`() async throws {
    try await Shop.with { shop in
      let count = NewsroomLibrary.recordRunMax + 7
      try await shop.storage.write { session in
        let ledger = Ledger(session: session)
        for number in 1...count {
          try ledger.record(
            Record(
              made: Date(timeIntervalSince1970: Double(number)), actor: "=1+1", act: "note", subject: "a,\"b\"\nc",
              hashBefore: nil, hashAfter: ContentHash().text, why: "", detail: .object([:])))
        }
      }
      let text = try await csv(NewsroomLibrary(storage: shop.storage), RecordReadTests.reader)
      #expect(text.hasPrefix("\u{FEFF}number,made,"))
      #expect(text.components(separatedBy: "\r\n").count == count + 2)
      #expect(text.contains("\r\n1,1970-01-01T00:00:01.000Z,'=1+1,,,note,\"a,\"\"b\"\"\nc\","))
    }
  }

  @Test func `no filter of the record looks through all of it`() async throws {
    try await Shop.with { shop in
      let queries = [
        RecordQuery(), RecordQuery(story: 1), RecordQuery(issue: IssueKey("2026-03-05")),
        RecordQuery(person: ID(raw: UUID())), RecordQuery(day: Day("2026-03-05")),
        RecordQuery(story: 1, person: ID(raw: UUID()), day: Day("2026-03-05"), before: 9),
      ]
      for query in queries {
        let plan = try await shop.storage.read { session in
          let (sql, values) = RecordSelection(session: session, query: query, zone: .gmt).statement
          return try session.rows("EXPLAIN QUERY PLAN" + sql + "ORDER BY number DESC LIMIT 9", values) { columns in
            _ = (columns.integer(), columns.integer(), columns.integer())
            return columns.text()
          }
        }
        #expect(!plan.contains { $0.hasPrefix("SCAN") && $0 != "SCAN CONSTANT ROW" }, "\(query): \(plan)")
      }
    }
  }

  /// All pages of what a query finds.
  private func lines(_ query: RecordQuery, _ newsroom: NewsroomLibrary) async throws -> [RecordLine] {
    var (query, all): (RecordQuery, [RecordLine]) = (query, [])
    repeat {
      let page = try #require(try await newsroom.record(query, in: Chronicle.zone, for: RecordReadTests.reader))
      all += page.lines
      query.before = page.next
    } while query.before != nil
    return all
  }

  private func csv(_ newsroom: NewsroomLibrary, _ viewer: Viewer) async throws -> String {
    var text = ""
    try await newsroom.recordCSV(RecordQuery(), in: .gmt, for: viewer) { text += $0 }
    return text
  }
}
