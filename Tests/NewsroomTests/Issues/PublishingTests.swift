import Foundation
import Model
import Newsroom
import Store
import TestSupport
import Testing

/// 签发: an issue becomes public as a whole, now or at its minute, and only what was signed.
@Suite struct PublishingTests {
  @Test func `an issue is published with its stories in their places, and the record says who signed`() async throws {
    try await Room.with { room in
      let (plan, stories) = try await room.signedPlan()
      let published = try await room.desk.publish(plan.id, why: "照常出版", as: room.actor("zhouyan"))
      let key = IssueKey(date: Room.day)
      #expect(published.state == .published && published.issue == key)
      #expect(published.signer == room.people["zhouyan"]?.id)
      let issue = try #require(try await room.reading.issue(key))
      #expect(issue.issue.number?.description == "5")
      #expect(issue.pages.map { $0.stories.map { Copy.joined($0.headline) } } == [["步行桥今天开放"], ["早市搬到河对岸"]])
      #expect(issue.pages[0].stories[0].isLead && !issue.pages[1].stories[0].isLead)
      let story = try #require(try await room.story(stories[0].number))
      #expect(story.state == .published && story.serial == 1 && story.publicRevision == 1)
      #expect(try await room.events(of: story.number).last?.kind == .publish)
      #expect(try await room.reading.article(1)?.article.copy.hash == story.hash)
      let line = try #require(try await room.records().first { $0.act == "publish-issue" })
      #expect(line.actor == "周　砚" && line.subject == "\(key)" && line.why == "照常出版")
      #expect(try await room.reading.search(SearchRequest("步行桥")).total == 1)
    }
  }

  @Test func `who may not publish is refused, and so is a plan that is public already`() async throws {
    try await Room.with { room in
      let (plan, _) = try await room.signedPlan()
      for login in ["hewei", "xuanqing", "luojing", "root"] {
        let actor = room.actor(login)
        await #expect(throws: Refusal(.notAllowed(.publish, actor: actor.name), place: "")) {
          try await room.desk.publish(plan.id, as: actor)
        }
      }
      await #expect(throws: Refusal(.notAllowed(.publish, actor: "林汐"), place: "")) {
        try await room.desk.publish(plan.id, as: Paper.editor)
      }
      #expect(try await room.reading.issueHeads().isEmpty)
      _ = try await room.desk.publish(plan.id, as: room.actor("zhouyan"))
      await #expect(throws: Refusal.self) { try await room.desk.publish(plan.id, as: room.actor("zhouyan")) }
      #expect(try await room.reading.issueHeads().count == 1)
    }
  }

  @Test func `one unsigned story holds back the whole issue and is named with how far it is`() async throws {
    try await Room.with { room in
      let (plan, _) = try await room.signedPlan()
      var late = try await room.submitted(Room.copy("晚到的稿"))
      late = try await room.desk.approve(late.number, step: "first", seen: 1, as: room.actor("fangting"))
      _ = try await room.desk.place([late.number], in: plan.id, page: 1, as: room.actor("luojing"))
      let generation = try await room.reading.generation()
      let refusal = await #expect(throws: Refusal.self) {
        try await room.desk.publish(plan.id, as: room.actor("zhouyan"))
      }
      #expect(refusal?.wording.chinese.simplified.contains("晚到的稿") == true)
      #expect(refusal?.wording.chinese.simplified.contains("待二审") == true)
      #expect(try await room.reading.issueHeads().isEmpty)
      #expect(try await room.reading.generation() == generation)
      #expect(try await room.planned(plan.id)?.plan.state == .open)
      #expect(try await room.planned(plan.id)?.stories.allSatisfy { $0.serial == nil } == true)
    }
  }

  @Test func `a signature that is for another text holds back the issue`() async throws {
    try await Room.with { room in
      let (plan, stories) = try await room.signedPlan()
      try await room.storage.write { session in
        let ledger = Ledger(session: session)
        guard var story = try ledger.story(stories[0].number) else { return }
        let copy = Room.copy("没有人签过的字")
        let revision = StoryRevision(
          story: story.number, number: 2, copy: copy, hash: copy.hash, characters: 1, person: story.owner, kind: .save,
          why: "", made: Paper.morning)
        try ledger.add(revision, tokens: "")
        (story.revision, story.hash) = (2, copy.hash)
        try ledger.change(story)
      }
      await #expect(throws: Refusal.self) { try await room.desk.publish(plan.id, as: room.actor("zhouyan")) }
      #expect(try await room.reading.issueHeads().isEmpty)
    }
  }

  @Test func `an issue that was signed for a minute is published at that minute, once`() async throws {
    try await Room.with { room in
      let (plan, stories) = try await room.signedPlan()
      let due = Paper.morning.addingTimeInterval(7_200)
      let scheduled = try await room.desk.publish(plan.id, at: due, as: room.actor("zhouyan"))
      #expect(scheduled.state == .scheduled)
      let minute = try #require(scheduled.due)
      #expect(minute <= due && due.timeIntervalSince(minute) < 60)
      #expect(try await room.library.nextDue() == minute)
      #expect(try await room.desk.publishDue().isEmpty)
      await #expect(throws: Refusal.self) { try await room.desk.recall(stories[0].number, as: room.actor("hewei")) }
      await #expect(throws: Refusal.self) {
        try await room.desk.takeOff([stories[0].number], as: room.actor("luojing"))
      }
      await #expect(throws: Refusal.self) {
        try await room.desk.removePage(1, of: plan.id, as: room.actor("luojing"))
      }
      #expect(try await room.reading.issueHeads().isEmpty)
      let later = room.desk(at: minute)
      let outcomes = try await later.publishDue()
      #expect(outcomes.map(\.issue) == [IssueKey(date: Room.day)])
      #expect(try await later.publishDue().isEmpty)
      #expect(try await room.reading.issueHeads().count == 1)
      let line = try #require(try await room.records().first { $0.act == "publish-issue" })
      #expect(line.actor == "周　砚" && line.origin == "schedule" && line.made == minute)
    }
  }

  @Test func `what fails at its minute leaves the issue open, with a record and a letter to who signed`() async throws {
    try await Room.with { room in
      let (plan, stories) = try await room.signedPlan()
      let due = Paper.morning.addingTimeInterval(7_200)
      _ = try await room.desk.publish(plan.id, at: due, as: room.actor("zhouyan"))
      // Someone else publishes an issue of the same date and number meanwhile.
      var other = Paper.issue("\(Room.day)", [Paper.story("01.md")])
      other.number = NumberRange(first: 5, last: 5)
      _ = try await room.desk.file(other, as: Paper.editor, why: "")
      try await room.storage.write { session in
        let ledger = Ledger(session: session)
        guard var person = room.people["zhouyan"] else { return }
        person.mail = "zhouyan@paper.example"
        try ledger.change(person)
      }
      let outcomes = try await room.desk(at: due).publishDue()
      #expect(outcomes.count == 1 && outcomes[0].issue == nil && outcomes[0].refusal != nil)
      #expect(try await room.planned(plan.id)?.plan.state == .open)
      #expect(try await room.planned(plan.id)?.plan.due == nil)
      #expect(try await room.story(stories[0].number)?.state == .signed)
      #expect(try await room.records().first?.act == "schedule-failed")
      let letters = try await room.storage.read { try Ledger(session: $0).mail(due: due, limit: 9) }
      #expect(letters.map(\.recipient) == ["zhouyan@paper.example"])
      #expect(try await room.desk(at: due).publishDue().isEmpty)
    }
  }

  @Test func `a signer who has left publishes nothing any more`() async throws {
    try await Room.with { room in
      let (plan, _) = try await room.signedPlan()
      let due = Paper.morning.addingTimeInterval(7_200)
      _ = try await room.desk.publish(plan.id, at: due, as: room.actor("zhouyan"))
      try await room.storage.write { session in
        guard var person = room.people["zhouyan"] else { return }
        person.isActive = false
        try Ledger(session: session).change(person)
      }
      let outcomes = try await room.desk(at: due).publishDue()
      #expect(outcomes.first?.refusal?.reason == .notAllowed(.publish, actor: "周　砚"))
      #expect(try await room.reading.issueHeads().isEmpty)
    }
  }

  @Test func `a schedule can be stopped, and is neither past nor beyond its limit`() async throws {
    try await Room.with { room in
      let (plan, _) = try await room.signedPlan()
      let publisher = room.actor("zhouyan")
      let far = Paper.morning.addingTimeInterval(Double(IssueLimits.scheduleDaysMax + 1) * 86_400)
      for due in [Paper.morning, Paper.morning.addingTimeInterval(30), far] {
        await #expect(throws: Refusal.self) { try await room.desk.publish(plan.id, at: due, as: publisher) }
      }
      let due = Paper.morning.addingTimeInterval(7_200)
      _ = try await room.desk.publish(plan.id, at: due, as: publisher)
      await #expect(throws: Refusal(.notAllowed(.publish, actor: "罗　静"), place: "")) {
        try await room.desk.unschedule(plan.id, as: room.actor("luojing"))
      }
      #expect(try await room.desk.unschedule(plan.id, as: publisher).state == .open)
      #expect(try await room.desk(at: due).publishDue().isEmpty)
    }
  }

  @Test func `two programs at once publish what is due once`() async throws {
    try await Room.with { room in
      let due = Paper.morning.addingTimeInterval(7_200)
      for number in 1...3 {
        let plan = try await room.plan(date: try #require(Day("2026-05-0\(number)")), number: number)
        let story = try await room.signed(Room.copy("第\(number)期的稿件", "第\(number)期正文，互不相同。"))
        _ = try await room.desk.place([story.number], in: plan.id, page: 1, as: room.actor("luojing"))
        _ = try await room.desk.publish(plan.id, at: due, as: room.actor("zhouyan"))
      }
      let other = try await Storage(folder: room.storage.folder)
      let desks = [room.storage, other, room.storage, other].map { storage in
        Desk(storage: storage, timeZone: Paper.zone, now: { due })
      }
      let outcomes = try await withThrowingTaskGroup(of: [DueIssue].self) { group in
        for desk in desks { group.addTask { try await desk.publishDue() } }
        return try await group.reduce(into: []) { $0 += $1 }
      }
      try other.close()
      #expect(outcomes.count == 3 && outcomes.allSatisfy { $0.issue != nil })
      #expect(try await room.records().count { $0.act == "publish-issue" } == 3)
      #expect(try await room.reading.serials() == [1, 2, 3])
    }
  }

  @Test func `what was due while no program ran is published when one starts`() async throws {
    try await Room.with { room in
      let (plan, _) = try await room.signedPlan()
      let due = Paper.morning.addingTimeInterval(7_200)
      _ = try await room.desk.publish(plan.id, at: due, as: room.actor("zhouyan"))
      let next = try await Storage(folder: room.storage.folder)
      let late = Desk(storage: next, timeZone: Paper.zone, now: { due.addingTimeInterval(86_400) })
      #expect(try await late.publishDue().count == 1)
      try next.close()
      #expect(try await room.reading.issueHeads().count == 1)
    }
  }
}

extension Room {
  /// The desk at a time that stands still.
  func desk(at now: Date) -> Desk {
    let notices = Notices(base: "https://paper.example", paper: "河岸", language: "zh-Hans")
    return Desk(storage: storage, timeZone: Paper.zone, reviewing: reviewing, notices: notices, now: { now })
  }
}
