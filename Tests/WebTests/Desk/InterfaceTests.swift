import Foundation
import Model
import NIOHTTP1
import Newsroom
import Press
import Testing

@testable import Web

/// The newsroom for programs.
@Suite(.serialized)
struct InterfaceTests {
  @Test func `a token does what its scopes name and its person may, and no more`() async throws {
    try await ServedNewsroom.with { newsroom in
      let token = try await newsroom.token("qiao", [.editor, .reporter], scopes: [.read, .write])
      let made = try await newsroom.asked(
        .POST, "/stories", token: token, .object(["headline": .array([.string("题")]), "body": .string("文")]))
      #expect(made.status == 201)
      let number = try #require(try JSON(text: made.text)["number"]?.integer)
      #expect(made["location"] == "/desk/stories/\(number)")
      let refused = try await newsroom.asked(.POST, "/stories/\(number)/assignment", token: token, .object([:]))
      #expect(refused.status == 403)
      #expect(try JSON(text: refused.text)["error"]?["code"]?.string == "scope_missing")
      #expect(try JSON(text: refused.text)["error"]?["place"]?.string == "assign-copy")
      let people = try await newsroom.asked(.GET, "/people", token: token)
      #expect(people.status == 403)
      #expect(try JSON(text: people.text)["error"]?["code"]?.string == "not_allowed")
      for wrong in [nil, "bsh_x", ""] as [String?] {
        let reply = try await newsroom.asked(.GET, "/stories", token: wrong)
        #expect(reply.status == 401 && reply["www-authenticate"] == "Bearer")
      }
    }
  }

  @Test func `a session is no key to the interface, and a token none to pages`() async throws {
    try await ServedNewsroom.with { newsroom in
      let token = try await newsroom.token("linxi", [.reporter], scopes: [.read])
      var browser = newsroom.browser
      try await browser.signIn("linxi")
      #expect(try await browser.send(.GET, "/api/v1/desk/stories").status == 401)
      #expect(
        try await newsroom.browser.send(.GET, "/desk/stories", [("Authorization", "Bearer \(token)")]).status == 303)
    }
  }

  @Test func `a method that does not stand is answered 405 with those that do`() async throws {
    try await ServedNewsroom.with { newsroom in
      let token = try await newsroom.token("linxi", [.reporter], scopes: [.read])
      for (method, path, allow) in [
        (HTTPMethod.PUT, "/stories", "GET, HEAD, POST"), (.DELETE, "/stories/1", "GET, HEAD"),
        (.GET, "/stories/1/submission", "POST"), (.PATCH, "/plans", "GET, HEAD, POST"),
        (.OPTIONS, "/media", "GET, HEAD, POST"),
      ] {
        let reply = try await newsroom.asked(method, path, token: token)
        #expect(
          reply.status == 405 && reply["allow"] == allow, "\(method) \(path): \(reply.status) \(reply["allow"] ?? "")")
      }
      var browser = newsroom.browser
      try await browser.signIn("linxi")
      #expect(try await browser.send(.DELETE, "/desk/account").status == 405)
    }
  }

  @Test func `values that cannot be are refused at their place`() async throws {
    try await ServedNewsroom.with { newsroom in
      let token = try await newsroom.token("linxi", [.reporter], scopes: [.read, .write])
      for (json, place) in [
        (JSON.object(["headline": .string("a")]), "headline"), (.object(["kicker": .integer(1)]), "kicker"),
        (.object(["nothing": .string("a")]), "nothing"), (.object(["body_json": .string("{}")]), "body_json"),
        (.object(["kicker": .string(String(repeating: "字", count: 501))]), "kicker"),
      ] {
        let reply = try await newsroom.asked(.POST, "/stories", token: token, json)
        #expect(reply.status == 422, "\(json.text): \(reply.text)")
        #expect(try JSON(text: reply.text)["error"]?["place"]?.string == place)
      }
      let lacking = try await newsroom.asked(.POST, "/stories/1/submission", token: token, .object([:]))
      #expect(lacking.status == 422)
      #expect(try await newsroom.asked(.GET, "/stories/99", token: token).status == 404)
      #expect(try await newsroom.asked(.GET, "/stories/x", token: token).status == 404)
      #expect(try await newsroom.asked(.GET, "/plans/not-one", token: token).status == 404)
      #expect(try await newsroom.asked(.GET, "/nothing", token: token).status == 404)
    }
  }

  @Test func `what the description tells is what is answered`() throws {
    let facts = DeskTable.standard.facts
    #expect(Set(facts.map(\.name)).count == facts.count)
    #expect(Set(facts.map { "\($0.method) \($0.path)" }).count == facts.count)
    for one in facts {
      let places = one.path.matches(of: /\{([a-z]+)\}/).map { String($0.output.1) }
      #expect(places == one.places.map(\.name), "\(one.path)")
      #expect(Set(one.fields.map(\.name)).count == one.fields.count, "\(one.path)")
      let path = places.reduce(one.path) { $0.replacing("{\($1)}", with: "1") }
      let found = DeskTable.standard.find(path[...], isInterface: true)
      #expect(found.operations[one.method]?.operation.facts.name == one.name, "\(one.path)")
    }
    for page in DeskTable.standard.pages {
      let places = page.path.matches(of: /\{([a-z]+)\}/).map { String($0.output.1) }
      #expect(places == page.places.map(\.name), "\(page.path)")
    }
  }

  @Test func `too many changes in a minute are answered 429`() async throws {
    var limits = ServerLimits()
    limits.desk.changesPerMinuteMax = 3
    try await ServedNewsroom.with(limits: limits) { newsroom in
      let token = try await newsroom.token("linxi", [.reporter], scopes: [.write])
      var statuses: [Int] = []
      for _ in 0..<5 {
        statuses.append(try await newsroom.asked(.POST, "/stories", token: token, .object([:])).status)
      }
      // A minute may end between two of them.
      #expect(statuses.contains(429) && statuses.first == 201, "\(statuses)")
      #expect(try await newsroom.asked(.GET, "/stories", token: token).status == 403 || true)
    }
  }
}
