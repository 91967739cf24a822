import Foundation
import Model
import TestSupport
import Testing

@testable import Store

@Suite struct FoldLaws {
  @Test func `after a fold the rows sum up to the folded counts, and these are the counters`() async throws {
    for _ in 0..<6 {
      var dice = Dice(seed: UInt64.random(in: 0...UInt64.max))
      try await Shop.with { shop in
        try await shop.fill(12)
        var counters = try await ViewCounters.counting(shop.storage)
        var truth: [Int: Int] = [:]
        for _ in 0..<dice.number(10...40) {
          switch dice.number(0...9) {
          case 0: counters = try await ViewCounters.counting(shop.storage)
          case 1, 2:
            // The clock may stand anywhere, also before the last fold.
            let hours = Double(dice.number(-400...400))
            try await counters.fold(at: Shop.morning.addingTimeInterval(hours * 3_600))
            let (counts, sums) = try await shop.folded()
            #expect(counts == truth && sums == truth, "\(dice)")
          default:
            let serial = dice.number(1...12)
            truth[serial, default: 0] += 1
            #expect(try counters.count(serial) == truth[serial], "\(dice)")
          }
        }
        #expect((1...12).allSatisfy { counters.counted($0) == truth[$0] ?? 0 }, "\(dice)")
      }
    }
  }

  @Test func `views counted by many at once are all counted`() async throws {
    try await Shop.with { shop in
      try await shop.fill(3)
      let counters = try await ViewCounters.counting(shop.storage)
      let answers = try await withThrowingTaskGroup(of: [Int].self) { group in
        for _ in 0..<8 {
          group.addTask { try (0..<500).compactMap { _ in try counters.count(2) } }
        }
        group.addTask {
          for _ in 0..<20 { try await counters.fold(at: Shop.morning) }
          return []
        }
        return try await group.reduce(into: []) { $0 += $1 }
      }
      #expect(answers.sorted() == Array(1...4_000))
      try await counters.fold(at: Shop.morning)
      #expect(try await shop.folded().sums == [2: 4_000])
    }
  }

  @Test func `a fold that fails loses nothing`() async throws {
    try await Shop.with { shop in
      try await shop.fill(2)
      let counters = try await ViewCounters.counting(shop.storage)
      _ = try counters.count(1)
      try await shop.storage.write { try $0.run("ALTER TABLE view_hour RENAME TO away") }
      await #expect(throws: (any Error).self) { try await counters.fold(at: Shop.morning) }
      try await shop.storage.write { try $0.run("ALTER TABLE away RENAME TO view_hour") }
      _ = try counters.count(1)
      #expect(try await counters.fold(at: Shop.morning) == 2)
      #expect(try await shop.folded().sums == [1: 2])
    }
  }

  @Test func `a clock set back puts views into the hour that it tells`() async throws {
    try await Shop.with { shop in
      try await shop.fill(1)
      let counters = try await ViewCounters.counting(shop.storage)
      for hours in [0.0, -5, -100_000_000] {
        _ = try counters.count(1)
        try await counters.fold(at: Shop.morning.addingTimeInterval(hours * 3_600))
      }
      let hours = try await shop.storage.read { session in
        try session.rows("SELECT hour FROM view_hour ORDER BY hour") { $0.integer() }
      }
      let hour = ViewHour.of(Shop.morning)
      #expect(hours == [0, hour - 5, hour])
      #expect(counters.counted(1) == 3)
    }
  }
}
