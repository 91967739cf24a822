import Foundation
import Model
import Press
import Testing

@testable import Web

struct HeaderTests {
  @Test func `every answer says what a browser must not do`() async throws {
    try await ServedPaper.with { paper in
      for path in ["/", "/nothing", paper.site.path(2405), "/feeds/atom.xml", "/api/v1/articles", "/search?q=a"] {
        let reply = try await paper.get(path)
        let policy = try #require(reply["content-security-policy"])
        #expect(policy.hasPrefix("default-src 'none'; script-src 'self'") && !policy.contains("unsafe"))
        #expect(policy.contains("frame-ancestors 'self'") && policy.contains("base-uri 'none'"))
        #expect(!policy.contains("http"))
        #expect(reply["x-content-type-options"] == "nosniff" && reply["x-frame-options"] == "SAMEORIGIN")
        #expect(reply["referrer-policy"] == "strict-origin-when-cross-origin")
        #expect(reply["permissions-policy"]?.contains("camera=()") == true)
        #expect(reply["strict-transport-security"] == nil && reply["server"] == nil && reply["date"] != nil)
      }
    }
  }

  @Test func `the policy names the scripts that stand in a page`() async throws {
    try await FilledSite.with { site in
      let policy = ContentPolicy(inlineScriptHashes: site.edition.renderer.inlineScriptHashes, beacon: "")
      for hash in site.edition.renderer.inlineScriptHashes { #expect(policy.standard.contains("'\(hash)'")) }
      #expect(policy.inWeChat.contains(ContentPolicy.wechatScripts))
    }
  }

  @Test func `a line is logged for each request, with the reader behind the proxy`() async throws {
    var settings = FilledSite.settings
    settings.server.trustedProxies = ["127.0.0.0/8"]
    try await ServedPaper.with(settings) { paper in
      _ = try await paper.get("/search?q=secret", [("X-Forwarded-For", "198.51.100.1, 203.0.113.9")])
      let line = try #require(paper.log.all.first { $0.message == "request" })
      #expect(line.metadata["client"] == "203.0.113.9" && line.metadata["path"] == "/search")
      #expect(line.metadata["method"] == "GET" && line.metadata["status"] == "200")
      #expect(line.metadata["id"]?.count == 16 && line.metadata["ms"] != nil && line.metadata["bytes"] != "0")
    }
  }

  @Test func `without a trusted proxy nobody can say that he is another`() async throws {
    try await ServedPaper.with { paper in
      _ = try await paper.get("/healthz", [("X-Forwarded-For", "203.0.113.9")])
      #expect(paper.log.all.first { $0.message == "request" }?.metadata["client"] == "127.0.0.1")
    }
  }

  @Test func `a path in the log is one short word`() {
    #expect(RequestLog.path("/a b\r\nc?d") == "/a?b??c")
    #expect(RequestLog.path("/" + String(repeating: "a", count: 999)).utf8.count == RequestLog.pathBytesMax)
    #expect(RequestLog.milliseconds(.microseconds(12_034)) == "12.034")
  }
}
