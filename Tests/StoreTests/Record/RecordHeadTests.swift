import Foundation
import Model
import Newsroom
import TestSupport
import Testing

@testable import Store

@Suite struct RecordHeadTests {
  @Test func `each day that is over is signed once, and the days without acts are not`() async throws {
    try await Chronicle.with { chronicle in
      var dice = Dice(seed: 3)
      for _ in 0..<20 { try await chronicle.act(&dice) }
      try await chronicle.sealAll()
      let heads = try await Library(storage: chronicle.storage).recordHeads().heads
      #expect(!heads.isEmpty && heads.allSatisfy { $0.isSigned && $0.key == chronicle.key.publicText })
      #expect(heads.map(\.day) == heads.map(\.day).sorted().reversed())
      #expect(Set(heads.map(\.number)).count == heads.count)
      try await chronicle.sealAll()
      #expect(try await Library(storage: chronicle.storage).recordHeads().heads == heads)
      #expect(try await chronicle.verify().isClean)
    }
  }

  @Test func `a head is that of its own text alone`() throws {
    let key = RecordKey()
    let day = try #require(Day("2026-03-05"))
    let head = try key.head(day: day, number: 7, chain: String(repeating: "a", count: 64))
    #expect(head.isSigned)
    let moved = RecordHead(day: day, number: 8, chain: head.chain, key: head.key, signature: head.signature)
    let other = RecordHead(
      day: day, number: 7, chain: head.chain, key: RecordKey().publicText, signature: head.signature)
    #expect(!moved.isSigned && !other.isSigned)
    #expect(!RecordHead(day: day, number: 7, chain: head.chain, key: "x", signature: "").isSigned)
    #expect(RecordKey(key.text)?.publicText == key.publicText && RecordKey("abc") == nil)
    #expect(RecordHead.text(day: day, number: 7, chain: "c") == "broadsheet-record 1\n2026-03-05\n7\nc\n")
  }

  @Test func `the key is made once, for its owner alone, and goes with a backup`() async throws {
    try await Shop.with { shop in
      let file = RecordKeyFile(folder: shop.folder)
      #expect(try file.existing() == nil)
      let keys = try await withThrowingTaskGroup(of: String.self) { group in
        for _ in 0..<8 { group.addTask { try file.key().publicText } }
        return try await group.reduce(into: Set<String>()) { $0.insert($1) }
      }
      #expect(keys.count == 1)
      let facts = try FileManager.default.attributesOfItem(atPath: "\(shop.folder)/record.key")
      #expect(facts[.posixPermissions] as? Int == 0o600)
      try await shop.storage.backup(to: "\(shop.folder)/../copy.tar")
      try await Storage.restore(file: "\(shop.folder)/../copy.tar", to: "\(shop.folder)/../copy")
      #expect(try RecordKeyFile(folder: "\(shop.folder)/../copy").existing()?.publicText == keys.first)
      try Data("no key".utf8).write(to: URL(fileURLWithPath: "\(shop.folder)/record.key"))
      #expect(throws: StoreError.self) { try file.key() }
    }
  }

  @Test func `heads that are signed with another key are found where the key is at hand`() async throws {
    try await Chronicle.with { chronicle in
      var dice = Dice(seed: 5)
      for _ in 0..<10 { try await chronicle.act(&dice) }
      try await chronicle.sealAll()
      let foreign = try await chronicle.storage.verify(keys: [RecordKey().publicText])
      #expect(foreign.faults.count == foreign.heads && foreign.faults.allSatisfy { $0.kind == .head })
      let none = try await chronicle.storage.verify(keys: [])
      #expect(none.isClean && !none.hasKey)
    }
  }
}
