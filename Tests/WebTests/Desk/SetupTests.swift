import Foundation
import Interchange
import Model
import NIOHTTP1
import Newsroom
import Testing

@testable import Web

/// The first visit of a site where nobody works yet.
@Suite(.serialized)
struct SetupTests {
  private func prepare(_ site: FilledSite) throws {
    let text = SettingsWriter.template(name: "从前的名字")
    try Data(text.utf8).write(to: URL(fileURLWithPath: site.folder + "/broadsheet.yaml"))
  }

  private var local: Settings {
    var settings = FilledSite.settings
    settings.site.baseURL = "http://127.0.0.1:8080"
    return settings
  }

  @Test func `three steps name the paper, make its administrator and plan its first issue`() async throws {
    try await ServedNewsroom.with(local, prepare: prepare) { newsroom in
      var browser = newsroom.browser
      #expect(try await browser.get("/desk/sign-in")["location"] == "/desk/setup")
      #expect(try await browser.get("/desk/setup").status == 200)
      let named = try await browser.post(
        "/desk/setup", [("step", "1"), ("name", "渡口周报"), ("publisher", "渡口"), ("language", "zh-Hans")])
      #expect(named.status == 303 && named["location"] == "/desk/setup?step=2")
      let settings = try SettingsReader.read(file: newsroom.paper.site.folder + "/broadsheet.yaml")
      #expect(settings.publication.name == "渡口周报" && settings.publication.publisher == "渡口")
      #expect(try await newsroom.paper.get("/about/").text.contains("渡口周报"))
      #expect(try await browser.get("/desk/setup?step=2").text.contains("渡口周报"))
      let weak = try await browser.post(
        "/desk/setup", [("step", "2"), ("person", "管理"), ("login", "root"), ("password", "a"), ("again", "a")])
      #expect(weak.status == 422 && weak.text.contains("value=\"root\""))
      let password = ServedNewsroom.password
      let made = try await browser.post(
        "/desk/setup",
        [("step", "2"), ("person", "管理"), ("login", "root"), ("password", password), ("again", password)])
      #expect(made.status == 303 && browser.cookies[SessionCookie.name] != nil)
      #expect(try await browser.get("/desk/setup").status == 200)
      let planned = try await browser.post(
        "/desk/setup", [("step", "3"), ("date", "2030-01-05"), ("number", "1"), ("total", "1"), ("pages", "要闻\r\n副刊")])
      #expect(planned.status == 303, "\(planned.text)")
      #expect(try await browser.get("/desk/setup").status == 404)
      var late = newsroom.browser
      #expect(try await late.get("/desk/setup").status == 404)
    }
  }

  @Test func `from elsewhere only the key that was printed lets anybody in`() async throws {
    var settings = local
    settings.server.trustedProxies = ["127.0.0.1"]
    try await ServedNewsroom.with(settings, setupKey: "the-key", prepare: prepare) { newsroom in
      let away = [("X-Forwarded-For", "192.0.2.7")]
      var browser = newsroom.browser
      #expect(try await browser.get("/desk/setup", away).status == 403)
      #expect(try await browser.get("/desk/setup?key=wrong", away).status == 403)
      let refused = try await browser.post("/desk/setup", [("step", "1"), ("name", "别人的报")], away)
      #expect(refused.status == 403)
      #expect(try await browser.get("/desk/setup?key=the-key", away).status == 200)
      #expect(try await browser.post("/desk/setup", [("step", "1"), ("name", "渡口周报")], away).status == 303)
      var other = newsroom.browser
      #expect(try await other.get("/desk/setup", away).status == 403)
    }
  }

  @Test func `a plain line to another host is said to be too little on the sign-in page`() async throws {
    var settings = local
    settings.site.baseURL = "http://paper.example"
    try await ServedNewsroom.with(settings) { newsroom in
      _ = try await newsroom.add("linxi", [.reporter])
      var browser = newsroom.browser
      #expect(try await browser.get("/desk/sign-in").text.contains("https"))
    }
    #expect(!SafeLine.isMissing(local))
    settings.site.baseURL = "https://paper.example"
    #expect(!SafeLine.isMissing(settings))
  }

  @Test func `one setting is changed and all else of the file stays as it was written`() throws {
    let text = "# 我的\npublication:\n  # 名\n  name: 旧\n  language: zh-Hans\n\nsite:\n  base_url: \"http://a\" # 此\n"
    let changed = SettingsEditor.setting("name", of: "publication", to: "新: \"报\"", in: text)
    #expect(try SettingsReader.read(changed, file: "a").publication.name == "新: \"报\"")
    #expect(changed.contains("# 我的\n") && changed.contains("# 此\n") && changed.contains("  # 名\n"))
    let added = SettingsEditor.setting("publisher", of: "publication", to: "社", in: text)
    #expect(try SettingsReader.read(added, file: "a").publication.publisher == "社")
    let whole = SettingsEditor.setting("name", of: "publication", to: "报", in: "site:\n  base_url: \"http://a\"\n")
    #expect(try SettingsReader.read(whole, file: "a").publication.name == "报")
  }
}
