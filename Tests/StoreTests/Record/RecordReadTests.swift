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
            let sheet = try #require(try await newsroom.reviewSheet(number, for: RecordReadTests.reader))
            #expect(sheet.lines == found.reversed() && sheet.row.story.number == number, "\(dice)")
          }
        }
      }
    }
  }

  @Test func `the sheet of a story is for who reads the record or sees the story`() async throws {
    try await Shop.with { shop in
      let newsroom = NewsroomLibrary(storage: shop.storage)
      let other = Viewer(person: ID(raw: UUID()), acts: [.write], sections: [])
      let owner = Person(id: ID(raw: UUID()), login: "owner", name: "何苇", roles: [.reporter])
      try await shop.storage.write { try Ledger(session: $0).add(owner, password: nil, at: Date()) }
      let copy = Copy(headline: ["主题"], body: Body([.paragraph([.text("正文。")])]))
      _ = try await Desk(storage: shop.storage, timeZone: .gmt).start(copy, as: Actor(owner, origin: ""))
      #expect(try await newsroom.reviewSheet(1, for: other) == nil)
      #expect(try await newsroom.reviewSheet(1, for: RecordReadTests.reader)?.lines.count == 1)
      #expect(try await newsroom.reviewSheet(2, for: RecordReadTests.reader) == nil)
    }
  }

  @Test func `a line is one record of values that no spreadsheet takes for a formula`() throws {
    let record = Record(
      made: Date(timeIntervalSince1970: 1), actor: "=1+1", act: "note", subject: "a,\"b\"\nc", hashBefore: nil,
      hashAfter: "h", why: "＝2", detail: .object([:]))
    let row = RecordCSV.row(RecordLine(number: 1, record: record, chain: "c"), in: .gmt)
    #expect(row == "1,1970-01-01T00:00:01.000Z,'=1+1,,,note,\"a,\"\"b\"\"\nc\",'＝2,,h,{},c\r\n")
    #expect(RecordCSV.head.hasPrefix("\u{FEFF}number,made,actor,") && RecordCSV.head.hasSuffix(",chain\r\n"))
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
      let page = try await newsroom.record(query, in: Chronicle.zone)
      all += page.lines
      query.before = page.next
    } while query.before != nil
    return all
  }
}
