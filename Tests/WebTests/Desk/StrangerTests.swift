import Foundation
import Model
import NIOHTTP1
import Newsroom
import Press
import Testing

@testable import Web

/// What the newsroom shows to whom, and that nothing of it is kept anywhere.
@Suite(.serialized)
struct StrangerTests {
  @Test func `who is not signed in gets nothing below the newsroom but the way in`() async throws {
    try await ServedNewsroom.with { newsroom in
      var browser = try await newsroom.browser("linxi", [.reporter])
      let started = try await browser.post("/desk/stories", [("headline", "秘稿"), ("body", "没有签过的字")])
      #expect(started.status == 303)
      let stranger = newsroom.browser
      let pages = DeskTable.standard.pages.map { "/desk" + filled($0.path) }
      for path in pages + ["/desk/nothing", "/desk/media/" + String(repeating: "a", count: 64) + ".jpg"] {
        let reply = try await stranger.send(.GET, path)
        let isEntry = ["/desk/sign-in", "/desk/invitations/1"].contains(path)
        #expect(isEntry || reply.status == 303 || reply.status == 401 || reply.status == 404, "\(path)")
        #expect(!reply.text.contains("秘稿") && !reply.text.contains("没有签过的字"), "\(path)")
        try expectUnkept(reply, path)
      }
      for operation in DeskTable.standard.operations where operation.isOfInterface {
        let path = filled(operation.facts.path)
        let method = operation.facts.method == .get ? "GET" : "POST"
        let reply = try await newsroom.asked(
          .init(rawValue: method), path, token: nil, method == "GET" ? nil : .object([:]))
        #expect(reply.status == 401 || reply.status == 403, "\(method) \(path): \(reply.status)")
        try expectUnkept(reply, path)
      }
    }
  }

  @Test func `who is signed out while they write finds all of it again, and sends it once more`() async throws {
    try await ServedNewsroom.with { newsroom in
      var browser = try await newsroom.browser("linxi", [.reporter])
      let story = try #require(
        try await browser.post("/desk/stories", [("headline", "晚来的稿"), ("body", "一段")])["location"])
      let form = [("paragraph", "1"), ("quote", "一<段>"), ("text", "写了一夜的批注。\n\n第二段 & 最后一段。")]
      let session = browser.cookies.removeValue(forKey: SessionCookie.name)
      let ended = try await browser.post(story + "/notes", form)
      #expect(ended.status == 401 && ended.text.contains("写了一夜的批注。\n\n第二段 &amp; 最后一段。</textarea>"))
      #expect(ended.text.contains(#"name="quote" value="一&lt;段&gt;""#))
      #expect(ended.text.contains("href=\"/desk/sign-in?next=\(Address.queryValue(story))\""))
      try expectUnkept(ended, story)
      // Another site's form is told nothing, and no secret comes back.
      let foreign = try await browser.post(story + "/notes", form, [("Origin", "https://elsewhere.example")])
      #expect(foreign.status == 403 && !foreign.text.contains("写了一夜"))
      let secret = try await browser.post("/desk/account/password", [("old", "一个旧的口令"), ("password", "一个新的口令")])
      #expect(secret.status == 401 && !secret.text.contains("口令"))
      // Signed in again, by which the form's own token has become old.
      browser.cookies[SessionCookie.name] = session
      let again = try await browser.post(story + "/notes", form, csrf: "")
      #expect(again.status == 403 && again.text.contains("第二段 &amp; 最后一段。</textarea>"))
      #expect(try await browser.post(story + "/notes", form).status == 303)
    }
  }

  @Test func `of a form too long nothing comes back to who has no session`() async throws {
    var limits = ServerLimits()
    limits.desk.endedFormBytesMax = 1_000
    try await ServedNewsroom.with(limits: limits) { newsroom in
      var browser = try await newsroom.browser("linxi", [.reporter])
      browser.cookies.removeValue(forKey: SessionCookie.name)
      let size = 1_000 - "csrf=&body=".utf8.count
      for (count, status) in [(size, 401), (size + 1, 413)] {
        let reply = try await browser.post("/desk/stories", [("body", String(repeating: "a", count: count))], csrf: "")
        #expect(reply.status == status && reply.text.contains("aaaa") == (status == 401), "\(count)")
      }
    }
  }

  @Test func `a correspondent sees their own copy and no other`() async throws {
    try await ServedNewsroom.with { newsroom in
      var reporter = try await newsroom.browser("hewei", [.reporter])
      var guest = try await newsroom.browser("guest", [.correspondent])
      let others = try await reporter.post("/desk/stories", [("headline", "别人的稿"), ("body", "一段")])
      let own = try await guest.post("/desk/stories", [("headline", "自己的稿"), ("body", "一段")])
      let list = try await guest.get("/desk/stories")
      #expect(list.text.contains("自己的稿") && !list.text.contains("别人的稿"))
      #expect(try await guest.get(try #require(own["location"])).status == 200)
      let place = try #require(others["location"])
      for path in ["", "/revisions", "/revisions/1", "/difference", "/sheet"] {
        #expect(try await guest.get(place + path).status == 404, "\(path)")
      }
      let save = try await guest.post(place + "/revisions", [("seen", "1"), ("body", "改")], isJSON: true)
      #expect(save.status == 404)
    }
  }

  @Test func `everything of the newsroom says that it is not to be kept or found`() async throws {
    try await ServedNewsroom.with { newsroom in
      var browser = try await newsroom.browser("many", Set(Role.allCases))
      for path in DeskTable.standard.pages.map({ "/desk" + filled($0.path) }) {
        try expectUnkept(try await browser.get(path), path)
      }
      let robots = try await newsroom.paper.get("/robots.txt").text
      #expect(robots.contains("Disallow: /desk") && robots.contains("Disallow: /preview"))
      try expectUnkept(try await newsroom.paper.get("/preview/\(String(repeating: "a", count: 43))/"), "preview")
    }
  }

  private func expectUnkept(_ reply: ServedPaper.Reply, _ path: String) throws {
    #expect(reply["cache-control"] == "no-store", "\(path)")
    #expect(reply["x-robots-tag"]?.contains("noindex") == true, "\(path)")
    #expect(reply["referrer-policy"] == "same-origin", "\(path)")
    #expect(reply["content-security-policy"]?.contains("script-src 'self'") == true, "\(path)")
    #expect(reply["content-security-policy"]?.contains("unsafe") == false, "\(path)")
    #expect(reply["vary"]?.contains("Cookie") == true, "\(path)")
  }

  private func filled(_ path: String) -> String {
    path.replacing(/\{[a-z]+\}/) { _ in "1" }
  }
}
