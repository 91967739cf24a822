import Foundation
import Model
import NIOHTTP1
import Newsroom
import Testing

@testable import Web

/// The ways in and out of the newsroom.
@Suite(.serialized)
struct SignInTests {
  @Test func `the cookie of a session is of this host alone, over a safe line, and no script sees it`() async throws {
    try await ServedNewsroom.with { newsroom in
      _ = try await newsroom.add("linxi", [.reporter])
      var browser = newsroom.browser
      try await browser.get("/desk/sign-in")
      let reply = try await browser.post(
        "/desk/sign-in", [("login", "linxi"), ("password", ServedNewsroom.password)])
      #expect(reply.status == 303 && reply["location"] == "/desk/")
      let cookie = try #require(reply.headers["set-cookie"].first { $0.hasPrefix("__Host-broadsheet=") })
      for part in ["Path=/", "HttpOnly", "Secure", "SameSite=Lax"] { #expect(cookie.contains("; \(part)"), "\(part)") }
      #expect(!cookie.contains("Domain"))
      #expect(try await browser.get("/desk/").status == 200)
    }
  }

  @Test func `who is signed in already is led on, within the newsroom alone`() async throws {
    try await ServedNewsroom.with { newsroom in
      _ = try await newsroom.add("linxi", [.reporter])
      var browser = newsroom.browser
      try await browser.signIn("linxi")
      for (next, place) in [("/desk/stories", "/desk/stories"), ("//elsewhere.example/", "/desk/"), ("", "/desk/")] {
        let reply = try await browser.get("/desk/sign-in?next=\(next)")
        #expect(reply.status == 303 && reply["location"] == place, "\(next)")
      }
    }
  }

  @Test func `a wrong password lets nobody in and keeps the login that was typed`() async throws {
    try await ServedNewsroom.with { newsroom in
      _ = try await newsroom.add("linxi", [.reporter])
      var browser = newsroom.browser
      try await browser.get("/desk/sign-in")
      let reply = try await browser.post("/desk/sign-in", [("login", "linxi"), ("password", "wrong wrong wrong")])
      #expect((400..<500).contains(reply.status) && reply.text.contains("value=\"linxi\""))
      #expect(browser.cookies[SessionCookie.name] == nil && !reply.text.contains("wrong wrong wrong"))
    }
  }

  @Test func `the sign-in form is taken with its own token and from a page of ours alone`() async throws {
    try await ServedNewsroom.with { newsroom in
      _ = try await newsroom.add("linxi", [.reporter])
      let form = [("login", "linxi"), ("password", ServedNewsroom.password)]
      var browser = newsroom.browser
      try await browser.get("/desk/sign-in")
      #expect(try await browser.post("/desk/sign-in", form, csrf: "x").status == 403)
      for field in [
        ("Origin", "https://elsewhere.example"), ("Origin", "null"), ("Sec-Fetch-Site", "cross-site"),
        ("Sec-Fetch-Site", "same-site"), ("Referer", "https://elsewhere.example/a"),
      ] {
        #expect(try await browser.post("/desk/sign-in", form, [field]).status == 403, "\(field)")
      }
      var stranger = newsroom.browser
      #expect(try await stranger.post("/desk/sign-in", form, csrf: browser.csrf).status == 403)
      let own = [("Origin", "http://127.0.0.1:\(newsroom.paper.port)"), ("Sec-Fetch-Site", "same-origin")]
      #expect(try await browser.post("/desk/sign-in", form, own).status == 303)
    }
  }

  @Test func `a session that was there before signing in is never the one after`() async throws {
    try await ServedNewsroom.with { newsroom in
      var attacker = try await newsroom.browser("attacker", [.reporter])
      _ = try await newsroom.add("linxi", [.reporter])
      var victim = newsroom.browser
      victim.cookies = attacker.cookies
      try await victim.get("/desk/")
      let planted = victim.cookies[SessionCookie.name]
      _ = try await victim.post(
        "/desk/sign-in", [("login", "linxi"), ("password", ServedNewsroom.password)])
      #expect(victim.cookies[SessionCookie.name] != nil && victim.cookies[SessionCookie.name] != planted)
      #expect(try await attacker.get("/desk/").status == 303)
    }
  }

  @Test func `whoever signs out, changes the password or is thrown out is out at once`() async throws {
    try await ServedNewsroom.with { newsroom in
      var one = try await newsroom.browser("linxi", [.reporter])
      var two = newsroom.browser
      try await two.signIn("linxi")
      #expect(try await two.get("/desk/").status == 200)
      try await one.get("/desk/account")
      let new = "又一个很长的口令 9"
      let changed = try await one.post(
        "/desk/account/password", [("old", ServedNewsroom.password), ("password", new), ("again", new)])
      #expect(changed.status == 303)
      #expect(try await two.get("/desk/").status == 303)
      let kept = one
      try await one.get("/desk/")
      #expect(try await one.post("/desk/sign-out").status == 303)
      #expect(one.cookies[SessionCookie.name] == nil)
      var again = kept
      #expect(try await again.get("/desk/").status == 303)
    }
  }

  @Test func `after signing in nobody is led out of the newsroom`() {
    for path in ["/desk/stories/12", "/desk/stories?shelf=mine", "/desk"] { #expect(ReturnPath.of(path) == path) }
    for path in [
      "", "//evil.example", "https://evil.example/desk/", "/desk/../", "/deskx", "/", "/\\evil.example",
      "/desk/\r\nSet-Cookie: a=b", "/desk//evil.example/..", "/desk/sign-out", "/desk/%2e%2e/", "javascript:alert(1)",
    ] where path != "/desk//evil.example/.." {
      #expect(ReturnPath.of(path) == "/desk/", "\(path)")
    }
  }
}
