import Foundation
import Model
import TestSupport
import Testing

@testable import Interchange

/// An issue that is written reads back.
@Suite struct WriterTests {
  private static let zone = TimeZone(identifier: "Asia/Shanghai") ?? .current

  @Test func `an issue that is written reads back as far as the format can say it`() async throws {
    try await withTemporaryFolder { folder in
      let source = folder + "/source"
      try Data("x".utf8).write(to: URL(filePath: source))
      var count = 0
      try holds(rounds: 60) { dice in
        count += 1
        let picture = MediaName(hash: String(repeating: "a", count: 64), type: .jpg)
        let issue = dice.manuscript(media: picture.map { [$0] } ?? []).withRandomSerials(&dice)
        let target = "\(folder)/\(count)"
        _ = try IssueFolder.Writer(folder: target).write(issue, media: { _ in source })
        let contents = try IssueFolder.Reader(folder: target, timeZone: WriterTests.zone).read()
        var findings = Findings()
        let said = SayableIssue.manuscript(issue, folder: target, &findings).withFiles
        #expect(contents.manuscript.pages == said.pages, "\(dice)")
        for (read, written) in zip(contents.manuscript.stories, said.stories) { #expect(read == written, "\(dice)") }
        #expect(contents.manuscript == said, "\(dice)")
      }
    }
  }

  @Test func `the demo paper survives being written`() async throws {
    try await withTemporaryFolder { folder in
      for date in ["2026-03-05", "2026-03-20", "2026-04-05"] {
        let source = "\(DemoPaperTests.folder)/\(date)"
        let contents = try IssueFolder.Reader(folder: source, timeZone: WriterTests.zone).read()
        let notes = try IssueFolder.Writer(folder: "\(folder)/\(date)")
          .write(contents.manuscript, media: { "\(source)/\(IssueFolder.Writer.fileName(of: $0))" })
        let back = try IssueFolder.Reader(folder: "\(folder)/\(date)", timeZone: WriterTests.zone).read()
        #expect(notes.isEmpty)
        #expect(back.manuscript == contents.manuscript)
      }
    }
  }

  @Test func `a folder that holds something is not written over`() async throws {
    try await withTemporaryFolder { folder in
      try Data().write(to: URL(filePath: folder + "/mine.txt"))
      let day = try #require(Day("2026-03-01"))
      #expect(throws: Faults.self) {
        try IssueFolder.Writer(folder: folder).write(IssueManuscript(date: day), media: { _ in "" })
      }
      #expect(FileManager.default.fileExists(atPath: folder + "/mine.txt"))
    }
  }

  @Test func `a missing picture leaves no half of a folder`() async throws {
    try await withTemporaryFolder { folder in
      let day = try #require(Day("2026-03-01"))
      let issue = IssueManuscript(date: day, pages: [PageManuscript(number: 1, image: .file("01.png"))])
      #expect(throws: (any Error).self) {
        try IssueFolder.Writer(folder: folder + "/issue").write(issue, media: { _ in folder + "/none" })
      }
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder).isEmpty)
    }
  }
}

extension IssueManuscript {
  fileprivate func withRandomSerials(_ dice: inout Dice) -> IssueManuscript {
    var issue = self
    for index in issue.stories.indices where dice.once(in: 2) { issue.stories[index].serial = index + 1 }
    if dice.once(in: 2) { issue.total = NumberRange(first: 5, last: dice.number(5...7)) }
    for index in issue.stories.indices {
      issue.stories[index].copy.body.blocks.removeAll(where: \.hasRecordings)  // their files would be pictures
    }
    issue.kind = dice.one(of: IssueKind.allCases)
    return issue
  }

  /// With stored files as they are named in a folder.
  fileprivate var withFiles: IssueManuscript {
    var issue = self
    func file(_ reference: MediaReference) -> MediaReference { .file(IssueFolder.Writer.fileName(of: reference)) }
    for index in issue.pages.indices {
      issue.pages[index].image = issue.pages[index].image.map(file)
      issue.pages[index].pdf = issue.pages[index].pdf.map(file)
    }
    for index in issue.stories.indices {
      issue.stories[index].copy.body = issue.stories[index].copy.body.replacingMedia(file)
    }
    return issue
  }
}

extension Block {
  fileprivate var hasRecordings: Bool {
    switch self {
    case .audio, .video: true
    case .quote(let inner), .note(_, let inner): inner.contains(where: \.hasRecordings)
    case .list(_, _, let items): items.contains { $0.contains(where: \.hasRecordings) }
    default: false
    }
  }
}
