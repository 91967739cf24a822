import Foundation
import Model
import TestSupport
import Testing

@testable import Store

@Suite struct CounterFileTests {
  @Test func `a file grows by blocks and keeps what it holds`() async throws {
    try await withTemporaryFolder { folder in
      let path = folder + "/counters"
      try CounterFile.create(path, counts: [])
      let file = try CounterFile(path: path, isWriting: true)
      #expect(file.slotCount == CounterLayout.blockSlots)
      file.take(CounterLayout.blockSlots - 1, serial: CounterLayout.serialMax, count: 7)
      try file.grow()
      #expect(file.slotCount == 2 * CounterLayout.blockSlots)
      file.take(CounterLayout.blockSlots, serial: 1, count: 0)
      #expect(file.add(at: CounterLayout.blockSlots) == 1)
      try file.sync()
      let content = CounterContent(try CounterFile(path: path, isWriting: false))
      #expect(content.counts.map(\.serial) == [CounterLayout.serialMax, 1])
      #expect(content.counts.map(\.count) == [7, 1])
      #expect(FileOnDisk.size(path) == CounterLayout.bytes(slots: 2 * CounterLayout.blockSlots))
    }
  }

  @Test func `more articles than a file can hold are refused`() async throws {
    try await withTemporaryFolder { folder in
      let path = folder + "/counters"
      try CounterFile.create(path, counts: [])
      // Without blocks behind it, so that the test needs no disk.
      #expect(truncate(path, off_t(CounterLayout.bytes(slots: CounterLayout.slotsMax))) == 0)
      let file = try CounterFile(path: path, isWriting: true)
      #expect(file.slotCount == CounterLayout.slotsMax)
      #expect(throws: StoreError.self) { try file.grow() }
    }
  }

  @Test func `every serial can be read back from its slot, and none from a changed one`() {
    holds { dice in
      let (serial, place) = (dice.number(1...CounterLayout.serialMax), dice.number(0...CounterLayout.slotsMax - 1))
      let key = CounterLayout.key(serial: serial, at: place)
      #expect(CounterLayout.serial(ofKey: key, at: place) == serial, "\(dice)")
      let changed = key ^ 1 << UInt64(dice.number(0...63))
      #expect(CounterLayout.serial(ofKey: changed, at: place) == nil, "\(dice)")
      #expect(CounterLayout.serial(ofKey: key, at: place + 1) == nil, "\(dice)")
    }
  }

  @Test func `a missing file is made from what was folded, and named`() async throws {
    try await Shop.with { shop in
      try await shop.fill(3)
      let counters = try await ViewCounters.counting(shop.storage)
      #expect(counters.findings.isEmpty)
      for _ in 0..<5 { _ = try counters.count(2) }
      try await counters.fold(at: Shop.morning)
      try FileManager.default.removeItem(atPath: shop.counterPath)
      #expect(try await shop.storage.check().map(\.kind) == [.counters])
      let again = try await ViewCounters.counting(shop.storage)
      #expect(again.findings.map(\.kind) == [.counters])
      #expect(again.findings[0].wording.english.contains("restore"))
      #expect(again.counted(2) == 5)
      #expect(try again.count(2) == 6)
      #expect(try await shop.storage.check().isEmpty)
    }
  }

  @Test func `a damaged header is named, the file put aside, and counting goes on from what was folded`() async throws {
    try await Shop.with { shop in
      try await shop.fill(3)
      let counters = try await ViewCounters.counting(shop.storage)
      for _ in 0..<5 { _ = try counters.count(2) }
      try await counters.fold(at: Shop.morning)
      try shop.scribble(at: 0, [9, 9, 9])
      #expect(try await shop.storage.check().map(\.kind) == [.counters])
      #expect(try await ViewCounters.looking(shop.storage).counted(2) == 5)
      let again = try await ViewCounters.counting(shop.storage)
      #expect(again.findings.map(\.kind) == [.counters])
      #expect(try again.count(2) == 6)
      let names = try FileManager.default.contentsOfDirectory(atPath: shop.folder)
      #expect(names.contains { $0.hasPrefix(ViewCounters.fileName + ".damaged-") })
    }
  }

  @Test func `of a file with damaged places the others keep what was not folded yet`() async throws {
    try await Shop.with { shop in
      try await shop.fill(4)
      let counters = try await ViewCounters.counting(shop.storage)
      for serial in 1...4 { for _ in 0..<5 { _ = try counters.count(serial) } }
      try await counters.fold(at: Shop.morning)
      for serial in 1...4 { _ = try counters.count(serial) }
      let slot = CounterLayout.bytes(slots: 1)
      try shop.scribble(at: slot + 3, [0xA5])
      // A count that nobody counted.
      try shop.scribble(at: CounterLayout.bytes(slots: 2) + 8, [0, 0, 0, 0, 0, 1])
      let again = try await ViewCounters.counting(shop.storage)
      #expect(again.findings.map(\.kind) == [.counters])
      #expect((1...4).map { again.counted($0) } == [6, 5, 5, 6])
    }
  }

  @Test func `a count behind the folded one is raised to it`() async throws {
    try await Shop.with { shop in
      try await shop.fill(2)
      let counters = try await ViewCounters.counting(shop.storage)
      for _ in 0..<5 { _ = try counters.count(1) }
      try await counters.fold(at: Shop.morning)
      try shop.scribble(at: CounterLayout.headerBytes + 8, [3])
      #expect(try await shop.storage.check().map(\.kind) == [.counters])
      let again = try await ViewCounters.counting(shop.storage)
      #expect(again.findings.isEmpty && again.counted(1) == 5)
      #expect(try again.count(1) == 6)
      #expect(try await shop.storage.check().isEmpty)
    }
  }

  @Test func `rows that do not sum up to the folded count are found`() async throws {
    try await Shop.with { shop in
      try await shop.fill(2)
      let counters = try await ViewCounters.counting(shop.storage)
      _ = try counters.count(1)
      try await counters.fold(at: Shop.morning)
      try await shop.storage.write { try $0.run("UPDATE view_hour SET count = 2") }
      #expect(try await shop.storage.check().map(\.kind) == [.counters])
    }
  }

  @Test func `counters that are only looked at count nothing`() async throws {
    try await Shop.with { shop in
      try await shop.fill(1)
      let counting = try await ViewCounters.counting(shop.storage)
      _ = try counting.count(1)
      let looking = try await ViewCounters.looking(shop.storage)
      #expect(try looking.count(1) == nil)
      #expect(looking.counted(1) == 1)
      _ = try counting.count(1)
      #expect(looking.counted(1) == 2)
      #expect(try await looking.fold(at: Shop.morning) == 0)
    }
  }

  @Test func `a backup has what was counted, folded or not`() async throws {
    try await Shop.with { shop in
      try await shop.fill(2)
      let counters = try await ViewCounters.counting(shop.storage)
      for _ in 0..<3 { _ = try counters.count(1) }
      try await counters.fold(at: Shop.morning)
      _ = try counters.count(1)
      let tar = shop.folder + "/../paper.tar"
      try await shop.storage.backup(to: tar)
      _ = try counters.count(1)
      let target = shop.folder + "/../other"
      try await Storage.restore(file: tar, to: target)
      let restored = try await Storage(folder: target)
      #expect(try await restored.check().isEmpty)
      let again = try await ViewCounters.counting(restored)
      #expect(again.findings.isEmpty && again.counted(1) == 4)
      #expect(try await again.fold(at: Shop.morning) == 1)
    }
  }
}
