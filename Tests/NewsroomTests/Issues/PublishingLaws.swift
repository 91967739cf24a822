import Foundation
import Model
import Newsroom
import Store
import TestSupport
import Testing

@Suite struct PublishingLaws {
  @Test func `what readers see of a published plan is exactly the signed copies in their places`() async throws {
    try await holds(rounds: 8) { dice in
      try await Room.with(ReviewSettings(standard: Workflow.oneEditor.name)) { room in
        let plan = try await room.randomPlan(&dice)
        // Drafts beside it that nobody signed.
        for _ in 0..<3 {
          let copy = dice.story(file: "b.md", pages: 0, media: []).copy
          _ = try await room.desk.start(copy, as: room.actor("hewei"))
        }
        let stories = try #require(try await room.planned(plan.id)).stories
        let published = try await room.desk.publish(plan.id, as: room.actor("zhouyan"))
        let key = try #require(published.issue)
        let issue = try #require(try await room.reading.issue(key))
        let cards = issue.pages.flatMap(\.stories) + issue.unplaced
        let after = try #require(try await room.planned(plan.id)).stories
        #expect(cards.map(\.serial) == after.map(\.serial), "\(dice)")
        #expect(cards.map(\.pageNumber) == stories.map { $0.place?.page }, "\(dice)")
        #expect(cards.map(\.isLead) == stories.map { $0.place?.isLead ?? false }, "\(dice)")
        #expect(try await room.reading.serials().count == stories.count, "\(dice)")
        for story in after {
          let serial = try #require(story.serial)
          let reading = try #require(try await room.reading.article(serial))
          let revision = try await room.latest(of: story.number)
          #expect(reading.article.copy == revision?.copy && reading.article.copy.hash == story.hash, "\(dice)")
          let signed = try await room.events(of: story.number).filter { $0.kind == .approve }
          #expect(signed.last?.hash == reading.article.copy.hash, "\(dice)")
        }
      }
    }
  }

  @Test func `no act on unsigned copy brings any of it into a public table`() async throws {
    try await holds(rounds: 6) { dice in
      try await Room.with(ReviewSettings(standard: Workflow.oneEditor.name)) { room in
        let plan = try await room.plan(number: nil)
        let secret = "绝不可见的句子"
        for index in 0..<4 {
          let story = try await room.desk.start(Room.copy("未签稿\(index)", secret), as: room.actor("hewei"))
          _ = try await room.desk.place([story.number], in: plan.id, page: 1, as: room.actor("luojing"))
          if dice.once(in: 2) { _ = try await room.desk.submit(story.number, seen: 1, as: room.actor("hewei")) }
        }
        _ = try await room.desk.preflight(plan.id, as: room.actor("zhouyan"))
        let given = try await room.desk.givePreview(of: .plan(plan.id), as: room.actor("luojing"))
        _ = try await room.desk.preview(secret: given.secret, room.reading)
        for due in [nil, Paper.morning.addingTimeInterval(7_200)] as [Date?] {
          await #expect(throws: Refusal.self) {
            try await room.desk.publish(plan.id, at: due, as: room.actor("zhouyan"))
          }
        }
        _ = try await room.desk(at: Paper.morning.addingTimeInterval(90_000)).publishDue()
        #expect(try await Snapshot(room.reading) == Snapshot(), "\(dice)")
        #expect(try await room.reading.search(SearchRequest(secret)).total == 0, "\(dice)")
      }
    }
  }
}
