import Foundation
import Model
import Press
import Store
import Testing

@testable import Web

/// Addresses of `Edition`, asked over HTTP.
struct ServedAddressTests {
  @Test func `every address that is listed answers`() async throws {
    try await ServedPaper.with { paper in
      let all = try await paper.site.edition.addresses()
      #expect(all.count > 60 && Set(all).count == all.count)
      for path in all {
        let reply = try await paper.get(Address.encoded(path))
        let expected = path == paper.site.path(2405) ? 410 : 200
        #expect(reply.status == expected, "\(path)")
        let document = try await paper.site.edition.document(at: path)
        #expect(document?.body == reply.body, "\(path)")
      }
    }
  }

  @Test func `a permalink with another date leads to the right one`() async throws {
    try await ServedPaper.with { paper in
      let wrong = "/content/2025-01/31/002401.html"
      let reply = try await paper.get(wrong)
      #expect(reply.status == 301 && reply["location"] == paper.site.path(2401))
      #expect(try await paper.get("/content/2026-03/05/999999.html").status == 404)
      #expect(try await paper.get("/content/2026-03/05/002420.html").status == 404)
    }
  }

  @Test func `a withdrawn story answers 410 and says why`() async throws {
    try await ServedPaper.with { paper in
      let reply = try await paper.get(paper.site.path(2405))
      #expect(reply.status == 410 && reply.text.contains("开放时间有变"))
      #expect(try await paper.get("/api/v1/articles/2405").status == 410)
      #expect(try await paper.get("/cite/2405.bib").status == 410)
    }
  }

  @Test func `an old address leads to the permalink, in any case`() async throws {
    let olds: [String] = [
      "/html/2026-03/05/Content_4750.htm", "/HTML/2026-03/05/content_4750.HTM",
      "/html/2026-03/05/Content_4750.htm?utm=1",
      "/read.php?id=2401", "/?p=2401", "/%E6%97%A7/%E6%96%87.html",
    ]
    try await ServedPaper.with { paper in
      for old in olds {
        let reply = try await paper.get(old)
        #expect(reply.status == 301 && reply["location"] == paper.site.path(2401), "\(old)")
      }
    }
  }

  @Test func `what was never an address is not found`() async throws {
    let paths: [String] = ["/read.php", "/read.php?id=2", "/html/2026-03/05/content_4751.htm"]
    try await ServedPaper.with { paper in
      for path in paths {
        let reply = try await paper.get(path)
        #expect(reply.status == 404, "\(path)")
      }
    }
  }

  @Test func `a query that says nothing is passed over`() async throws {
    try await ServedPaper.with { paper in
      let plain = try await paper.get("/")
      for query in ["?utm_source=x", "?", "?p=1", "?%zz"] {
        let reply = try await paper.get("/" + query)
        #expect(reply.status == 200 && reply["etag"] == plain["etag"], "\(query)")
      }
      #expect(try await paper.get(paper.site.path(2401) + "?from=timeline").status == 200)
    }
  }

  @Test func `a slash too many or too few leads to the one form`() async throws {
    let forms: [(String, String)] = [
      ("/issues/2026-03-05", "/issues/2026-03-05/"), ("//issues//2026-03-05//", "/issues/2026-03-05/"),
      ("/issues/2026-03-05/1", "/issues/2026-03-05/01/"), ("/about", "/about/"), ("/search/", "/search"),
      ("/robots.txt/", "/robots.txt"), ("/sections/%E8%A6%81%E9%97%BB", "/sections/%E8%A6%81%E9%97%BB/"),
      ("/content/2026-03/05/002401.html/", "/content/2026-03/05/002401.html"),
      ("//content/2026-03/05//002401.html", "/content/2026-03/05/002401.html"),
      ("/archive/2026?a=1", "/archive/2026/?a=1"), ("//", "/"),
    ]
    try await ServedPaper.with { paper in
      for (path, expected) in forms {
        let reply = try await ask(paper.port, "GET \(path) HTTP/1.1")
        #expect(reply.status == 301 && reply.field("location") == expected, "\(path)")
      }
    }
  }

  @Test func `where nothing stands in any form, nothing is found`() async throws {
    let paths: [String] = ["//evil.example", "/nothing/", "//nothing", "/issues/2026-03-06", "/issues/2026-03-05/09"]
    try await ServedPaper.with { paper in
      for path in paths {
        let reply = try await ask(paper.port, "GET \(path) HTTP/1.1")
        #expect(reply.status == 404, "\(path)")
      }
    }
  }

  @Test func `search answers with and without a query`() async throws {
    try await ServedPaper.with { paper in
      #expect(try await paper.get("/search").status == 200)
      #expect(try await paper.get("/search?q=").status == 200)
      let found = try await paper.get("/search?q=%E5%9B%9E%E6%B8%AF")
      #expect(found.status == 200 && found.text.contains("退大潮也靠得上岸"))
      #expect(try await paper.get("/search?q=%ff").status == 200)
      let long = String(repeating: "%E6%BD%AE", count: 500)
      #expect(try await paper.get("/search?q=\(long)").status == 200)
    }
  }

  @Test func `the list of stories takes a query and refuses a wrong one in JSON`() async throws {
    try await ServedPaper.with { paper in
      let first = try await paper.get("/api/v1/articles?limit=1")
      #expect(first.status == 200 && first.text.contains("\"next_after\":2390"))
      let rest = try await paper.get("/api/v1/articles?after=2390&section=%E8%A6%81%E9%97%BB&year=2026")
      #expect(rest.status == 200 && rest.text.contains("2401") && !rest.text.contains("2405"))
      #expect(!rest.text.contains("2420"))
      for query in ["limit=0", "limit=101", "limit=a", "after=-1", "year=0", "section=", "q=%ff", "limit=1&limit=2"] {
        let reply = try await paper.get("/api/v1/articles?" + query)
        #expect(reply.status == 400 && reply["content-type"] == "application/json", "\(query)")
        #expect(reply.text.contains("\"error\""), "\(query)")
      }
      let missing = try await paper.get("/api/v1/articles/1")
      #expect(missing.status == 404 && missing["content-type"] == "application/json")
    }
  }

  @Test func `a failure shows a number and nothing of the inside`() async throws {
    try await ServedPaper.with { paper in
      try paper.site.storage.close()
      let page = try await paper.get("/")
      let id = try #require(page["x-request-id"])
      #expect(page.status == 500 && page.text.contains(id) && page["cache-control"] == "no-store")
      #expect(!page.text.lowercased().contains("sqlite") && !page.text.contains(paper.site.folder))
      let api = try await paper.get("/api/v1/articles")
      #expect(api.status == 500 && api["content-type"] == "application/json")
      #expect(paper.log.all.contains { $0.message == "request failed" && $0.metadata["id"] == id })
      #expect(try await paper.get("/healthz").status == 200)
      #expect(try await paper.get("/readyz").status == 503)
    }
  }
}
