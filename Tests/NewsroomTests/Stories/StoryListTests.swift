import Foundation
import Model
import Newsroom
import Store
import TestSupport
import Testing

/// The story list finds exactly what is asked for, page by page, and for each person only what they may see.
@Suite struct StoryListTests {
  private static let states: [(StoryState, String)] = [
    (.draft, ""), (.review, "first"), (.review, "second"), (.returned, ""), (.signed, ""), (.published, ""),
    (.spiked, ""),
  ]
  private static let words = ["步行桥", "早餐车", "公交", "灯塔", "候鸟"]

  /// So many stories of random people, sections, states and words.
  private static func fill(_ room: Room, _ count: Int, _ dice: inout Dice) async throws -> [Story] {
    var stories: [Story] = []
    for _ in 0..<count {
      let headline = dice.one(of: words) + dice.one(of: words)
      var copy = Room.copy(headline)
      copy.section = dice.one(of: ["要闻", "副刊", "民生"])
      var story = try await room.desk.start(copy, as: room.actor(dice.one(of: ["hewei", "linxi", "guest"])))
      (story.state, story.step) = dice.one(of: states)
      story.holder = dice.once(in: 3) ? nil : room.people[dice.one(of: ["hewei", "qiao", "guest"])]?.id
      story.changed = Paper.morning.addingTimeInterval(Double(-dice.number(0...30)) * 86_400)
      let changed = story
      try await room.storage.write { try Ledger(session: $0).change(changed) }
      stories.append(story)
    }
    return stories
  }

  private static func matches(_ story: Story, _ query: StoryQuery, _ viewer: Viewer, _ now: Date) -> Bool {
    let steps = ["first", "second"].filter {
      viewer.acts.contains($0 == "first" ? Act.firstReview : .secondReview)
    }
    let isOnShelf =
      switch query.shelf {
      case .all: true
      case .mine: story.holder == viewer.person || (story.owner == viewer.person && story.state == .returned)
      case .waiting: story.state == .review && steps.contains(story.step)
      case .step(let key): story.state == .review && story.step == key
      case .state(let state): story.state == state
      }
    return isOnShelf && viewer.sees(story)
      && (query.person == nil || story.owner == query.person || story.holder == query.person)
      && (query.section.isEmpty || story.section == query.section)
      && (query.text.isEmpty || story.headline.contains(query.text))
      && (query.days.map { story.changed <= now.addingTimeInterval(-Double($0) * 86_400) } ?? true)
  }

  @Test func `every list is what a look at each story finds, and its pages show each once`() async throws {
    try await Room.with { room in
      var dice = Dice(seed: UInt64.random(in: 0...UInt64.max))
      let stories = try await StoryListTests.fill(room, 160, &dice)
      for _ in 0..<60 {
        let viewer = room.viewer(dice.one(of: ["hewei", "guest", "fangting", "qiao"]))
        var query = StoryQuery(
          shelf: dice.one(of: [.all, .mine, .waiting, .step("second"), .state(.signed), .state(.draft)]))
        if dice.once(in: 3) { query.person = room.people[dice.one(of: ["hewei", "qiao"])]?.id }
        if dice.once(in: 3) { query.section = "副刊" }
        if dice.once(in: 2) { query.text = String(dice.one(of: StoryListTests.words).prefix(2)) }
        if dice.once(in: 4) { query.days = dice.number(1...20) }
        let now = Paper.morning
        let library = NewsroomLibrary(storage: room.storage, reviewing: room.reviewing, now: { now })
        let wanted = stories.filter { StoryListTests.matches($0, query, viewer, now) }.map(\.number)
        var found: [Int] = []
        repeat {
          let page = try await library.stories(query, for: viewer)
          found += page.rows.map(\.story.number)
          query.after = page.next
        } while query.after != nil
        #expect(found.count == Set(found).count, "\(dice) \(query)")
        #expect(Set(found) == Set(wanted), "\(dice) \(query)")
      }
    }
  }

  @Test func `the counts of the shelves are those of their lists`() async throws {
    try await Room.with { room in
      var dice = Dice(seed: UInt64.random(in: 0...UInt64.max))
      let stories = try await StoryListTests.fill(room, 60, &dice)
      for login in ["hewei", "guest", "fangting"] {
        let viewer = room.viewer(login)
        let page = try await room.library.stories(StoryQuery(), for: viewer)
        for shelf in page.shelves {
          let query = StoryQuery(shelf: shelf.shelf)
          let wanted = stories.filter { StoryListTests.matches($0, query, viewer, Paper.morning) }.count
          #expect(shelf.count == wanted, "\(login) \(shelf.shelf) \(dice)")
        }
      }
    }
  }

  @Test func `filters are kept under a name, for one person alone, and no more than a limit`() async throws {
    try await Room.with { room in
      let query = StoryQuery(shelf: .mine, text: "桥")
      for number in 1...SavedFilter.countMax {
        try await room.desk.save(filter: "筛选\(number)", query, as: room.actor("hewei"))
      }
      await #expect(throws: Refusal.self) {
        try await room.desk.save(filter: "再一个", query, as: room.actor("hewei"))
      }
      try await room.desk.save(filter: "筛选1", StoryQuery(section: "副刊"), as: room.actor("hewei"))
      let saved = try await room.library.stories(StoryQuery(), for: room.viewer("hewei")).saved
      #expect(saved.count == SavedFilter.countMax)
      #expect(saved.first { $0.name == "筛选1" }?.query.section == "副刊")
      #expect(try await room.library.stories(StoryQuery(), for: room.viewer("qiao")).saved.isEmpty)
      try await room.desk.remove(filter: saved[0].id, as: room.actor("hewei"))
      await #expect(throws: Refusal.self) {
        try await room.desk.remove(filter: saved[1].id, as: room.actor("qiao"))
      }
    }
  }

  @Test func `notes are open until somebody resolves them`() async throws {
    try await Room.with { room in
      let story = try await room.desk.start(Room.copy(), as: room.actor("hewei"))
      try await room.desk.note(story.number, "导语好。", paragraph: 0, quote: "桥", as: room.actor("fangting"))
      let note = try await room.library.room(story.number, for: room.viewer("hewei"))?.notes.first
      #expect(note?.author == "方　汀")
      #expect(note?.resolved == nil)
      if let note { try await room.desk.resolve(note.id, ofStory: story.number, true, as: room.actor("hewei")) }
      #expect(try await room.library.room(story.number, for: room.viewer("hewei"))?.notes.first?.resolved != nil)
      await #expect(throws: Refusal.self) {
        try await room.desk.note(
          story.number, String(repeating: "字", count: StoryLimits.noteMax + 1), as: room.actor("fangting"))
      }
    }
  }
}
