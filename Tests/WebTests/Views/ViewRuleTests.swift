import Foundation
import HTTPTypes
import Logging
import Testing

@testable import Web

@Suite struct ViewRuleTests {
  private static let chrome =
    "Mozilla/5.0 (Linux; Android 14; CUBOT NOTE 40) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0 Mobile Safari"

  @Test(arguments: [
    "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)",
    "Mozilla/5.0 (compatible; Baiduspider/2.0; +http://www.baidu.com/search/spider.html)",
    "Mozilla/5.0 (compatible; Yahoo! Slurp; http://help.yahoo.com/help/us/ysearch/slurp)",
    "facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)",
    "Mozilla/5.0 (Linux; Android 11) Chrome/126 Mobile Safari/537.36 Chrome-Lighthouse",
    "Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko; compatible; BINGBOT/2.0)", "Sogou web spider/4.0",
    "CUBOT Twitterbot/1.0",
  ])
  func `known bots do not count`(agent: String) {
    #expect(ViewRule.objection(to: [.userAgent: agent], isOwn: true) == .bot)
  }

  @Test(arguments: [
    chrome, "", "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 Version/17.5 Safari/604.1",
    "Mozilla/5.0 (Linux; Android 13) Chrome/116 Mobile Safari/537.36 MicroMessenger/8.0.49 Weixin NetType/WIFI",
    "Mozilla/5.0 (X11; Linux x86_64) Gecko/20100101 Firefox/128.0", String(repeating: "a", count: 4_000) + "bot",
  ])
  func `browsers count`(agent: String) {
    #expect(ViewRule.objection(to: [.userAgent: agent], isOwn: true) == nil)
  }

  @Test func `a page loaded ahead does not count`() {
    let ahead: [(HTTPField.Name, String)] = [
      (.secPurpose, "prefetch"), (.secPurpose, "prefetch;prerender"), (.purpose, "prefetch"), (.xMoz, "Prefetch"),
      (.xPurpose, "preview"),
    ]
    for (name, value) in ahead { #expect(ViewRule.objection(to: [name: value], isOwn: true) == .ahead) }
    #expect(ViewRule.objection(to: [.secPurpose: "navigate"], isOwn: true) == nil)
  }

  @Test func `a page of another site does not count`() {
    let origins = OwnOrigins(baseURL: "https://Paper.example")
    func isOwn(_ fields: HTTPFields, host: String? = "10.0.0.1:8080") -> Bool {
      origins.isOwn(
        Asking(
          method: .post, target: "/views/1", fields: fields, client: nil, isSecure: false, id: "", authority: host))
    }
    #expect(isOwn([.origin: "https://paper.example"]) && isOwn([.origin: "http://10.0.0.1:8080"]) && isOwn([:]))
    #expect(isOwn([.referer: "https://paper.example/content/1.html"]) && isOwn([.secFetchSite: "same-origin"]))
    #expect(!isOwn([.origin: "https://paper.example.evil"]) && !isOwn([.origin: "null"]) && !isOwn([.origin: ""]))
    #expect(!isOwn([.origin: "http://paper.example"]) && !isOwn([.origin: "http://10.0.0.1"]))
    #expect(!isOwn([.referer: "https://evil.example/?https://paper.example"]))
    #expect(!isOwn([.secFetchSite: "cross-site"]) && !isOwn([.origin: "http://"], host: ""))
  }

  @Test func `a burst of one address is capped and noted once a minute`() {
    let log = LogLines()
    let guarded = BurstGuard(perMinute: 3, clientsMax: 10, logger: log.logger)
    let (one, other) = (NetworkAddress("192.0.2.1"), NetworkAddress("192.0.2.2"))
    let now = FilledSite.morning
    #expect((0..<5).map { _ in guarded.lets(one, at: now) } == [true, true, true, false, false])
    #expect(guarded.lets(other, at: now))
    #expect(log.all.map(\.message) == ["views capped"] && log.all[0].metadata["client"] == "192.0.2.1")
    let later = now.addingTimeInterval(60)
    #expect((0..<4).map { _ in guarded.lets(one, at: later) } == [true, true, true, false])
    #expect(log.all.count == 2)
    let open = BurstGuard(perMinute: 0, clientsMax: 10, logger: log.logger)
    #expect((0..<1_000).allSatisfy { _ in open.lets(one, at: now) })
  }
}
