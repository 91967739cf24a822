import Foundation
import Model
import Newsroom
import Store
import TestSupport
import Testing

/// An issue is taken back as one: its addresses say why, and nothing else of it is left to readers.
@Suite struct RollBackTests {
  @Test func `an issue that is taken back leaves every list, and its stories say why`() async throws {
    try await Room.with { room in
      let (plan, stories) = try await room.signedPlan()
      _ = try await room.desk.publish(plan.id, as: room.actor("zhouyan"))
      let key = IssueKey(date: Room.day)
      let back = try await room.desk.rollBack(plan.id, why: "头版图片用错", as: room.actor("zhouyan"))
      #expect(back.state == .rolledBack && back.issue == key)
      let library = room.reading
      #expect(try await library.issueHeads().isEmpty)
      #expect(try await library.latestIssue() == nil)
      #expect(try await library.issue(key) == nil)
      #expect(try await library.page(key, 1) == nil)
      #expect(try await library.archive(year: nil) == nil)
      #expect(try await library.feed(.paper, limit: 9)?.isEmpty == true)
      #expect(try await library.feed(.issue(key), limit: 9) == nil)
      #expect(try await library.search(SearchRequest("步行桥")).total == 0)
      #expect(try await library.sitemapYears().isEmpty)
      #expect(try await library.articles(after: 0, limit: 9).isEmpty)
      for serial in [1, 2] {
        let reading = try #require(try await library.article(serial))
        #expect(reading.article.withdrawal?.reason == "头版图片用错")
        #expect(reading.article.copy.body.blocks.isEmpty && !reading.issue.isPublic)
      }
      #expect(try await room.story(stories[0].number)?.state == .signed)
      #expect(try await room.story(stories[0].number)?.publicRevision == nil)
      #expect(try await room.records().first?.act == "roll-back-issue")
    }
  }

  @Test func `it needs its own act and a reason`() async throws {
    try await Room.with { room in
      let (plan, _) = try await room.signedPlan()
      await #expect(throws: Refusal.self) {
        try await room.desk.rollBack(plan.id, why: "还没发", as: room.actor("zhouyan"))
      }
      _ = try await room.desk.publish(plan.id, as: room.actor("zhouyan"))
      await #expect(throws: Refusal(.notAllowed(.rollBack, actor: "许岸青"), place: "")) {
        try await room.desk.rollBack(plan.id, why: "错", as: room.actor("xuanqing"))
      }
      await #expect(throws: Refusal(.empty(what: Wording("A reason", "理由")), place: "why")) {
        try await room.desk.rollBack(plan.id, why: " \n", as: room.actor("zhouyan"))
      }
      #expect(try await room.reading.issueHeads().count == 1)
    }
  }

  @Test func `taken back, put right and published again it has its key, its serials and its public state`() async throws
  {
    try await holds(rounds: 4) { dice in
      try await Room.with(ReviewSettings(standard: Workflow.oneEditor.name)) { room in
        let plan = try await room.randomPlan(&dice)
        _ = try await room.desk.publish(plan.id, as: room.actor("zhouyan"))
        let before = try await Snapshot(room.reading)
        _ = try await room.desk.rollBack(plan.id, why: "整期撤回", as: room.actor("zhouyan"))
        #expect(try await Snapshot(room.reading).cards.isEmpty, "\(dice)")
        _ = try await room.desk.publish(plan.id, as: room.actor("zhouyan"))
        let after = try await Snapshot(room.reading)
        #expect(after.settled == before.settled, "\(dice)")
      }
    }
  }

  @Test func `a story is mended after the issue was taken back, and has its serial again`() async throws {
    try await Room.with { room in
      let (plan, stories) = try await room.signedPlan()
      _ = try await room.desk.publish(plan.id, as: room.actor("zhouyan"))
      _ = try await room.desk.rollBack(plan.id, why: "错一字", as: room.actor("zhouyan"))
      let number = stories[0].number
      await #expect(throws: Refusal.self) {
        try await room.desk.publishWorkingCopy(number, as: room.actor("zhouyan"))
      }
      await #expect(throws: Refusal.self) {
        var draft = PlanDraft(plan)
        draft.date = try #require(Day("2026-09-09"))
        _ = try await room.desk.changePlan(plan.id, draft, as: room.actor("luojing"))
      }
      _ = try await room.desk.recall(number, as: room.actor("hewei"))
      _ = try await room.desk.revise(number, Room.copy("步行桥明天开放"), seen: 1, as: room.actor("hewei"))
      await #expect(throws: Refusal.self) { try await room.desk.publish(plan.id, as: room.actor("zhouyan")) }
      try await room.sign(number)
      _ = try await room.desk.publish(plan.id, as: room.actor("zhouyan"))
      let article = try #require(try await room.reading.article(1)).article
      #expect(article.copy.headlineText == "步行桥明天开放" && article.withdrawal == nil && article.revision == 2)
      #expect(try await room.reading.serials() == [1, 2])
    }
  }
}

extension Snapshot {
  /// Without when the texts last changed: publishing again is a change.
  var settled: Snapshot {
    var copy = self
    func still(_ card: StoryCard) -> StoryCard {
      var card = card
      card.modified = card.published
      return card
    }
    copy.cards = cards.map(still)
    copy.issues = issues.map { issue in
      var issue = issue
      issue.pages = issue.pages.map { PageSection(page: $0.page, stories: $0.stories.map(still)) }
      issue.unplaced = issue.unplaced.map(still)
      return issue
    }
    copy.pages = pages.map { page in
      var page = page
      for index in page.stories.indices { page.stories[index].card = still(page.stories[index].card) }
      return page
    }
    copy.articles = articles.map { reading in
      var reading = reading
      reading.article.modified = reading.article.published
      reading.samePage = reading.samePage.map(still)
      reading.previous = reading.previous.map(still)
      reading.next = reading.next.map(still)
      return reading
    }
    copy.feed = feed.map { FeedItem(card: still($0.card), body: $0.body, media: $0.media) }
    copy.sitemap = sitemap.map { entry in
      var entry = entry
      entry.modified = entry.published
      return entry
    }
    return copy
  }
}

extension Room {
  /// Signs whatever is due on a draft, after handing it in.
  func sign(_ number: Int) async throws {
    guard let draft = try await story(number) else { return }
    var story = try await desk.submit(number, seen: draft.revision, as: actor("hewei"))
    let signers = ["first": "fangting", "second": "mengwei", "final": "xuanqing"]
    while story.state == .review {
      let signer = signers[story.step] ?? "tangbo"
      story = try await desk.approve(number, step: story.step, seen: story.revision, as: actor(signer))
    }
  }

  /// A plan of random pages and signed stories with texts of every kind.
  func randomPlan(_ dice: inout Dice) async throws -> IssuePlan {
    let media = Paper.media(3)
    try await storage.write { session in
      let ledger = Ledger(session: session)
      for file in media { try ledger.add(file.media, source: file.sourceHash) }
      try ledger.record(
        Record(
          made: Paper.morning, actor: "林汐", act: "upload-media", subject: "", hashBefore: nil,
          hashAfter: ContentHash.text(of: []), why: "", detail: .object([:])))
    }
    let pages = (0..<dice.number(1...4)).map {
      PlannedPage(number: $0 + 1, name: dice.line(1...4), picture: dice.once(in: 2) ? media[0].media.name : nil)
    }
    let plan = try await desk.makePlan(
      PlanDraft(date: Room.day, number: NumberRange(first: 7, last: 7), title: dice.line(1...6)), pages: pages,
      as: actor("luojing"))
    for index in 0..<dice.number(1...6) {
      let copy = dice.story(file: "a.md", pages: 0, media: media.map(\.media.name)).copy
      let story = try await desk.start(copy, as: actor("hewei"))
      try await sign(story.number)
      _ = try await desk.place(
        [story.number], in: plan.id, page: dice.once(in: 4) ? nil : dice.number(1...pages.count),
        position: dice.once(in: 2) ? 0 : nil, isLead: index == 0 ? true : nil, as: actor("luojing"))
    }
    return plan
  }
}
