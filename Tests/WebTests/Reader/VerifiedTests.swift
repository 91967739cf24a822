import Foundation
import Model
import Press
import TestSupport
import Testing

@testable import Store
@testable import Web

/// Serving only what holds against the record.
struct VerifiedTests {
  private static var settings: Settings {
    var settings = FilledSite.settings
    settings.newsroom.servesOnlyVerified = true
    return settings
  }

  private static let edited = "改过而没有签过的主题"

  /// Somebody with the file of the database edits a row beside the desk, and lets all caches go.
  private static func edit(_ site: FilledSite, _ sql: SQLText) async throws {
    try await site.storage.write { session in
      try session.run("DROP TRIGGER IF EXISTS revision_stays")
      try session.run(sql)
      try session.run("UPDATE generation SET number = number + 1")
    }
  }

  private static let edits: [SQLText] = [
    "UPDATE public_article SET headline = '[\"改过而没有签过的主题\"]' WHERE serial = 2401",
    "UPDATE revision SET copy = replace(copy, '两百条船回港过年', '改过而没有签过的主题') WHERE article = 2401",
    "UPDATE search_text SET headline = '改过而没有签过的主题' WHERE serial = 2401",
  ]

  @Test(arguments: 0..<3) func `a story that was edited past the desk is not served anywhere`(edit: Int) async throws {
    try await ServedPaper.with(VerifiedTests.settings) { paper in
      #expect(try await paper.get(paper.site.path(2401)).status == 200)
      try await VerifiedTests.edit(paper.site, VerifiedTests.edits[edit])
      let reply = try await paper.get(paper.site.path(2401))
      let id = try #require(reply["x-request-id"])
      #expect(reply.status == 503 && reply.text.contains(id) && reply["cache-control"] == "no-store")
      #expect(paper.log.all.contains { $0.metadata["article"] == "2401" && $0.metadata["id"] == id })
      let data = try await paper.get("/api/v1/articles/2401")
      #expect(data.status == 503 && data.text.contains("\"unverified\""))
      for path in ["/", "/issues/2026-03-05/", "/issues/2026-03-05/01/", "/feeds/atom.xml", "/feeds/feed.json",
        "/api/v1/articles", "/api/v1/issues/2026-03-05", "/search?q=船", "/api/v1/search?q=船", "/cite/2401.bib",
      ] {
        let text = try await paper.get(path).text
        #expect(!text.contains(VerifiedTests.edited) && !text.contains("两百条船"), "\(path)")
      }
      #expect(try await paper.get(paper.site.path(2406)).status == 200)
      let key = try #require(IssueKey("2026-03-05"))
      await #expect(throws: UnverifiedArticle(serial: 2401)) {
        _ = try await paper.site.edition.answers(ofIssue: key)
      }
    }
  }

  @Test func `without the setting it is served, and verify still finds it`() async throws {
    try await ServedPaper.with { paper in
      try await VerifiedTests.edit(paper.site, VerifiedTests.edits[0])
      #expect(try await paper.get("/").text.contains(VerifiedTests.edited))
    }
  }

  @Test func `the signed heads of the record are public, and nothing of who did what`() async throws {
    try await FilledSite.with { site in
      let key = RecordKey()
      try await site.storage.write { session in
        let ledger = Ledger(session: session)
        guard let line = try ledger.lastLine(after: 0, before: .distantFuture) else { return }
        try ledger.add(try key.head(day: Cast.day("2026-03-05"), number: line.number, chain: line.chain))
      }
      let document = try #require(try await site.edition.document(at: "/.well-known/broadsheet-record"))
      let json = try JSON(text: String(decoding: document.body, as: UTF8.self))
      #expect(json["publication"]?.string == site.settings.publication.name)
      #expect(json["key"]?.string == key.publicText)
      let head = try #require(json["heads"]?.array?.first)
      let read = RecordHead(
        day: try #require(head["day"]?.string.flatMap { Day($0) }), number: try #require(head["number"]?.integer),
        chain: try #require(head["chain"]?.string), key: try #require(head["key"]?.string),
        signature: try #require(head["signature"]?.string))
      #expect(read.isSigned && json["latest"]?["number"]?.integer == read.number)
      #expect(!document.body.isEmpty && !String(decoding: document.body, as: UTF8.self).contains("林汐"))
      #expect(try await site.edition.addresses().contains("/.well-known/broadsheet-record"))
    }
  }
}
