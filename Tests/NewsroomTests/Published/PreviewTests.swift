import Foundation
import Model
import Newsroom
import Store
import TestSupport
import Testing

/// A look at what is not public, for who has the secret and as long as it holds.
@Suite struct PreviewTests {
  @Test func `a preview shows a planned issue as it would be published, and leaves no trace`() async throws {
    try await Room.with { room in
      let (plan, _) = try await room.signedPlan()
      let draft = try await room.desk.start(Room.copy("还是草稿"), as: room.actor("hewei"))
      _ = try await room.desk.place([draft.number], in: plan.id, page: 2, as: room.actor("luojing"))
      let given = try await room.desk.givePreview(of: .plan(plan.id), as: room.actor("luojing"))
      let records = try await room.records().count
      let reading = try #require(try await room.desk.preview(secret: given.secret, room.reading))
      guard case .issue(let issue) = reading.content else {
        Issue.record("no issue")
        return
      }
      #expect(
        issue.issue.pages.map { $0.stories.map { Copy.joined($0.headline) } } == [["步行桥今天开放"], ["早市搬到河对岸", "还是草稿"]])
      #expect(issue.articles.count == 3 && issue.pages.count == 2)
      #expect(try await room.reading.issueHeads().isEmpty)
      #expect(try await room.reading.serials().isEmpty)
      #expect(try await room.records().count == records)
      #expect(try await room.story(draft.number)?.serial == nil)
    }
  }

  @Test func `a preview of a story shows its latest text, of a public one the working copy`() async throws {
    try await Room.with { room in
      let draft = try await room.desk.start(Room.copy("还是草稿"), as: room.actor("hewei"))
      let given = try await room.desk.givePreview(of: .story(draft.number), as: room.actor("luojing"))
      guard case .article(let shown)? = try await room.desk.preview(secret: given.secret, room.reading)?.content else {
        Issue.record("no article")
        return
      }
      #expect(shown.article.copy.headlineText == "还是草稿")
      let (_, stories) = try await room.published()
      _ = try await room.desk.openWorkingCopy(ofSerial: 1, as: room.actor("hewei"))
      _ = try await room.desk.revise(stories[0].number, Room.copy("改了的题"), seen: 1, as: room.actor("hewei"))
      let content = try await room.desk.preview(
        of: .story(stories[0].number), room.reading, as: room.actor("zhouyan"))
      guard case .article(let working)? = content else {
        Issue.record("no article")
        return
      }
      #expect(working.article.copy.headlineText == "改了的题" && working.article.serial == 1)
      #expect(try await room.reading.article(1)?.article.copy.headlineText == "步行桥今天开放")
    }
  }

  @Test func `a secret that is none, has expired or was revoked shows nothing, and is nowhere kept`() async throws {
    try await Room.with { room in
      let (plan, _) = try await room.signedPlan()
      let editor = room.actor("luojing")
      let given = try await room.desk.givePreview(of: .plan(plan.id), days: 2, as: editor)
      #expect(given.secret.utf8.count == 43)
      for secret in ["", "x", given.secret + "x", String(given.secret.dropLast()), Preview.hash(secret: given.secret)] {
        #expect(try await room.desk.preview(secret: secret, room.reading) == nil)
      }
      let twoDays = given.preview.made.addingTimeInterval(2 * 86_400)
      #expect(try await room.library.preview(secret: given.secret, now: twoDays.addingTimeInterval(-1)) != nil)
      #expect(try await room.library.preview(secret: given.secret, now: twoDays) == nil)
      #expect(try await room.desk(at: twoDays).preview(secret: given.secret, room.reading) == nil)
      await #expect(throws: Refusal(.notAllowed(.preview, actor: "何　苇"), place: "")) {
        try await room.desk.revokePreview(given.preview.id, as: room.actor("hewei"))
      }
      try await room.desk.revokePreview(given.preview.id, as: editor)
      #expect(try await room.desk.preview(secret: given.secret, room.reading) == nil)
      #expect(try await room.library.previews(of: .plan(plan.id)).map(\.revoked).count == 1)
      let text = try await room.records().map { "\($0)" }.joined()
      #expect(!text.contains(given.secret))
    }
  }

  @Test func `previews need their act, hold for thirty days at most, and are not without number`() async throws {
    try await Room.with { room in
      let (plan, _) = try await room.signedPlan()
      await #expect(throws: Refusal(.notAllowed(.preview, actor: "何　苇"), place: "")) {
        try await room.desk.givePreview(of: .plan(plan.id), as: room.actor("hewei"))
      }
      for days in [0, Preview.daysMax + 1] {
        await #expect(throws: Refusal.self) {
          try await room.desk.givePreview(of: .plan(plan.id), days: days, as: room.actor("luojing"))
        }
      }
      for _ in 0..<Preview.openMax {
        _ = try await room.desk.givePreview(of: .plan(plan.id), as: room.actor("luojing"))
      }
      await #expect(throws: Refusal.self) {
        try await room.desk.givePreview(of: .plan(plan.id), as: room.actor("luojing"))
      }
    }
  }

  @Test func `a preview shows the files of what it shows, and no others`() async throws {
    try await Room.with { room in
      let media = Paper.media(2)
      try await room.storage.write { session in
        let ledger = Ledger(session: session)
        for file in media { try ledger.add(file.media, source: file.sourceHash) }
        try ledger.record(
          Record(
            made: Paper.morning, actor: "林汐", act: "upload-media", subject: "", hashBefore: nil,
            hashAfter: ContentHash.text(of: []), why: "", detail: .object([:])))
      }
      var copy = Room.copy("带图")
      copy.body.blocks.append(.figure(Figure(media: .stored(media[0].media.name), alternative: "桥", caption: "桥")))
      let story = try await room.desk.start(copy, as: room.actor("hewei"))
      let given = try await room.desk.givePreview(of: .story(story.number), as: room.actor("luojing"))
      let preview = given.preview
      #expect(try await room.library.media(media[0].media.name, of: preview) != nil)
      #expect(try await room.library.media(media[0].media.renditions[0].name, of: preview) != nil)
      #expect(try await room.library.media(media[1].media.name, of: preview) == nil)
      #expect(try await room.reading.publicMedia(media[0].media.name) == nil)
    }
  }
}
