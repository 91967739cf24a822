import Foundation
import Model
import Newsroom
import TestSupport
import Testing

@testable import Store

@Suite struct CheckTests {
  @Test func `a whole site has nothing to tell`() async throws {
    try await holds(rounds: 4) { dice in
      try await Shop.with { shop in
        let media = try shop.media(1)
        var issue = dice.manuscript(media: media.map(\.media.name))
        issue.stories[0].copy.body = Body([.figure(Figure(media: .stored(media[0].media.name)))])
        try await shop.file(issue, media: media)
        #expect(try await shop.storage.check(includingRemarks: true) == [], "\(dice)")
      }
    }
  }

  @Test func `each damage is found at its place`() async throws {
    try await Shop.with { shop in
      let media = try shop.media(3)
      var issue = IssueManuscript(date: try #require(Day("2026-03-01")))
      issue.pages = (0..<3).map { PageManuscript(number: $0 + 1, image: .stored(media[$0].media.name)) }
      issue.stories = [StoryManuscript(file: "01.md", copy: Copy(headline: ["题"], body: Body()))]
      try await shop.file(issue, media: Array(media.prefix(2)) + [media[2]])
      let paths = media.map { MediaFiles(folder: shop.folder).path(of: $0.media.name) }
      try FileManager.default.removeItem(atPath: paths[0])
      try Data("other".utf8).write(to: URL(fileURLWithPath: paths[1]))
      let stray = shop.folder + "/media/.part-left"
      try Data("half".utf8).write(to: URL(fileURLWithPath: stray))
      try await shop.storage.write { session in
        try session.run("DROP TRIGGER revision_stays")
        try session.run("UPDATE revision SET copy = '{}'")
        try session.run("INSERT INTO alias (path, original, media) VALUES ('/x', '/x', (SELECT max(name) FROM media))")
      }
      let found = try await shop.storage.check(includingRemarks: true)
      #expect(Set(found.map(\.kind)) == [.missingFile, .changedFile, .unknownFile, .changedText])
      #expect(found.first { $0.kind == .missingFile }?.place == paths[0])
      #expect(found.first { $0.kind == .changedFile }?.place == paths[1])
      #expect(found.first { $0.kind == .unknownFile }?.place == stray)
      #expect(found.first { $0.kind == .changedText }?.place == "1")
      #expect(try await shop.storage.check().count == 3)
    }
  }

  @Test func `an old address of a draft waits`() async throws {
    try await Shop.with { shop in
      var issue = IssueManuscript(date: try #require(Day("2026-03-01")))
      issue.stories = [StoryManuscript(file: "01.md", copy: Copy(headline: ["题"], body: Body()))]
      try await shop.file(issue, publish: false)
      try await shop.storage.write { session in
        try Ledger(session: session).set(alias: "/old.htm", to: .article(1))
      }
      #expect(try await shop.storage.check(includingRemarks: true).map(\.kind) == [.waitingAlias])
      #expect(try await shop.storage.check().isEmpty)
    }
  }
}
