import Model
import Testing

@testable import Web

/// What is said of a story afterwards, and who learns of it when.
@Suite(.serialized)
struct ServedCorrectionTests {
  @Test func `a correction, a reply and a withdrawal are in the feed at once, though it was kept`() async throws {
    try await ServedNewsroom.with { newsroom in
      var publisher = try await newsroom.browser("zhouyan", [.publisher])
      let paths = ["atom.xml", "rss.xml", "feed.json"].map { "/feeds/corrections/\($0)" }
      let says = [
        ("/corrections", [("kind", "correction"), ("text", "“帐”应为“账”。")], "“帐”应为“账”。"),
        ("/corrections", [("kind", "reply"), ("text", "施工方：工期并未延误。")], "施工方：工期并未延误。"),
        ("/withdrawal", [("why", "当事人提出异议"), ("confirm", "2401")], "当事人提出异议"),
      ]
      for (act, form, text) in says {
        for path in paths {
          _ = try await newsroom.paper.get(path)
          let kept = try await newsroom.paper.get(path)
          #expect(kept.status == 200 && kept["x-request-id"] == nil && !kept.text.contains(text), "\(path)")
        }
        let reply = try await publisher.post("/desk/articles/2401" + act, form)
        #expect(reply.status == 303, "\(reply.text.prefix(300))")
        for path in paths {
          let fresh = try await newsroom.paper.get(path)
          #expect(fresh.text.contains(text), "\(path): \(fresh.text.prefix(600))")
        }
      }
    }
  }
}
