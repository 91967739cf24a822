import Foundation
import Model
import Newsroom
import Store
import TestSupport
import Testing

@Suite struct DeskTests {
  @Test func `who may not import is refused and nothing is done`() async throws {
    try await Paper.with { paper async throws in
      let stranger = Actor(name: "过客", acts: [.redirect])
      let issue = Paper.issue("2026-03-01", [Paper.story("01.md")])
      let refusal = await #expect(throws: Refusal.self) {
        try await paper.desk().file(issue, as: stranger, why: "", publish: true)
      }
      #expect(refusal?.reason == .notAllowed(.importIssue, actor: "过客"))
      #expect(try await paper.library.generation() == 0)
    }
  }

  @Test func `an act leaves one line of record with who, what, when and why`() async throws {
    try await Paper.with { paper async throws in
      let issue = Paper.issue("2026-03-01", [Paper.story("01.md")])
      try await paper.file(issue)
      try await paper.file(Paper.issue("2026-03-01", [Paper.story("01.md", text: "改过。")]))
      let records = try await paper.records()
      #expect(records.count == 2)
      #expect(records[1].hashBefore == nil)
      #expect(records[0].hashBefore == records[1].hashAfter)
      #expect(records[0].hashAfter != records[1].hashAfter)
      #expect(records[0].actor == "林汐" && records[0].act == "import-issue" && records[0].why == "signed elsewhere")
      #expect(records[0].subject == "2026-03-01" && records[0].made == Paper.morning)
      #expect(records[0].detail["changed"] == .array([.integer(1)]))
    }
  }

  @Test func `a changed text is a new revision under the same serial and moves its date of change`() async throws {
    try await Paper.with { paper async throws in
      try await paper.file(Paper.issue("2026-03-01", [Paper.story("01.md")]))
      let before = try #require(try await paper.library.article(1)).article
      #expect(before.revision == 1 && before.modified == before.published)
      #expect(before.published == before.day.start(in: Paper.zone))
      try await paper.file(Paper.issue("2026-03-01", [Paper.story("01.md", text: "改过。")]))
      let after = try #require(try await paper.library.article(1)).article
      #expect(after.revision == 2 && after.modified == Paper.morning && after.published == before.published)
      #expect(after.id == before.id)
      var placed = Paper.story("01.md", text: "改过。", page: 1)
      let later = Paper.morning.addingTimeInterval(60)
      try await paper.file(Paper.issue("2026-03-01", [placed]), at: later)
      #expect(try await paper.library.article(1)?.article.modified == Paper.morning)
      placed.corrections = [Correction(date: before.day, text: "更正")]
      try await paper.file(Paper.issue("2026-03-01", [placed]), at: later)
      #expect(try await paper.library.article(1)?.article.modified == later)
      #expect(try await paper.library.article(1)?.article.revision == 2)
    }
  }

  @Test func `a vanished story is reported and stays`() async throws {
    try await Paper.with { paper async throws in
      let stories = [Paper.story("01.md"), Paper.story("02.md")]
      try await paper.file(Paper.issue("2026-03-01", stories, pages: 2))
      let filing = try await paper.file(Paper.issue("2026-03-01", [stories[0]], pages: 1))
      #expect(filing.vanished == ["02.md"] && filing.vanishedPages == [2] && !filing.hasChanges)
      #expect(try await paper.library.serials() == [1, 2])
    }
  }

  @Test func `a changed page or order changes the issue alone`() async throws {
    try await Paper.with { paper async throws in
      var issue = Paper.issue("2026-03-01", [Paper.story("01.md"), Paper.story("02.md")])
      try await paper.file(issue)
      issue.pages[1].name = "副刊"
      var filing = try await paper.file(issue)
      #expect(filing.issueChange == .changed && filing.same.count == 2)
      issue.stories.reverse()
      filing = try await paper.file(issue)
      #expect(filing.issueChange == .changed && filing.same == ["02.md", "01.md"])
      #expect(try await paper.library.article(2)?.next?.serial == 1)
      #expect(try await paper.library.generation() == 3)
    }
  }

  @Test func `old addresses lead on without regard to case, with their query or without`() async throws {
    try await Paper.with { paper async throws in
      var stories = [Paper.story("01.md"), Paper.story("02.md")]
      stories[0].aliases = ["/Show.asp?ID=5"]
      stories[1].aliases = ["/show.asp", "/旧/页.htm"]
      try await paper.file(Paper.issue("2026-03-01", stories))
      let day = try #require(Day("2026-03-01"))
      func serial(_ old: String) async throws -> Int? {
        guard case .article(let serial, day)? = try await paper.library.destination(ofAlias: old) else { return nil }
        return serial
      }
      #expect(try await serial("/SHOW.ASP?id=5") == 1)
      #expect(try await serial("/show.asp?id=6") == 2)
      #expect(try await serial("/%E6%97%A7/%e9%a1%b5.htm") == 2)
      #expect(try await serial("/other") == nil)
      #expect(try await paper.library.aliases().count == 3)
    }
  }

  @Test func `an old address stays when the story does not name it any more`() async throws {
    try await Paper.with { paper async throws in
      var story = Paper.story("01.md")
      story.aliases = ["/old.htm"]
      try await paper.file(Paper.issue("2026-03-01", [story]))
      try await paper.file(Paper.issue("2026-03-01", [Paper.story("01.md")]))
      #expect(try await paper.library.destination(ofAlias: "/old.htm") != nil)
    }
  }

  @Test func `redirects lead to stories, issues and files, and doing it again changes nothing`() async throws {
    try await Paper.with { paper async throws in
      let media = Paper.media(1)
      let key = try #require(IssueKey("2026-03-01"))
      try await paper.file(Paper.issue("2026-03-01", [Paper.story("01.md")]))
      let redirects = [
        Redirect(old: "/a", target: .serial(1)), Redirect(old: "/b", target: .story(issue: key, file: "01.md")),
        Redirect(old: "/c", target: .issue(key)), Redirect(old: "/d", target: .media(.stored(media[0].media.name))),
      ]
      let first = try await paper.desk().redirect(redirects, media: media, as: Paper.editor, why: "moved")
      #expect(first.new == ["/a", "/b", "/c", "/d"])
      let again = try await paper.desk().redirect(redirects, media: media, as: Paper.editor, why: "moved")
      #expect(again.same.count == 4 && !again.hasChanges)
      #expect(try await paper.library.generation() == 2)
      #expect(try await paper.library.destination(ofAlias: "/C") == .issue(key))
      #expect(try await paper.library.destination(ofAlias: "/d") == .media(media[0].media.name))
      #expect(try await paper.library.publicMedia(media[0].media.name) != nil)
      let other = [Redirect(old: "/a", target: .issue(key))]
      #expect(try await paper.desk().redirect(other, as: Paper.editor, why: "mended").changed == ["/a"])
    }
  }

  @Test func `a redirect to a draft's file does not show it`() async throws {
    try await Paper.with { paper async throws in
      let media = Paper.media(1)
      var story = Paper.story("01.md")
      story.copy.body = Body([.figure(Figure(media: .stored(media[0].media.name)))])
      try await paper.file(Paper.issue("2026-03-01", [story]), media: media, publish: false)
      let redirects = [
        Redirect(old: "/a", target: .serial(1)), Redirect(old: "/d", target: .media(.stored(media[0].media.name))),
      ]
      _ = try await paper.desk().redirect(redirects, as: Paper.editor, why: "")
      #expect(try await paper.library.destination(ofAlias: "/a") == nil)
      #expect(try await paper.library.destination(ofAlias: "/d") == nil)
      #expect(try await paper.library.publicMedia(media[0].media.name) == nil)
      #expect(try await paper.library.aliases().isEmpty)
    }
  }

  @Test func `what a file was made of is found by its source`() async throws {
    try await Paper.with { paper async throws in
      let media = Paper.media(1)
      var issue = Paper.issue("2026-03-01", [Paper.story("01.md")])
      issue.pages[0].image = .stored(media[0].media.name)
      try await paper.file(issue, media: media)
      #expect(try await paper.library.developed(sourceHash: "source-0") == media[0].media)
      #expect(try await paper.library.developed(sourceHash: "source-1") == nil)
      #expect(try await paper.library.publicMedia(media[0].media.renditions[0].name)?.width == 480)
      #expect(try await paper.library.allPublicMedia().count == 2)
    }
  }

  @Test func `two programs that file at once wait for each other`() async throws {
    try await Paper.with { paper async throws in
      let other = try await Storage(folder: paper.folder)
      let desks = [paper.desk(), Desk(storage: other, timeZone: Paper.zone)]
      try await withThrowingTaskGroup(of: Void.self) { group in
        for (index, desk) in desks.enumerated() {
          group.addTask {
            for day in 1...9 {
              let stories = (0..<4).map { Paper.story("0\($0).md") }
              let issue = Paper.issue("2026-0\(index + 1)-0\(day)", stories)
              _ = try await desk.file(issue, as: Paper.editor, why: "")
            }
          }
        }
        try await group.waitForAll()
      }
      try other.close()
      #expect(try await paper.library.serials() == Array(1...72))
      #expect(try await paper.library.generation() == 18)
    }
  }
}
