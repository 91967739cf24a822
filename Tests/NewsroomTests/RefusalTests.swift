import Foundation
import Model
import Newsroom
import Store
import TestSupport
import Testing

@Suite struct RefusalTests {
  /// Files an issue that must be refused, and sees that nothing was done.
  private func reason(
    _ issue: IssueManuscript, in paper: Paper, place: String, line: SourceLocation = #_sourceLocation
  ) async throws -> Refusal.Reason? {
    let before = try await Snapshot(paper.library)
    let generation = try await paper.library.generation()
    let refusal = await #expect(throws: Refusal.self, sourceLocation: line) { try await paper.file(issue) }
    #expect(refusal?.place == place, sourceLocation: line)
    #expect(try await Snapshot(paper.library) == before, sourceLocation: line)
    #expect(try await paper.library.generation() == generation, sourceLocation: line)
    return refusal?.reason
  }

  @Test func `serials given are respected and the rest come after the highest`() async throws {
    try await Paper.with { paper async throws in
      let stories = [Paper.story("01.md"), Paper.story("02.md", serial: 70), Paper.story("03.md")]
      try await paper.file(Paper.issue("2026-03-01", stories))
      #expect(try await paper.library.serials() == [70, 71, 72])
      #expect(try await paper.file(Paper.issue("2026-03-01", stories)).same.count == 3)
    }
  }

  @Test func `a serial of another issue is refused with its place`() async throws {
    try await Paper.with { paper async throws in
      try await paper.file(Paper.issue("2026-03-01", [Paper.story("01.md", serial: 5)]))
      let other = Paper.issue("2026-03-02", [Paper.story("00.md"), Paper.story("01.md", serial: 5)])
      let key = try #require(IssueKey("2026-03-01"))
      let found = try await reason(other, in: paper, place: "2026-03-02/01.md")
      #expect(found == .serialElsewhere(5, issue: key, file: "01.md"))
    }
  }

  @Test func `a serial never changes, but a file of a serial may be renamed`() async throws {
    try await Paper.with { paper async throws in
      try await paper.file(
        Paper.issue("2026-03-01", [Paper.story("01.md", serial: 5), Paper.story("02.md", serial: 6)]))
      let changed = Paper.issue("2026-03-01", [Paper.story("01.md", serial: 9), Paper.story("02.md", serial: 6)])
      #expect(try await reason(changed, in: paper, place: "2026-03-01/01.md") == .serialChanged(from: 5, to: 9))
      let taken = Paper.issue("2026-03-01", [Paper.story("02.md", serial: 5)])
      #expect(try await reason(taken, in: paper, place: "2026-03-01/02.md") == .serialChanged(from: 6, to: 5))
      let swapped = Paper.issue("2026-03-01", [Paper.story("02.md", serial: 5), Paper.story("01.md", serial: 6)])
      let filing = try await paper.file(swapped)
      #expect(filing.issueChange == .changed && filing.same == ["02.md", "01.md"] && filing.vanished.isEmpty)
      #expect(try await paper.file(swapped).hasChanges == false)
    }
  }

  @Test func `an issue is known by date, kind and number`() async throws {
    try await Paper.with { paper async throws in
      var extra = Paper.issue("2026-03-01", [Paper.story("01.md")])
      extra.kind = .extra
      #expect(try await paper.file(extra).issue?.description == "2026-03-01")
      extra.number = NumberRange("1")
      let numbered = try await paper.file(extra)
      #expect(numbered.issue?.description == "2026-03-01" && numbered.issueChange == .changed)
      extra.number = NumberRange("2")
      #expect(try await paper.file(extra).issue?.description == "2026-03-01-extra")
      extra.number = NumberRange("3")
      #expect(try await paper.file(extra).issue?.description == "2026-03-01-extra-3")
      extra.number = nil
      let ambiguous = try await reason(extra, in: paper, place: "2026-03-01")
      #expect(ambiguous == .issueAmbiguous(extra.date, .extra))
      extra.kind = .regular
      #expect(try await paper.file(extra).issue?.description == "2026-03-01-regular")
    }
  }

  @Test func `what stands twice or nowhere is refused`() async throws {
    try await Paper.with { paper async throws in
      let date = "2026-03-01"
      let twice = Paper.issue(date, [Paper.story("01.md"), Paper.story("01.md")])
      #expect(try await reason(twice, in: paper, place: "\(date)/01.md") == .fileTwice("01.md"))
      let serials = Paper.issue(date, [Paper.story("01.md", serial: 3), Paper.story("02.md", serial: 3)])
      #expect(try await reason(serials, in: paper, place: "\(date)/02.md") == .serialTwice(3))
      for serial in [0, -1, Ledger.serialMax + 1] {
        let issue = Paper.issue(date, [Paper.story("01.md", serial: serial)])
        #expect(try await reason(issue, in: paper, place: "\(date)/01.md") == .serialOutOfRange(serial))
      }
      var pages = Paper.issue(date, [])
      pages.pages = [PageManuscript(number: 1), PageManuscript(number: 1)]
      #expect(try await reason(pages, in: paper, place: date) == .pageTwice(1))
      pages.pages = [PageManuscript(number: 1_000)]
      #expect(try await reason(pages, in: paper, place: date) == .noSuchPage(1_000))
      let nowhere = Paper.issue(date, [Paper.story("01.md", page: 3)])
      #expect(try await reason(nowhere, in: paper, place: "\(date)/01.md") == .noSuchPage(3))
      let full = Paper.issue(date, [Paper.story("01.md", serial: Ledger.serialMax), Paper.story("02.md")])
      #expect(try await reason(full, in: paper, place: "\(date)/02.md") == .noSerialLeft)
    }
  }

  @Test func `a file that was not taken in is refused`() async throws {
    try await Paper.with { paper async throws in
      var story = Paper.story("01.md")
      story.copy.body = Body([.figure(Figure(media: .file("photo.jpg")))])
      let first = try await reason(Paper.issue("2026-03-01", [story]), in: paper, place: "2026-03-01/01.md")
      #expect(first == .mediaNotFiled("photo.jpg"))
      let name = Paper.media(1)[0].media.name
      var issue = Paper.issue("2026-03-01", [])
      issue.pages[0].pdf = .stored(name)
      #expect(try await reason(issue, in: paper, place: "2026-03-01") == .mediaNotFiled(name.description))
    }
  }

  @Test func `an old address that leads elsewhere is refused`() async throws {
    try await Paper.with { paper async throws in
      var story = Paper.story("01.md")
      story.aliases = ["/old.htm"]
      try await paper.file(Paper.issue("2026-03-01", [story]))
      story.aliases = ["/OLD.htm"]
      let other = Paper.issue("2026-03-02", [story])
      #expect(try await reason(other, in: paper, place: "2026-03-02/01.md") == .aliasTaken("/OLD.htm"))
      story.aliases = ["old.htm"]
      let bare = Paper.issue("2026-03-02", [story])
      #expect(try await reason(bare, in: paper, place: "2026-03-02/01.md") == .aliasMalformed("old.htm"))
    }
  }

  @Test func `a redirect to nothing is refused and none is made`() async throws {
    try await Paper.with { paper async throws in
      let key = try #require(IssueKey("2026-03-01"))
      let targets: [(Redirect.Target, Refusal.Reason)] = [
        (.serial(9), .noSuchStory("9")), (.story(issue: key, file: "x.md"), .noSuchStory("2026-03-01/x.md")),
        (.issue(key), .noSuchIssue(key)), (.media(.file("x.jpg")), .mediaNotFiled("x.jpg")),
      ]
      try await paper.file(Paper.issue("2026-03-02", [Paper.story("01.md")]))
      for (target, reason) in targets {
        let redirects = [Redirect(old: "/fine", target: .serial(1)), Redirect(old: "/x", target: target)]
        let refusal = await #expect(throws: Refusal.self) {
          try await paper.desk().redirect(redirects, as: Paper.editor, why: "")
        }
        #expect(refusal == Refusal(reason, place: "/x"))
      }
      #expect(try await paper.library.aliases().isEmpty)
    }
  }
}
