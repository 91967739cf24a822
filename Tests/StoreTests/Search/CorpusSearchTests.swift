import Foundation
import Model
import TestSupport
import Testing

@testable import Store

/// Searches against a plain scan over a whole paper: `SEARCH_SITE=FOLDER swift test --filter CorpusSearchTests` takes a
/// site that was imported before; without it a small paper of random Han text is made.
@Suite struct CorpusSearchTests {
  private static let site = ProcessInfo.processInfo.environment["SEARCH_SITE"]

  @Test func `random pieces of the texts are found in the stories that a scan finds them in`() async throws {
    let seed = ProcessInfo.processInfo.environment["SEED"].flatMap(UInt64.init)
    var dice = Dice(seed: seed ?? .random(in: 0...UInt64.max))
    if let site = Self.site {
      let storage = try await Storage(folder: site)
      defer { try? storage.close() }  // nothing was written
      try await Self.compare(storage, pieces: 2_000, &dice)
    } else {
      try await Shop.with { shop in
        for day in 1...4 { try await shop.file(Self.issue(&dice, day: day)) }
        try await Self.compare(shop.storage, pieces: 200, &dice)
      }
    }
  }

  private static func compare(_ storage: Storage, pieces: Int, _ dice: inout Dice) async throws {
    let seed = dice.description
    let scan = try await PlainScan(storage)
    var compared = 0
    var hitsSeen = 0
    while compared < pieces {
      let line = Array(scan.line(using: &dice))
      let runs = line.split { !$0.isHanLetter }
      guard !runs.isEmpty else { continue }
      let run = dice.one(of: runs)
      let start = dice.number(run.startIndex...(run.endIndex - 1))
      let piece = String(run[start...].prefix(dice.number(1...8)))
      let expected = scan.serials(with: piece)
      #expect(try await Shop.hits(piece, storage) == expected, "\(seed) \(piece)")
      let request = SearchRequest(piece, sort: dice.one(of: SearchSort.allCases))
      let marks = SearchMarks(request.query)
      let page = try await Library(storage: storage).search(request)
      #expect(page.total == expected.count && !page.hits.isEmpty, "\(seed) \(piece)")
      let isMarked = page.hits.allSatisfy { hit in
        let isNamed = hit.card.bylines.contains { !marks.ranges(in: $0.name).isEmpty }
        return isNamed || (hit.headline + hit.snippet).contains { $0.isMarked }
      }
      #expect(isMarked, "\(seed) \(piece)")
      compared += 1
      hitsSeen += expected.count
    }
    print("\(seed): \(compared) pieces, \(hitsSeen) hits")
  }

  /// An issue of short random texts in few characters, so that pieces stand in several.
  private static func issue(_ dice: inout Dice, day: Int) -> IssueManuscript {
    let characters = Array("春水涨到第三级台阶渡船照旧在六点离岸船工把缆绳解开，。、春水“”３ab國国")
    func text(_ range: ClosedRange<Int>) -> String {
      "渡" + dice.some(range) { String($0.one(of: characters)) }.joined()
    }
    let stories = (0..<12).map { index in
      let paragraphs = (0..<3).map { _ in Block.paragraph([.text(text(10...80))]) }
      return StoryManuscript(file: "\(index).md", copy: Copy(headline: [text(4...12)], body: Body(paragraphs)))
    }
    let date = Day(year: 2026, month: 4, day: day) ?? Day(Date(timeIntervalSince1970: 0), in: .gmt)
    return IssueManuscript(date: date, stories: stories)
  }
}

extension Character {
  fileprivate var isHanLetter: Bool {
    unicodeScalars.allSatisfy { (0x3400...0x9FFF).contains($0.value) && $0.properties.isAlphabetic }
  }
}
