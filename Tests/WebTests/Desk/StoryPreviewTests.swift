import Foundation
import Model
import NIOHTTP1
import Testing

@testable import Web

/// The link of a story's preview: who gets it, and how often.
@Suite(.serialized)
struct StoryPreviewTests {
  @Test func `the link is shown once on the story's page, holds for whoever has it, and ends when it is revoked`()
    async throws
  {
    try await ServedNewsroom.with { newsroom in
      var writer = try await newsroom.browser("linxi", [.reporter])
      let form = [("headline", "渡口早班"), ("body", "渡船明早六点开。")]
      let place = try #require(try await writer.post("/desk/stories", form)["location"])
        .components(separatedBy: "?")[0]
      var editor = try await newsroom.browser("luojing", [.pageEditor])
      try await editor.get(place)
      let shown = try await editor.post(place + "/previews", [("days", "3")])
      #expect(shown.status == 200 && shown["cache-control"] == "no-store")
      let secret = String(try #require(shown.text.firstMatch(of: #//preview/([A-Za-z0-9_-]{43})//#)).1)
      #expect(shown.text.contains("<section class=\"once\""))
      let path = "/preview/\(secret)/"
      let look = try await newsroom.browser.send(.GET, path)
      #expect(look.status == 200 && look.text.contains("渡船明早六点开。"))
      let page = try await editor.get(place)
      #expect(!page.text.contains(secret) && !page.text.contains("class=\"once\""))
      #expect(try await !editor.get("/desk/account").text.contains(secret))
      // Not in the database either, nor in its log.
      let folder = newsroom.paper.site.folder
      for name in try FileManager.default.subpathsOfDirectory(atPath: folder) {
        let bytes = FileManager.default.contents(atPath: folder + "/" + name) ?? Data()
        #expect(bytes.range(of: Data(secret.utf8)) == nil, "\(name)")
      }
      let revocation = try #require(page.text.firstMatch(of: /action="([^"]+\/revocation)"/))
      #expect(try await editor.post(String(revocation.1)).status == 303)
      #expect(try await newsroom.browser.send(.GET, path).status == 404)
    }
  }
}
