import Foundation
import Model
import NIOHTTP1
import Newsroom
import Store
import Testing

@testable import Web

/// The record as a file, however long it is.
@Suite(.serialized)
struct RecordFileTests {
  /// More than two pieces of the file hold.
  private static let lines = NewsroomLibrary.fileLinesMax * 2 + 30

  @Test func `the file of the record has every line once, the newest first, and is sent in pieces`() async throws {
    try await ServedNewsroom.with { newsroom in
      let browser = try await newsroom.browser("zhouyan", [.publisher])
      try await RecordFileTests.fill(newsroom)
      let reply = try await browser.send(.GET, "/desk/record.csv")
      #expect(reply.status == 200 && reply["content-type"] == "text/csv; charset=utf-8")
      #expect(reply["transfer-encoding"] == "chunked" && reply["content-length"] == nil)
      let numbers = RecordFileTests.numbers(reply)
      #expect(numbers.count > RecordFileTests.lines)
      #expect(numbers == Array((1...numbers.count).reversed()))
      let told = try await browser.send(.HEAD, "/desk/record.csv")
      #expect(told.status == 200 && told.body.isEmpty)
    }
  }

  @Test func `a file of one day or from one line on holds those lines alone, and is for who reads the record`()
    async throws
  {
    try await ServedNewsroom.with { newsroom in
      let browser = try await newsroom.browser("zhouyan", [.publisher])
      try await RecordFileTests.fill(newsroom)
      let before = try await browser.send(.GET, "/desk/record.csv?after=1205")
      #expect(RecordFileTests.numbers(before) == Array((1...1_204).reversed()))
      let day = try await browser.send(.GET, "/desk/record.csv?day=2026-03-01")
      #expect(RecordFileTests.numbers(day).count == RecordFileTests.lines)
      let reporter = try await newsroom.browser("linxi", [.reporter])
      #expect(try await reporter.send(.GET, "/desk/record.csv").status == 403)
      #expect(try await newsroom.browser.send(.GET, "/desk/record.csv").status == 303)
    }
  }

  /// So many lines of one day, by one hand.
  private static func fill(_ newsroom: ServedNewsroom) async throws {
    let noon = Date(timeIntervalSince1970: 1_772_337_600)
    try await newsroom.paper.site.edition.library.storage.write { session in
      for number in 1...lines {
        try Ledger(session: session).record(
          Record(
            made: noon, actor: "林　汐", act: "note-story", subject: "story \(number)", hashBefore: nil,
            hashAfter: String(repeating: "a", count: 64), why: "", detail: .object([:])), isPublic: false)
      }
    }
  }

  private static func numbers(_ reply: ServedPaper.Reply) -> [Int] {
    reply.text.split(separator: "\r\n").dropFirst().compactMap { Int($0.prefix { $0 != "," }) }
  }
}
