import Foundation
import Model
import Newsroom
import Store
import TestSupport
import Testing

extension Room {
  /// An issue that is public, with two stories; serials 1 and 2.
  func published() async throws -> (plan: IssuePlan, stories: [Story]) {
    let (plan, stories) = try await signedPlan()
    let published = try await desk.publish(plan.id, as: actor("zhouyan"))
    return (published, stories)
  }
}

/// 更正 and 答辩: said on the article at once, and due in print.
@Suite struct CorrectionTests {
  @Test func `a correction and a reply stand on the article and in the ledger at once`() async throws {
    try await Room.with { room in
      _ = try await room.published()
      let publisher = room.actor("zhouyan")
      let before = try #require(try await room.reading.article(1)).article
      let correction = try await room.desk.correct(1, NoticeDraft(text: "桥长应为\n三十六米。"), as: publisher)
      let reply = try await room.desk.correct(1, NoticeDraft(kind: .reply, text: "施工方：工期并未延误。"), as: publisher)
      let after = try #require(try await room.reading.article(1)).article
      #expect(Set(after.corrections.map(\.text)) == ["桥长应为 三十六米。", "施工方：工期并未延误。"])
      #expect(after.corrections.first { $0.kind == .reply }?.text == "施工方：工期并未延误。")
      #expect(after.copy == before.copy && after.revision == before.revision && after.modified > before.modified)
      let ledger = try await room.reading.corrections().entries
      #expect(ledger.map(\.kind) == [.reply, .correction] && ledger.map(\.made) == [reply.made, correction.made])
      #expect(try await room.reading.corrections(limit: 1).entries == [ledger[0]])
      let acts = try await room.records().map(\.act)
      #expect(Array(acts.prefix(2)) == ["reply-to-article", "correct-article"])
    }
  }

  @Test func `it needs its act, a text within its limit, and a public story`() async throws {
    try await Room.with { room in
      _ = try await room.published()
      await #expect(throws: Refusal(.notAllowed(.correct, actor: "方　汀"), place: "")) {
        try await room.desk.correct(1, NoticeDraft(text: "改"), as: room.actor("fangting"))
      }
      let long = String(repeating: "字", count: ArticleNotice.textMax + 1)
      for text in [" \n ", long] {
        await #expect(throws: Refusal.self) {
          try await room.desk.correct(1, NoticeDraft(text: text), as: room.actor("zhouyan"))
        }
      }
      await #expect(throws: Refusal(.noSuchStory("9"), place: "")) {
        try await room.desk.correct(9, NoticeDraft(text: "改"), as: room.actor("zhouyan"))
      }
      #expect(try await room.reading.corrections().entries.isEmpty)
    }
  }

  @Test func `a correction that is due is missed by the issue that does not carry it`() async throws {
    try await Room.with { room in
      _ = try await room.published()
      let day = try #require(Day("2026-03-15"))
      let notice = try await room.desk.correct(
        1, NoticeDraft(text: "应为三十六。", dueIssue: day, duePlace: "第1版"), as: room.actor("zhouyan"))
      let next = try await room.plan(date: day, number: 6)
      let publisher = room.actor("zhouyan")
      let found = try await room.desk.preflight(next.id, as: publisher).filter { $0.check == .notices }
      #expect(found.map(\.severity) == [.warning])
      #expect(found.first?.fix == .notice(notice.id))
      #expect(try await room.planned(next.id)?.due.map(\.id) == [notice.id])
      try await room.desk.fix(next.id, .notice(notice.id), as: room.actor("luojing"))
      #expect(try await room.planned(next.id)?.notices.map(\.page) == [1])
      let again = try await room.desk.preflight(next.id, as: publisher).filter { $0.check == .notices }
      #expect(again.map(\.severity) == [.passed])
      await #expect(throws: Refusal(.notAllowed(.plan, actor: "何　苇"), place: "")) {
        try await room.desk.placeNotice(notice.id, in: nil, as: room.actor("hewei"))
      }
    }
  }

  @Test func `filing the same issue again keeps what the newsroom said of its stories`() async throws {
    try await Room.with { room in
      var issue = Paper.issue("2026-03-01", [Paper.story("01.md", page: 1), Paper.story("02.md", page: 2)])
      let old = Correction(date: issue.date, text: "随刊带来的更正")
      issue.stories[0].corrections = [old]
      _ = try await room.desk.file(issue, as: Paper.editor, why: "")
      _ = try await room.desk.correct(1, NoticeDraft(kind: .reply, text: "答辩一则"), as: room.actor("zhouyan"))
      try await room.desk.withdraw(2, why: "失实", as: room.actor("zhouyan"))
      let generation = try await room.reading.generation()
      let again = try await room.desk.file(issue, as: Paper.editor, why: "")
      #expect(!again.hasChanges)
      #expect(try await room.reading.generation() == generation)
      issue.stories[0].copy.body = Body([.paragraph([.text("改过的正文。")])])
      issue.stories[1].copy.body = Body([.paragraph([.text("也改过。")])])
      _ = try await room.desk.file(issue, as: Paper.editor, why: "")
      let first = try #require(try await room.reading.article(1)).article
      #expect(first.copy.body.plainText == "改过的正文。")
      #expect(Set(first.corrections.map(\.text)) == [old.text, "答辩一则"])
      let ledger = try await room.reading.corrections().entries
      #expect(ledger.filter { $0.made == nil }.map(\.text) == [old.text] && ledger.count == 3)
      #expect(try await room.reading.article(2)?.article.withdrawal?.reason == "失实")
    }
  }
}

/// 撤稿 and the text that takes the place of a public one.
@Suite struct WithdrawalTests {
  @Test func `a withdrawn story says why and is in no list any more`() async throws {
    try await Room.with { room in
      let (_, stories) = try await room.published()
      await #expect(throws: Refusal(.notAllowed(.withdraw, actor: "许岸青"), place: "")) {
        try await room.desk.withdraw(1, why: "失实", as: room.actor("xuanqing"))
      }
      await #expect(throws: Refusal.self) { try await room.desk.withdraw(1, why: "", as: room.actor("zhouyan")) }
      #expect(try await room.reading.articles(after: 0, limit: 9).count == 2)
      try await room.desk.withdraw(1, why: "失实", as: room.actor("zhouyan"))
      let gone = try #require(try await room.reading.article(1))
      #expect(gone.article.withdrawal?.reason == "失实" && gone.article.copy.body.blocks.isEmpty)
      #expect(try await room.reading.articles(after: 0, limit: 9).map(\.serial) == [2])
      #expect(try await room.reading.search(SearchRequest("步行桥")).total == 0)
      #expect(try await room.reading.feed(.paper, limit: 9)?.map(\.card.serial) == [2])
      let story = try #require(try await room.story(stories[0].number))
      #expect(story.state == .withdrawn && story.publicRevision == nil)
      await #expect(throws: Refusal.self) { try await room.desk.withdraw(1, why: "再撤", as: room.actor("zhouyan")) }
      await #expect(throws: Refusal.self) {
        try await room.desk.openWorkingCopy(ofSerial: 1, as: room.actor("hewei"))
      }
    }
  }

  @Test func `a working copy replaces the public text only when it is signed, and all else stays`() async throws {
    try await Room.with { room in
      let (_, stories) = try await room.published()
      let number = stories[0].number
      _ = try await room.desk.redirect(
        [Redirect(old: "/old.htm", target: .serial(1))], as: Paper.editor, why: "")
      _ = try await room.desk.correct(1, NoticeDraft(text: "更正一处"), as: room.actor("zhouyan"))
      let before = try #require(try await room.reading.article(1))
      _ = try await room.desk.openWorkingCopy(ofSerial: 1, as: room.actor("hewei"))
      _ = try await room.desk.revise(number, Room.copy("步行桥昨天开放"), seen: 1, as: room.actor("hewei"))
      #expect(try await room.reading.article(1) == before)
      await #expect(throws: Refusal.self) {
        try await room.desk.publishWorkingCopy(number, as: room.actor("zhouyan"))
      }
      try await room.sign(number)
      await #expect(throws: Refusal(.notAllowed(.publish, actor: "罗　静"), place: "")) {
        try await room.desk.publishWorkingCopy(number, as: room.actor("luojing"))
      }
      #expect(try await room.reading.article(1) == before)
      let story = try await room.desk.publishWorkingCopy(number, why: "改题", as: room.actor("zhouyan"))
      #expect(story.state == .published && story.publicRevision == 2)
      let after = try #require(try await room.reading.article(1))
      #expect(after.article.copy.headlineText == "步行桥昨天开放" && after.article.revision == 2)
      #expect(after.article.modified > before.article.modified)
      #expect(after.article.published == before.article.published && after.page == before.page)
      #expect(after.article.corrections == before.article.corrections && after.views == before.views)
      #expect(try await room.reading.destination(ofAlias: "/old.htm") != nil)
      #expect(try await room.reading.issue(after.issue.key)?.pages[0].stories[0].isLead == true)
    }
  }
}
