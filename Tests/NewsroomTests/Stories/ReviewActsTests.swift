import Foundation
import Model
import Newsroom
import Store
import Testing

/// 三审三校 at the desk: signed in order by different eyes, for this very text.
@Suite struct ReviewActsTests {
  @Test func `a story is signed step by step and is read-only then`() async throws {
    try await Room.with { room in
      let story = try await room.signed()
      #expect(story.state == .signed)
      #expect(story.step.isEmpty)
      let steps = try await room.events(of: story.number).filter { $0.kind == .approve }.map(\.step)
      #expect(steps == ["first", "second", "final", "proof-1", "proof-2", "proof-3"])
      for login in ["hewei", "fangting", "xuanqing", "qiao"] {
        await #expect(throws: Refusal.self) {
          try await room.desk.revise(story.number, Room.copy("改了"), seen: 1, as: room.actor(login))
        }
      }
      #expect(try await room.latest(of: story.number)?.number == 1)
    }
  }

  @Test func `the reporter and a double reviewer are refused`() async throws {
    try await Room.with { room in
      let story = try await room.submitted()
      await #expect(throws: Refusal(.notAllowed(.firstReview, actor: "何　苇"), place: "")) {
        try await room.desk.approve(story.number, step: "first", seen: 1, as: room.actor("hewei"))
      }
      let both = Actor(
        name: "方　汀", acts: [.read, .firstReview, .secondReview], person: room.people["fangting"]?.id, origin: "")
      _ = try await room.desk.approve(story.number, step: "first", seen: 1, as: both)
      await #expect(throws: Refusal(.review(.holdsAnother(step: "first")), place: "story \(story.number)")) {
        try await room.desk.approve(story.number, step: "second", seen: 1, as: both)
      }
    }
  }

  @Test func `a story goes back with a reason, and everything is signed anew`() async throws {
    try await Room.with { room in
      let story = try await room.submitted()
      _ = try await room.desk.approve(story.number, step: "first", seen: 1, as: room.actor("fangting"))
      await #expect(throws: Refusal(.empty(what: Wording("A reason", "理由")), place: "why")) {
        try await room.desk.sendBack(story.number, step: "second", seen: 1, why: " ", as: room.actor("mengwei"))
      }
      let back = try await room.desk.sendBack(
        story.number, step: "second", seen: 1, why: "第三段的账再对一遍", as: room.actor("mengwei"))
      #expect(back.state == .returned)
      #expect(back.holder == room.people["hewei"]?.id)
      let again = try await room.desk.submit(story.number, seen: 1, as: room.actor("hewei"))
      #expect(again.step == "first")
      let why = try await room.records().first { $0.act == "return-story" }?.why
      #expect(why == "第三段的账再对一遍")
    }
  }

  @Test func `a reviewer who changes the copy is no neutral eye, and all reviews are due again`() async throws {
    try await Room.with { room in
      let story = try await room.submitted()
      _ = try await room.desk.approve(story.number, step: "first", seen: 1, as: room.actor("fangting"))
      let revised = try await room.desk.revise(
        story.number, Room.copy("步行桥今晨开放"), seen: 1, as: room.actor("mengwei"))
      guard case .kept(let changed) = revised else {
        Issue.record("not kept")
        return
      }
      #expect(changed.step == "first")
      _ = try await room.desk.approve(story.number, step: "first", seen: 2, as: room.actor("fangting"))
      await #expect(throws: Refusal(.review(.notNeutral), place: "story \(story.number)")) {
        try await room.desk.approve(story.number, step: "second", seen: 2, as: room.actor("mengwei"))
      }
    }
  }

  @Test func `nobody signs a text that they have not seen`() async throws {
    try await Room.with { room in
      let story = try await room.submitted()
      _ = try await room.desk.revise(story.number, Room.copy("另一题"), seen: 1, as: room.actor("fangting"))
      await #expect(throws: Refusal(.review(.changed(seen: 1, now: 2)), place: "story \(story.number)")) {
        try await room.desk.approve(
          story.number, step: "first", seen: 1,
          as: Actor(name: "另一", acts: [.read, .firstReview], person: room.people["linxi"]?.id, origin: ""))
      }
    }
  }

  @Test func `a tiny paper signs its own copy with a reason on the record`() async throws {
    let settings = ReviewSettings(
      standard: Workflow.oneEditor.name, policy: ReviewPolicy(allowsExemptions: true))
    try await Room.with(settings) { room in
      let alone = Actor(
        name: "何　苇", acts: [.read, .write, .finalReview], person: room.people["hewei"]?.id, origin: "")
      let story = try await room.desk.start(Room.copy(), as: alone)
      _ = try await room.desk.submit(story.number, seen: 1, as: alone)
      await #expect(throws: Refusal(.review(.reasonMissing), place: "story \(story.number)")) {
        try await room.desk.approve(story.number, step: "final", seen: 1, as: alone)
      }
      let signed = try await room.desk.approve(story.number, step: "final", seen: 1, why: "独自值班", as: alone)
      #expect(signed.state == .signed)
      #expect(try await room.events(of: story.number).last?.isExempt == true)
      let line = try await room.records().first { $0.act == "approve-story" }
      #expect(line?.detail["exempt"] == .boolean(true))
    }
  }

  @Test func `a correspondent sees only copy of their own`() async throws {
    try await Room.with { room in
      let other = try await room.desk.start(Room.copy(), as: room.actor("hewei"))
      let own = try await room.desk.start(Room.copy("来稿"), as: room.actor("guest"))
      await #expect(throws: Refusal(.noSuchStory("\(other.number)"), place: "story \(other.number)")) {
        try await room.desk.revise(other.number, Room.copy("偷改"), seen: 1, as: room.actor("guest"))
      }
      #expect(try await room.library.room(other.number, for: room.viewer("guest")) == nil)
      #expect(try await room.library.room(own.number, for: room.viewer("guest")) != nil)
      let seen = try await room.library.stories(StoryQuery(), for: room.viewer("guest")).rows.map(\.story.number)
      #expect(seen == [own.number])
    }
  }

  @Test func `acts outside one's sections are refused`() async throws {
    try await Room.with { room in
      let story = try await room.submitted()
      let bound = Actor(
        name: "方　汀", acts: [.read, .firstReview], person: room.people["fangting"]?.id, sections: ["副刊"], origin: "")
      await #expect(throws: Refusal(.section("要闻", actor: "方　汀"), place: "")) {
        try await room.desk.approve(story.number, step: "first", seen: 1, as: bound)
      }
    }
  }

  @Test func `important copy takes one more review by another person`() async throws {
    try await Room.with(ReviewSettings(standard: Workflow.twoEyes.name)) { room in
      var story = try await room.submitted()
      story = try await room.desk.mark([story.number], isImportant: true, as: room.actor("qiao"))[0]
      story = try await room.desk.approve(story.number, step: "first", seen: 1, as: room.actor("fangting"))
      story = try await room.desk.approve(story.number, step: "final", seen: 1, as: room.actor("xuanqing"))
      #expect(story.step == Workflow.importantKey)
      await #expect(throws: Refusal(.review(.holdsAnother(step: "final")), place: "story \(story.number)")) {
        try await room.desk.approve(
          story.number, step: Workflow.importantKey, seen: 1, as: room.actor("xuanqing"))
      }
    }
  }
}
