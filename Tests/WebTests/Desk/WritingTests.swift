import Foundation
import Model
import NIOHTTP1
import Newsroom
import Testing

@testable import Web

/// Stories over forms: nothing that was typed is lost.
@Suite(.serialized)
struct WritingTests {
  @Test func `a save says how far it is, and a stale one overwrites nothing and answers with both texts`() async throws
  {
    try await ServedNewsroom.with { newsroom in
      var one = try await newsroom.browser("linxi", [.reporter])
      _ = try await newsroom.add("qiao", [.editor])
      var two = newsroom.browser
      try await two.signIn("qiao")
      let place = try #require(
        try await one.post("/desk/stories", [("headline", "渡口"), ("body", "第一段。\n\n第二段。")])["location"])
      try await two.get(place)
      let saved = try await one.post(
        place + "/revisions", [("seen", "1"), ("kind", "auto"), ("body", "第一段改了。\n\n第二段。")], isJSON: true)
      let answer = try JSON(text: saved.text)
      #expect(saved.status == 200 && answer["revision"]?.integer == 2)
      #expect(answer["saved"]?.string?.count == 5 && answer["present"]?.array == [.string("qiao")])
      let stale = try await two.post(
        place + "/revisions", [("seen", "1"), ("body", "第一段。\n\n第二段也改了。")], isJSON: true)
      #expect(stale.status == 409)
      let told = try JSON(text: stale.text)
      #expect(told["revision"]?.integer == 2)
      let merged = Body(json: told["merged"]?["body_json"] ?? .null).plainText
      #expect(merged == "第一段改了。\n第二段也改了。")
      #expect(told["theirs"]?["fields"]?["headline"]?.string == "渡口")
      let page = try await two.post(place + "/revisions", [("seen", "1"), ("body", "第一段。\n\n第二段也改了。")])
      #expect(page.status == 409 && page.text.contains("第一段改了。") && page.text.contains("第二段也改了。"))
      #expect(try await two.post(place + "/revisions", [("seen", "2"), ("body", merged)]).status == 303)
    }
  }

  @Test func `a form that is refused is shown again with all that was typed`() async throws {
    try await ServedNewsroom.with { newsroom in
      var browser = try await newsroom.browser("linxi", [.reporter])
      let place = try #require(
        try await browser.post("/desk/stories", [("headline", "渡口"), ("body", "一段。")])["location"])
      let typed = "还没有存下的一段。![图](nothing.jpg)"
      for (form, csrf) in [
        ([("seen", "1"), ("headline", "新题"), ("body", typed)], nil),
        ([("seen", "1"), ("headline", "新题"), ("body", typed)], "expired"),
      ] as [([(String, String)], String?)] {
        let reply = try await browser.post(place + "/revisions", form, csrf: csrf)
        #expect(reply.status == (csrf == nil ? 422 : 403))
        #expect(reply.text.contains("新题") && reply.text.contains("还没有存下的一段。"), "\(csrf ?? "")")
      }
      #expect(try await browser.get(place).text.contains("一段。"))
    }
  }

  @Test func `text that nobody touched in its form stays to the letter`() async throws {
    try await ServedNewsroom.with { newsroom in
      let token = try await newsroom.token("linxi", [.reporter], scopes: [.read, .write])
      let body = Body([.paragraph([.text("一"), .strong([.text("二")])]), .verse([[[.text("三")]]]), .rule])
      let made = try await newsroom.asked(
        .POST, "/stories", token: token,
        .object([
          "headline": .array([.string("题"), .string("二行")]), "body_json": body.json,
          "bylines": .array([.string("本报记者 林　汐")]), "keywords": .array([.string("a b"), .string("c")]),
        ]))
      let number = try #require(try JSON(text: made.text)["number"]?.integer)
      var browser = newsroom.browser
      try await browser.signIn("linxi")
      let page = try await browser.get("/desk/stories/\(number)")
      let area = try #require(page.text.firstMatch(of: /<textarea[^>]*name="body"[^>]*>([^<]*)<\/textarea>/))
      let shown = String(area.output.1).replacing("&#39;", with: "'").replacing("&quot;", with: "\"")
      _ = try await browser.post(
        "/desk/stories/\(number)/revisions",
        [("seen", "1"), ("headline", "题\r\n二行"), ("bylines", "本报记者 林　汐"), ("body", shown), ("kicker", "引")])
      let read = try JSON(text: try await newsroom.asked(.GET, "/stories/\(number)", token: token).text)
      let copy = Copy(json: read["copy"] ?? .null)
      #expect(copy.body == body && copy.kicker == "引" && copy.headline == ["题", "二行"])
      #expect(copy.bylines == [Byline(name: "林　汐", role: .reporter, title: "本报记者")])
      #expect(copy.keywords == ["a b", "c"])
    }
  }

  @Test func `who reads the paper while signed in to its newsroom is not counted`() async throws {
    try await ServedNewsroom.with { newsroom in
      let agent = [("User-Agent", "Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0")]
      let browser = try await newsroom.browser("linxi", [.reporter])
      let own = try await browser.send(.POST, "/views/2401", agent, [])
      #expect(own.status == 403)
      var former = newsroom.browser
      former.cookies[SessionCookie.name] = "ended"
      #expect(try await former.send(.POST, "/views/2401", agent, []).status == 200)
      #expect(try await newsroom.browser.send(.POST, "/views/2401", agent, []).status == 200)
    }
  }

  @Test func `who has a story open is known for a minute, and in bounds`() {
    var limits = DeskLimits()
    limits.presenceStoriesMax = 2
    limits.presencePeopleMax = 2
    let presence = Presence(limits: limits)
    let people = (1...3).map { PersonName(id: ID(raw: UUID()), name: "\($0)") }
    let now = Date(timeIntervalSince1970: 1_000)
    for person in people { presence.note(person, at: 1, now) }
    #expect(presence.others(than: people[0].id, at: 1, now).map(\.person.name) == ["2"])
    #expect(presence.others(than: people[0].id, at: 1, now + 60).isEmpty)
    presence.note(people[2], at: 1, now + 61)
    #expect(presence.others(than: people[0].id, at: 1, now + 61).map(\.person.name) == ["3"])
    presence.leave(people[2].id, 1)
    #expect(presence.others(than: people[0].id, at: 1, now + 61).isEmpty)
    for story in 1...3 { presence.note(people[0], at: story, now + 61) }
    #expect(presence.others(than: people[1].id, at: 3, now + 61).isEmpty)
    presence.note(people[0], at: 3, now + 200)
    #expect(presence.others(than: people[1].id, at: 3, now + 200).count == 1)
  }
}
