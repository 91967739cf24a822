import Foundation
import Model
import NIOHTTP1
import Store
import TestSupport
import Testing

@testable import Web

@Suite struct BeaconTests {
  private static let origin = Cast.settings.site.baseURL

  private func post(
    _ paper: ServedPaper, _ serial: Int = 2401, _ fields: [(String, String)] = []
  ) async throws -> ServedPaper.Reply {
    try await paper.get("/views/\(serial)", fields, method: .POST)
  }

  @Test func `a beacon is answered with the new count, and all readings have it`() async throws {
    try await ServedPaper.with { (paper) async throws -> Void in
      #expect(try await post(paper).text == #"{"views":8}"#)
      let reply = try await post(paper)
      #expect(reply.status == 200 && reply.text == #"{"views":9}"#)
      #expect(reply["content-type"] == "application/json" && reply["cache-control"] == "no-store")
      let article = try await paper.get("/api/v1/articles/2401").text
      #expect(article.contains(#""views":9"#))
      #expect(try await paper.get(paper.site.path(2401)).text.contains(#"<span class="num" data-count>9</span>"#))
    }
  }

  @Test func `a picture counts for readers without scripts, and their browser keeps it`() async throws {
    try await ServedPaper.with { (paper) async throws -> Void in
      let page = try await paper.get(paper.site.path(2401)).text
      #expect(page.contains(#"<noscript><img class="vh" src="/views/dot.gif?2401""#))
      let picture = try await paper.get("/views/2401.gif")
      #expect(picture.status == 200 && picture["content-type"] == "image/gif" && picture.body.count == 43)
      #expect(picture["cache-control"] == "private, max-age=1800")
      #expect(try await paper.get("/views/dot.gif?2405").status == 410)
      #expect(try await paper.get("/views/dot.gif").body == picture.body)
      #expect(try await paper.get("/views/dot.gif?2401", method: .HEAD).status == 200)
      #expect(try await paper.get("/views/2401.gif", [("User-Agent", "Googlebot/2.1")]).status == 200)
      #expect(try await post(paper).text == #"{"views":9}"#)
    }
  }

  @Test func `what is no opening of a page is answered with another status, and not counted`() async throws {
    try await ServedPaper.with { (paper) async throws -> Void in
      #expect(try await post(paper, 999_999_999_999).status == 404)
      #expect(try await post(paper, 2405).status == 410)
      #expect(try await post(paper, 2420).status == 404)
      #expect(try await post(paper, 2401, [("User-Agent", "Googlebot/2.1")]).status == 403)
      #expect(try await post(paper, 2401, [("Sec-Purpose", "prefetch;prerender")]).status == 403)
      #expect(try await post(paper, 2401, [("Origin", "https://evil.example")]).status == 403)
      #expect(try await paper.get("/views/2405.gif").status == 410)
      #expect(try await paper.get("/views/7.gif").status == 404)
      #expect(try await post(paper).text == #"{"views":8}"#)
    }
  }

  @Test func `other methods and addresses are refused`() async throws {
    try await ServedPaper.with { (paper) async throws -> Void in
      let get = try await paper.get("/views/2401")
      #expect(get.status == 405 && get["allow"] == "POST, OPTIONS")
      let picture = try await paper.get("/views/2401.gif", method: .POST)
      #expect(picture.status == 405 && picture["allow"] == "GET, HEAD")
      for path in ["/views/", "/views/0", "/views/02401", "/views/-1", "/views/1234567890123", "/views/a"] {
        let reply = try await paper.get(path, method: .POST)
        #expect(reply.status == 405 && reply["allow"] == "GET, HEAD", "\(path)")
        #expect(try await paper.get(path).status == 404, "\(path)")
      }
    }
  }

  @Test func `scripts of the paper's own pages alone may read the answer`() async throws {
    try await ServedPaper.with { (paper) async throws -> Void in
      let own = try await post(paper, 2401, [("Origin", Self.origin)])
      #expect(own.status == 200 && own["access-control-allow-origin"] == Self.origin && own["vary"] == "Origin")
      let foreign = try await post(paper, 2401, [("Origin", "https://evil.example")])
      #expect(foreign["access-control-allow-origin"] == nil)
      let asked = try await paper.get("/views/2401", [("Origin", Self.origin)], method: .OPTIONS)
      #expect(asked.status == 204 && asked["access-control-allow-origin"] == Self.origin)
      #expect(asked["access-control-allow-methods"] == "POST")
    }
  }

  @Test func `a burst is answered 429 and noted`() async throws {
    var settings = FilledSite.settings
    settings.views.burstPerMinuteMax = 2
    try await ServedPaper.with(settings) { (paper) async throws -> Void in
      var statuses: [Int] = []
      for _ in 0..<4 { statuses.append(try await post(paper).status) }
      #expect(statuses == [200, 200, 429, 429])
      #expect(paper.log.all.filter { $0.message == "views capped" }.count == 1)
    }
  }

  @Test func `what was counted is folded while the server runs and when it stops`() async throws {
    var settings = FilledSite.settings
    settings.views.foldSeconds = 1
    try await ServedPaper.with(settings) { (paper) async throws -> Void in
      _ = try await post(paper)
      for _ in 0..<100 {
        let day = try await paper.get("/api/v1/most-read?period=day").text
        if day.contains(#""views":1"#) { break }
        try await Task.sleep(for: .milliseconds(100))
      }
      let day = try await paper.get("/api/v1/most-read?period=day&limit=1").text
      #expect(day.contains(#""period":"day""#) && day.contains(#""views":1"#))
      #expect(try await paper.get("/most-read/day/").text.contains("两百条船回港过年"))
    }
  }

  @Test func `the most read can be asked for by time and issue`() async throws {
    try await ServedPaper.with { (paper) async throws -> Void in
      #expect(try await paper.get("/api/v1/most-read").status == 200)
      let issue = try await paper.get("/api/v1/most-read?issue=2026-03-05&period=all").text
      #expect(issue.contains("\"serial\":2406") && !issue.contains("\"serial\":2390"))
      #expect(try await paper.get("/api/v1/most-read?issue=1999-01-01").status == 404)
      #expect(try await paper.get("/api/v1/most-read?issue=x").status == 404)
      for query in ["period=year", "limit=0", "limit=101", "limit=1&limit=2", "period=%ff"] {
        #expect(try await paper.get("/api/v1/most-read?\(query)").status == 400, "\(query)")
      }
      for period in ["", "day/", "week/", "month/"] {
        #expect(try await paper.get("/most-read/\(period)").status == 200)
      }
      #expect(try await paper.get("/most-read/year/").status == 404)
    }
  }

  @Test func `charts stand where views were counted`() async throws {
    try await ServedPaper.with { (paper) async throws -> Void in
      #expect(try await paper.get("/views/2401.svg").status == 404)
      _ = try await post(paper)
      let chart = try await paper.get("/views/2401.svg")
      #expect(chart.status == 200 && chart["content-type"] == "image/svg+xml")
      #expect(chart["content-security-policy"] == "default-src 'none'; style-src 'unsafe-inline'")
      #expect(chart.text.contains("<title id=\"title\">") && chart.text.contains("两百条船回港过年"))
      #expect(try await paper.get("/views/issues/2026-03-05.svg").status == 200)
      #expect(try await paper.get("/views/issues/2026-02-20.svg").status == 404)
      #expect(try await paper.get("/views/2405.svg").status == 404)
    }
  }

  @Test func `damaged counters are named when the server starts`() async throws {
    try await FilledSite.with { site in
      let path = site.folder + "/" + ViewCounters.fileName
      try Data("no counters".utf8).write(to: URL(fileURLWithPath: path))
      let again = try await ViewCounters.counting(site.storage)
      #expect(again.findings.count == 1 && again.findings[0].description.contains("Restore a backup"))
    }
  }
}
