import Foundation
import Model
import Newsroom
import Store
import TestSupport
import Testing

extension Room {
  static let day = Day(Paper.morning.addingTimeInterval(86_400), in: Paper.zone)

  /// A plan for tomorrow with two pages.
  func plan(
    date: Day = Room.day, number: Int? = 5, pages: [PlannedPage] = Room.pages
  ) async throws -> IssuePlan {
    try await desk.makePlan(
      PlanDraft(date: date, number: number.flatMap { NumberRange(first: $0, last: $0) }), pages: pages,
      as: actor("luojing"))
  }

  static let pages = [PlannedPage(number: 1, name: "要闻"), PlannedPage(number: 2, name: "副刊", room: 1_000)]

  /// A plan with signed stories on its pages, the first of them the lead.
  func signedPlan(_ headlines: [String] = ["步行桥今天开放", "早市搬到河对岸"]) async throws -> (IssuePlan, [Story]) {
    let plan = try await plan()
    var stories: [Story] = []
    for (index, headline) in headlines.enumerated() {
      let story = try await signed(Room.copy(headline, "\(headline)，第\(index)篇的正文。"))
      stories += try await desk.place(
        [story.number], in: plan.id, page: index % 2 + 1, isLead: index == 0, as: actor("luojing"))
    }
    return (plan, stories)
  }

  func story(_ number: Int) async throws -> Story? {
    try await storage.read { try Ledger(session: $0).story(number) }
  }

  func planned(_ id: ID<IssuePlan>) async throws -> PlannedIssue? { try await library.plannedIssue(id) }

  /// What readers may read.
  var reading: Library { Library(storage: storage) }
}

/// An issue is put together: its head, its pages, and where each story stands.
@Suite struct PlanningTests {
  @Test func `every act on a plan is refused to who may not plan, and changes nothing`() async throws {
    try await Room.with { room in
      let (plan, stories) = try await room.signedPlan()
      let before = try await room.planned(plan.id)
      let reporter = room.actor("hewei")
      let refusal = Refusal(.notAllowed(.plan, actor: "何　苇"), place: "")
      await #expect(throws: refusal) { try await room.desk.makePlan(PlanDraft(date: Room.day), as: reporter) }
      await #expect(throws: refusal) {
        try await room.desk.changePlan(plan.id, PlanDraft(date: Room.day), as: reporter)
      }
      await #expect(throws: refusal) { try await room.desk.removePlan(plan.id, as: reporter) }
      await #expect(throws: refusal) {
        try await room.desk.setPage(PlannedPage(number: 3, name: "三"), of: plan.id, as: reporter)
      }
      await #expect(throws: refusal) { try await room.desk.removePage(1, of: plan.id, as: reporter) }
      await #expect(throws: refusal) { try await room.desk.place([stories[0].number], in: plan.id, as: reporter) }
      await #expect(throws: refusal) { try await room.desk.takeOff([stories[0].number], as: reporter) }
      await #expect(throws: refusal) {
        try await room.desk.fix(plan.id, .lead(story: stories[1].number), as: reporter)
      }
      #expect(try await room.planned(plan.id) == before)
    }
  }

  @Test func `a new issue is suggested the numbers and pages that follow from the last one`() async throws {
    try await Room.with { room in
      var first = Paper.issue("2026-02-15", [Paper.story("01.md")])
      (first.number, first.total) = (NumberRange(first: 3, last: 4), NumberRange(first: 103, last: 104))
      first.kind = .combined
      _ = try await room.desk.file(first, as: Paper.editor, why: "")
      let suggested = try await room.library.suggestedPlan(date: Room.day)
      #expect(suggested.draft.number?.description == "5" && suggested.draft.total?.description == "105")
      #expect(suggested.pages.map(\.name) == ["第1版", "第2版"])
      let combined = try await room.library.suggestedPlan(date: Room.day, kind: .combined)
      #expect(combined.draft.number?.description == "5-6" && combined.draft.total?.description == "105-106")
      let nextYear = try #require(Day("2027-01-01"))
      let later = try await room.library.suggestedPlan(date: nextYear)
      #expect(later.draft.number?.description == "1" && later.draft.total?.description == "105")
      let extra = try await room.library.suggestedPlan(date: Room.day, kind: .extra)
      #expect(extra.draft.number == nil && extra.draft.total == nil)
    }
  }

  @Test func `stories stand in the order in which they are placed, and moving numbers the pages anew`() async throws {
    try await Room.with { room in
      let plan = try await room.plan()
      var numbers: [Int] = []
      for name in ["甲", "乙", "丙", "丁"] {
        numbers.append(try await room.desk.start(Room.copy(name), as: room.actor("hewei")).number)
      }
      let editor = room.actor("luojing")
      _ = try await room.desk.place(numbers, in: plan.id, page: 1, as: editor)
      func order(_ page: Int?) async throws -> [String] {
        let stories = try await room.planned(plan.id)?.stories(onPage: page) ?? []
        #expect(stories.map { $0.place?.position } == Array(0..<stories.count))
        return stories.map(\.headline)
      }
      #expect(try await order(1) == ["甲", "乙", "丙", "丁"])
      _ = try await room.desk.place([numbers[3], numbers[2]], in: plan.id, page: 1, position: 0, as: editor)
      #expect(try await order(1) == ["丁", "丙", "甲", "乙"])
      _ = try await room.desk.place([numbers[2]], in: plan.id, page: 2, isLead: true, as: editor)
      _ = try await room.desk.place([numbers[0]], in: plan.id, page: nil, isLead: true, as: editor)
      #expect(try await order(1) == ["丁", "乙"])
      #expect(try await order(2) == ["丙"])
      #expect(try await order(nil) == ["甲"])
      let leads = try await room.planned(plan.id)?.stories.filter { $0.place?.isLead ?? false }.map(\.headline)
      #expect(leads == ["甲"])
      _ = try await room.desk.takeOff([numbers[3]], as: editor)
      #expect(try await order(1) == ["乙"])
      #expect(try await room.story(numbers[3])?.place == nil)
    }
  }

  @Test func `a story stands in one issue`() async throws {
    try await Room.with { room in
      let (first, stories) = try await room.signedPlan()
      let second = try await room.plan(date: try #require(Day("2026-04-01")), number: 6)
      _ = try await room.desk.place([stories[0].number], in: second.id, page: 1, as: room.actor("luojing"))
      #expect(try await room.planned(first.id)?.stories.map(\.number) == [stories[1].number])
      #expect(try await room.planned(second.id)?.stories.map(\.number) == [stories[0].number])
    }
  }

  @Test func `a page takes its stories along to another number, and leaves them when it is removed`() async throws {
    try await Room.with { room in
      let (plan, stories) = try await room.signedPlan()
      let editor = room.actor("luojing")
      let moved = try await room.desk.setPage(
        PlannedPage(number: 4, name: "要闻", room: 900), of: plan.id, former: 1, as: editor)
      #expect(moved.pages.map(\.number) == [2, 4])
      #expect(try await room.story(stories[0].number)?.place?.page == 4)
      await #expect(throws: Refusal(.pageTwice(2), place: "plan \(plan.id)")) {
        try await room.desk.setPage(PlannedPage(number: 2, name: "又"), of: plan.id, as: editor)
      }
      let fewer = try await room.desk.removePage(4, of: plan.id, as: editor)
      #expect(fewer.pages.map(\.number) == [2])
      #expect(try await room.story(stories[0].number)?.place?.plan == plan.id)
      #expect(try await room.story(stories[0].number)?.place?.page == nil)
      await #expect(throws: Refusal(.noSuchPage(4), place: "plan \(plan.id)")) {
        try await room.desk.place([stories[0].number], in: plan.id, page: 4, as: editor)
      }
    }
  }

  @Test func `an issue that never was public can be removed, and its stories stand nowhere`() async throws {
    try await Room.with { room in
      let (plan, stories) = try await room.signedPlan()
      try await room.desk.removePlan(plan.id, as: room.actor("luojing"))
      #expect(try await room.planned(plan.id) == nil)
      #expect(try await room.story(stories[0].number)?.place == nil)
      let acts = try await room.records().map(\.act)
      #expect(acts.first == "remove-plan")
    }
  }

  @Test func `a plan, its pages and one act hold no more than their limits`() async throws {
    try await Room.with { room in
      let editor = room.actor("luojing")
      let many = (1...IssueLimits.pagesMax + 1).map { PlannedPage(number: $0, name: "") }
      await #expect(throws: Refusal.self) {
        try await room.desk.makePlan(PlanDraft(date: Room.day), pages: many, as: editor)
      }
      let long = String(repeating: "长", count: IssuePlan.titleMax + 1)
      await #expect(throws: Refusal.self) {
        try await room.desk.makePlan(PlanDraft(date: Room.day, title: long), as: editor)
      }
      let full = try await room.plan(pages: Array(many.dropLast()))
      for page in [
        PlannedPage(number: 999, name: ""), PlannedPage(number: 1_000, name: ""), PlannedPage(number: 0, name: ""),
      ] {
        await #expect(throws: Refusal.self) { try await room.desk.setPage(page, of: full.id, as: editor) }
      }
      for page in [
        PlannedPage(number: 1, name: String(repeating: "名", count: IssueLimits.pageNameMax + 1)),
        PlannedPage(number: 1, name: "", room: IssueLimits.roomMax + 1),
        PlannedPage(number: 1, name: "", picture: Paper.media(1)[0].media.name),
      ] {
        await #expect(throws: Refusal.self) {
          try await room.desk.setPage(page, of: full.id, former: 1, as: editor)
        }
      }
      let bulk = Array(1...StoryLimits.bulkMax + 1)
      await #expect(throws: Refusal.self) { try await room.desk.place(bulk, in: full.id, as: editor) }
    }
  }
}
