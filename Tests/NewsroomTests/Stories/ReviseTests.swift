import Foundation
import Model
import Newsroom
import Store
import TestSupport
import Testing

/// Nothing that was written is ever lost or overwritten unseen.
@Suite struct ReviseTests {
  @Test func `a stale save overwrites nothing and is answered with both texts merged by paragraph`() async throws {
    try await Room.with { room in
      let story = try await room.desk.start(Room.copy("题", "甲。", "乙。", "丙。"), as: room.actor("hewei"))
      _ = try await room.desk.revise(
        story.number, Room.copy("题", "甲改。", "乙。", "丙。"), seen: 1, as: room.actor("hewei"))
      let second = try await room.desk.revise(
        story.number, Room.copy("题", "甲。", "乙。", "丙也改。"), seen: 1, as: room.actor("qiao"))
      guard case .stale(let stale) = second else {
        Issue.record("overwritten")
        return
      }
      #expect(stale.merged.body.lines == ["甲改。", "乙。", "丙也改。"])
      #expect(stale.conflicts.isEmpty)
      #expect(try await room.latest(of: story.number)?.copy.body.lines == ["甲改。", "乙。", "丙。"])
      guard
        case .kept(let merged) = try await room.desk.revise(
          story.number, stale.merged, seen: stale.latest.number, kind: .merged, as: room.actor("qiao"))
      else {
        Issue.record("not kept")
        return
      }
      #expect(merged.revision == 3)
    }
  }

  @Test func `two saves of one paragraph are both kept`() async throws {
    try await Room.with { room in
      let story = try await room.desk.start(Room.copy("题", "甲。"), as: room.actor("hewei"))
      _ = try await room.desk.revise(story.number, Room.copy("题", "甲一。"), seen: 1, as: room.actor("hewei"))
      let second = try await room.desk.revise(
        story.number, Room.copy("题", "甲二。"), seen: 1, as: room.actor("qiao"))
      guard case .stale(let stale) = second else {
        Issue.record("overwritten")
        return
      }
      #expect(stale.merged.body.lines == ["甲一。", "甲二。"])
      #expect(stale.conflicts.count == 1)
    }
  }

  /// Two people on one story, at random, each from what they last saw: every sentence that was typed stands in the
  /// text or in a revision that is kept.
  @Test func `every sentence typed is in the text or in a kept revision`() async throws {
    try await Room.with { room in
      var dice = Dice(seed: UInt64.random(in: 0...UInt64.max))
      let story = try await room.desk.start(Room.copy("题", "始。"), as: room.actor("hewei"))
      let writers = ["hewei", "qiao"]
      var seen = [1, 1]
      var texts = [Room.copy("题", "始。"), Room.copy("题", "始。")]
      var typed: [String] = []
      for round in 0..<200 {
        let who = dice.number(0...1)
        let sentence = "第\(round)句由\(who)写下。"
        var blocks = texts[who].body.blocks
        blocks.insert(.paragraph([.text(sentence)]), at: dice.number(0...blocks.count))
        texts[who].body = Body(blocks)
        typed.append(sentence)
        // A connection that drops loses the answer, not the text.
        if dice.once(in: 5) { continue }
        switch try await room.desk.revise(
          story.number, texts[who], seen: seen[who], kind: .auto, as: room.actor(writers[who]))
        {
        case .kept(let story), .same(let story): seen[who] = story.revision
        case .stale(let stale):
          texts[who] = stale.merged
          guard
            case .kept(let kept) = try await room.desk.revise(
              story.number, stale.merged, seen: stale.latest.number, kind: .merged, as: room.actor(writers[who]))
          else {
        Issue.record("not kept, \(dice)")
        return
      }
          seen[who] = kept.revision
        }
      }
      for who in 0...1 {
        if case .stale(let stale) = try await room.desk.revise(
          story.number, texts[who], seen: seen[who], as: room.actor(writers[who]))
        {
          _ = try await room.desk.revise(
            story.number, stale.merged, seen: stale.latest.number, as: room.actor(writers[who]))
        }
      }
      let lines = Set(try await room.latest(of: story.number)?.copy.body.lines ?? [])
      #expect(typed.filter { !lines.contains($0) }.isEmpty, "\(dice)")
    }
  }

  @Test func `old automatic saves are thinned, never a signed or a manual one`() async throws {
    try await Room.with(ReviewSettings(standard: Workflow.oneEditor.name)) { room in
      let story = try await room.desk.start(Room.copy("题", "0"), as: room.actor("hewei"))
      func save(_ text: String, _ kind: RevisionKind, seen: Int, after seconds: Double) async throws {
        let desk = Desk(
          storage: room.storage, timeZone: Paper.zone, reviewing: room.reviewing,
          now: { Paper.morning.addingTimeInterval(seconds) })
        _ = try await desk.revise(
          story.number, Room.copy("题", text), seen: seen, kind: kind, as: room.actor("hewei"))
      }
      for number in 1...38 {
        try await save("\(number)", number == 20 ? .save : .auto, seen: number, after: Double(number) * 5)
      }
      try await save("last", .auto, seen: 39, after: StoryLimits.thinAfter + 500)
      let kept = try await room.storage.read { try Ledger(session: $0).revisionTimes(ofStory: story.number) }
      #expect(kept.map(\.number) == [1, 21, 40])
    }
  }

  @Test func `an older revision is restored as a new one`() async throws {
    try await Room.with { room in
      let story = try await room.desk.start(Room.copy("旧题"), as: room.actor("hewei"))
      _ = try await room.desk.revise(story.number, Room.copy("新题"), seen: 1, as: room.actor("hewei"))
      guard
        case .kept(let restored) = try await room.desk.restore(
          story.number, revision: 1, seen: 2, as: room.actor("hewei"))
      else {
        Issue.record("not kept")
        return
      }
      #expect(restored.revision == 3)
      #expect(restored.headline == "旧题")
    }
  }

  @Test func `what is beyond a limit is refused and nothing is changed`() async throws {
    try await Room.with { room in
      let story = try await room.desk.start(Room.copy(), as: room.actor("hewei"))
      let long = String(repeating: "字", count: StoryLimits.copyBytesMax / 3 + 1)
      await #expect(throws: Refusal.self) {
        try await room.desk.revise(story.number, Room.copy("题", long), seen: 1, as: room.actor("hewei"))
      }
      let many = Body(Array(repeating: .rule, count: StoryLimits.blocksMax + 1))
      await #expect(throws: Refusal.self) {
        try await room.desk.revise(
          story.number, Copy(headline: ["题"], body: many), seen: 1, as: room.actor("hewei"))
      }
      await #expect(throws: Refusal.self) {
        try await room.desk.revise(
          story.number, Copy(headline: ["题\u{7}"], body: Body([])), seen: 1, as: room.actor("hewei"))
      }
      #expect(try await room.latest(of: story.number)?.number == 1)
    }
  }
}
