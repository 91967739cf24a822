import Foundation
import Model
import Newsroom
import TestSupport
import Testing

@testable import Store

@Suite struct VerifyLaws {
  private static let edits = 500

  @Test func `a history of legal acts is never found at fault`() async throws {
    try await holds(rounds: 6) { dice in
      try await Chronicle.with { chronicle in
        for _ in 0..<8 {
          for _ in 0..<12 { try await chronicle.act(&dice) }
          let found = try await chronicle.verify()
          #expect(found.isClean, "\(dice): \(found.faults.map(\.wording.english))")
        }
        try await chronicle.sealAll()
        let found = try await chronicle.verify()
        #expect(found.isClean, "\(dice): \(found.faults.map(\.wording.english))")
        #expect(found.heads > 0 && found.hasKey)
      }
    }
  }

  @Test func `every edit of a row of texts, signatures or record is found`() async throws {
    try await holds(rounds: 1) { dice in
      let seed = dice.description
      try await VerifyLaws.site(&dice) { storage, keys, dice in
        var done = 0
        while done < VerifyLaws.edits {
          let round = Dice(seed: dice.next())
          let isEdited = try await storage.rehearse { session in
            var chance = round
            guard let what = try Intruder(session: session).edit(&chance) else { return false }
            let found = try VerifySite(session: session, keys: keys).run { _, _ in [] }
            #expect(!found.isClean, "\(seed), round \(round.seed): \(what)")
            return true
          }
          if isEdited { done += 1 }
        }
      }
    }
  }

  @Test func `who makes the chain anew is found out by the signed heads`() async throws {
    try await holds(rounds: 1) { dice in
      let seed = dice.description
      try await VerifyLaws.site(&dice) { storage, keys, dice in
        let sealed = try await storage.read { try Ledger(session: $0).lastHead()?.number ?? 0 }
        for _ in 0..<60 {
          let line = dice.number(1...sealed)
          try await storage.rehearse { session in
            let intruder = try Intruder(session: session)
            try session.run("UPDATE record SET actor = actor || '改' WHERE number = ?", [line])
            try intruder.rechain(from: line)
            let found = try VerifySite(session: session, keys: keys).run { _, _ in [] }
            #expect(found.faults.contains { $0.kind == .head }, "\(seed): line \(line)")
            #expect((found.firstBroken ?? .max) <= line, "\(seed): line \(line)")
          }
        }
      }
    }
  }

  @Test func `a text that is changed and sealed anew is found out by the signed heads`() async throws {
    try await holds(rounds: 1) { dice in
      let seed = dice.description
      try await VerifyLaws.site(&dice) { storage, keys, dice in
        let serials = try await storage.read { session in
          try session.rows("SELECT serial FROM public_article") { $0.integer() }
        }
        for serial in serials {
          try await storage.rehearse { session in
            let intruder = try Intruder(session: session)
            try session.run(
              "UPDATE public_article SET headline = '[\"改\"]' WHERE serial = ?", [serial])
            _ = try intruder.reseal(.article(serial))
            let found = try VerifySite(session: session, keys: keys).run { _, _ in [] }
            #expect(!found.isClean && found.faults.allSatisfy { $0.kind == .head }, "\(seed): \(found.faults)")
          }
        }
      }
    }
  }

  @Test func `every column of what is sealed is in a seal`() async throws {
    try await Shop.with { shop in
      let parts: [SQLText] =
        SealParts.article + SealParts.issue + SealParts.media + SealParts.story + SealParts.event + SealParts.head
      let words = Set(parts.flatMap { $0.text.split { !($0.isLetter || $0 == "_") }.map(String.init) })
      for table in Intruder.tables where table.columns == nil && !["record", "record_seal"].contains(table.name) {
        let columns = try await shop.storage.read { session in
          try session.rows("SELECT name FROM pragma_table_info(?)", [table.name]) { $0.text() }
        }
        #expect(!columns.isEmpty && words.isSuperset(of: columns), "\(table.name): \(columns)")
      }
    }
  }

  @Test func `an act does not make good what was edited before it`() async throws {
    try await Shop.with { shop in
      var dice = Dice(seed: 7)
      let issue = dice.manuscript(stories: 2...2)
      try await shop.file(issue)
      try await shop.storage.write { session in
        try session.run("UPDATE public_article SET summary = summary || '改'")
      }
      var again = issue
      again.stories[0].copy.headline = ["另一个主题"]
      again.stories[1].copy.headline = ["又一个主题"]
      try await shop.file(again)
      let found = try await Verifier(storage: shop.storage).run()
      #expect(found.faults.map(\.kind) == [.between, .between])
      #expect(found.firstBroken == 2)
    }
  }

  @Test func `an act that leaves no record is taken back`() async throws {
    try await Shop.with { shop in
      var dice = Dice(seed: 7)
      try await shop.file(dice.manuscript(stories: 2...2))
      await #expect(throws: StoreError.self) {
        try await shop.storage.write { session in
          let ledger = Ledger(session: session)
          try ledger.setPublicPosition(9, of: 1)
          try ledger.finish()
        }
      }
      #expect(try await Verifier(storage: shop.storage).run().isClean)
    }
  }

  /// A site with a history, all of it sealed but the last day.
  private static func site(
    _ dice: inout Dice, _ body: (Storage, Set<String>, inout Dice) async throws -> Void
  ) async throws {
    try await Chronicle.with { chronicle in
      for _ in 0..<70 { try await chronicle.act(&dice) }
      try await chronicle.sealAll()
      let found = try await chronicle.verify()
      #expect(found.isClean, "\(dice): \(found.faults.map(\.wording.english))")
      try await body(chronicle.storage, [chronicle.key.publicText], &dice)
    }
  }
}
