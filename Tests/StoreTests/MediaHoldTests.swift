import Foundation
import Model
import Newsroom
import TestSupport
import Testing

@testable import Store

@Suite struct MediaHoldTests {
  private func withMedia(_ body: (MediaFiles) throws -> Void) async throws {
    try await withTemporaryFolder { folder in
      try Storage.create(folder: folder)
      try body(MediaFiles(folder: folder))
    }
  }

  private func leaveHalf(_ files: MediaFiles) throws -> String {
    let folder = files.newWorkFolder()
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try Data("half".utf8).write(to: URL(fileURLWithPath: folder + "/original.jpg"))
    return folder
  }

  @Test func `what a stopped import left half written is swept by the next one`() async throws {
    try await withMedia { files in
      let left = try leaveHalf(files)
      let hold = try MediaHold(files)
      #expect(!FileManager.default.fileExists(atPath: left))
      withExtendedLifetime(hold) {}
    }
  }

  @Test func `nothing is swept or removed while another import is at work`() async throws {
    try await withMedia { files in
      let first = try MediaHold(files)
      let left = try leaveHalf(files)
      let second = try MediaHold(files)
      #expect(FileManager.default.fileExists(atPath: left))
      #expect(!second.becomeAlone())
      second.share()
      withExtendedLifetime(first) {}
    }
  }

  @Test func `files that were added for nothing go, and their folders`() async throws {
    try await withMedia { files in
      let source = files.folder + "/photo.jpg"
      try Data("abc".utf8).write(to: URL(fileURLWithPath: source))
      let name = try files.add(file: source, type: .jpg).name
      let hold = try MediaHold(files)
      #expect(hold.becomeAlone())
      hold.remove([name])
      hold.share()
      let parent = (files.path(of: name) as NSString).deletingLastPathComponent
      #expect(!FileManager.default.fileExists(atPath: parent))
    }
  }

  @Test func `only what the database does not name counts as unnamed`() async throws {
    try await Shop.with { shop in
      let media = try shop.media(1)
      var issue = IssueManuscript(date: try #require(Day("2026-03-01")))
      issue.pages = [PageManuscript(number: 1, image: .stored(media[0].media.name))]
      try await shop.file(issue, media: media)
      let other = try #require(MediaName(hash: String(repeating: "a", count: 64), type: .jpg))
      let library = Library(storage: shop.storage)
      #expect(try await library.unnamed([media[0].media.name, other]) == [other])
    }
  }
}
