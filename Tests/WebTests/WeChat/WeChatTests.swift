import Foundation
import Model
import Synchronization
import Testing

@testable import Web

struct WeChatTests {
  private static let secret = "0123456789abcdef-the-secret"

  @Test func `the signature is that of WeChat's own example`() {
    let ticket = "sM4AOVdWfPE4DxkXGEs8VMCPGGVi4C3VM0P37wVUCFvkVAy_90u5h9nbSlYy3-Sl-HhTdfl2fzFy1AOcHKP7qg"
    for url in ["http://mp.weixin.qq.com?params=value", "http://mp.weixin.qq.com?params=value#there"] {
      let signature = WeChatSignature.sign(
        ticket: ticket, nonce: "Wm3WZYTPz0wzccnW", timestamp: 1_414_587_457, url: url)
      #expect(signature == "0f9de62fce790f9a083d5c99e95740ceb90c27ed")
    }
  }

  @Test func `a page of the paper is signed with the one ticket`() async throws {
    let service = WeChatStandIn()
    try await with(service) { paper, _ in
      let url = "https://haiwan.example/content/2026-03/05/002401.html"
      let reply = try await paper.sign(url + "#top")
      #expect(reply.status == 200 && reply["cache-control"] == "no-store")
      let json = try JSON(bytes: reply.body)
      let (nonce, time) = (json["nonceStr"]?.string ?? "", json["timestamp"]?.integer ?? 0)
      #expect(json["appId"]?.string == "wx-app" && nonce.count == 16)
      #expect(
        json["signature"]?.string
          == WeChatSignature.sign(ticket: "ticket-1", nonce: nonce, timestamp: time, url: url))
      #expect(service.seen.targets.first?.contains("secret=\(Self.secret)") == true)
    }
  }

  @Test func `all who ask at once wait for one fetch`() async throws {
    let service = WeChatStandIn()
    try await with(service) { paper, _ in
      try await withThrowingTaskGroup(of: Int.self) { group in
        for _ in 0..<20 {
          group.addTask { try await paper.sign("https://haiwan.example/").status }
        }
        for try await status in group { #expect(status == 200) }
      }
      #expect(service.seen.tokensAsked == 1 && service.seen.ticketsAsked == 1)
    }
  }

  @Test func `a grant is renewed before it ends`() async throws {
    let service = WeChatStandIn()
    try await with(service) { paper, clock in
      let first = try await paper.sign("https://haiwan.example/")
      #expect(first.status == 200)
      clock.add(6_899)
      #expect(try await paper.sign("https://haiwan.example/").status == 200)
      #expect(service.seen.tokensAsked == 1 && service.seen.ticketsAsked == 1)
      clock.add(2)
      #expect(try await paper.sign("https://haiwan.example/").status == 200)
      #expect(service.seen.tokensAsked == 2 && service.seen.ticketsAsked == 2)
    }
  }

  @Test(arguments: [40001, 42001, 40014])
  func `a token that is no good any more is fetched anew, once`(_ code: Int) async throws {
    let service = WeChatStandIn()
    service.change { $0.ticketRefusals = [code] }
    try await with(service) { paper, _ in
      let reply = try await paper.sign("https://haiwan.example/")
      #expect(reply.status == 200)
      #expect(service.seen.tokensAsked == 2 && service.seen.ticketsAsked == 2)
    }
  }

  @Test func `a refusal is told, and not tried again at once`() async throws {
    let service = WeChatStandIn()
    service.change { $0.tokenRefusals = [40164] }
    try await with(service) { paper, clock in
      let reply = try await paper.sign("https://haiwan.example/")
      #expect(reply.status == 502 && reply.text.contains("wechat_refused"))
      #expect(try await paper.sign("https://haiwan.example/").status == 502)
      #expect(service.seen.tokensAsked == 1)
      clock.add(WeChatTickets.pauseSeconds + 1)
      #expect(try await paper.sign("https://haiwan.example/").status == 200)
      #expect(paper.log.all.contains { $0.metadata["cause"]?.contains("40164") == true })
    }
  }

  @Test func `a service that does not answer is a refusal too`() async throws {
    try await ServedPaper.with(settings, wechatBase: "http://127.0.0.1:1", prepare: writeSecret) { paper in
      let reply = try await paper.sign("https://haiwan.example/")
      #expect(reply.status == 502)
    }
  }

  @Test func `only addresses of the paper's own host are signed`() async throws {
    let addresses: [(String, Int)] = [
      ("https://evil.example/", 403), ("https://haiwan.example.evil.example/", 403),
      ("https://haiwan.example:444/", 403),
      ("https://haiwan.example@evil.example/", 400), ("javascript:alert(1)", 400), ("/content/", 400), ("", 400),
      ("https://", 400), ("https://evil.example\\@haiwan.example/", 400), ("HTTP://HAIWAN.EXAMPLE/a?b", 200),
    ]
    let service = WeChatStandIn()
    try await with(service) { paper, _ in
      for (url, expected) in addresses {
        let reply = try await paper.sign(url)
        #expect(reply.status == expected, "\(url)")
        if expected != 200 { #expect(service.seen.tokensAsked == 0) }
      }
    }
  }

  @Test func `one client does not get all signatures, and an address has an end`() async throws {
    let service = WeChatStandIn()
    var limits = ServerLimits()
    limits.signaturesPerMinuteMax = 3
    try await with(service, limits: limits) { paper, _ in
      let long = "https://haiwan.example/" + String(repeating: "a", count: WeChatRoute.addressBytesMax)
      #expect(try await paper.sign(long).status == 400)
      #expect(try await paper.sign("https://haiwan.example/").status == 200)
      #expect(try await paper.sign("https://haiwan.example/").status == 200)
      let reply = try await paper.sign("https://haiwan.example/")
      #expect(reply.status == 429 && reply["retry-after"] == "60")
    }
  }

  @Test func `the secret is never answered and never logged`() async throws {
    let service = WeChatStandIn()
    service.change { $0.tokenRefusals = [40125, 40001] }
    try await with(service) { paper, clock in
      for _ in 0..<3 {
        let reply = try await paper.sign("https://haiwan.example/")
        #expect(!reply.text.contains(Self.secret))
        clock.add(WeChatTickets.pauseSeconds + 1)
      }
      for line in paper.log.all {
        #expect(!"\(line)".contains(Self.secret) && !"\(line)".contains("token-"))
      }
    }
  }

  @Test func `without an account there is no such address`() async throws {
    try await ServedPaper.with { paper in
      #expect(try await paper.sign("https://haiwan.example/").status == 404)
      let inWeChat = try await paper.get("/", [("User-Agent", "Mozilla/5.0 MicroMessenger/8.0")])
      #expect(inWeChat["content-security-policy"]?.contains("qq.com") == false)
      #expect(inWeChat["vary"] == "Accept-Encoding")
    }
  }

  @Test func `the policy opens for WeChat's script inside WeChat alone`() async throws {
    try await with(WeChatStandIn()) { paper, _ in
      let outside = try await paper.get("/")
      let inside = try await paper.get("/", [("User-Agent", "Mozilla/5.0 MicroMessenger/8.0.49")])
      #expect(outside["content-security-policy"]?.contains("qq.com") == false)
      #expect(inside["content-security-policy"]?.contains("script-src 'self' https://res.wx.qq.com") == true)
      for reply in [outside, inside] { #expect(reply["vary"] == "Accept-Encoding, User-Agent") }
    }
  }

  @Test func `a secret that is not there stops the start`() async throws {
    let missing: (FilledSite) throws -> Void = { _ in }
    let empty: (FilledSite) throws -> Void = { site in try Data("\n".utf8).write(to: secretURL(site)) }
    let long: (FilledSite) throws -> Void = { site in
      try Data(repeating: 65, count: PaperServer.secretBytesMax + 1).write(to: secretURL(site))
    }
    for prepare in [missing, empty, long] {
      await #expect {
        try await ServedPaper.with(settings, prepare: prepare) { _ in }
      } throws: { error in
        (error as? ServerError)?.code == .setting
      }
    }
    var outside = settings
    outside.wechat.secretFile = "../secret"
    await #expect(throws: ServerError.self) { try await ServedPaper.with(outside) { _ in } }
  }

  /// A clock that is moved by hand.
  final class Clock: Sendable {
    private let moved = Mutex(0.0)
    var now: Date { FilledSite.morning.addingTimeInterval(moved.withLock { $0 }) }
    func add(_ seconds: Double) { moved.withLock { $0 += seconds } }
  }

  private var settings: Settings {
    var settings = FilledSite.settings
    settings.wechat = WeChatSettings(appID: "wx-app", secretFile: "wechat-secret")
    return settings
  }

  private func with(
    _ service: WeChatStandIn, limits: ServerLimits = ServerLimits(),
    _ body: (ServedPaper, Clock) async throws -> Void
  ) async throws {
    let clock = Clock()
    try await service.serve { base in
      try await ServedPaper.with(
        settings, limits: limits, wechatBase: base, now: { clock.now }, prepare: writeSecret
      ) { paper in
        try await body(paper, clock)
      }
    }
  }

  private func writeSecret(_ site: FilledSite) throws { try Data((Self.secret + "\n").utf8).write(to: secretURL(site)) }

  private func secretURL(_ site: FilledSite) -> URL { URL(fileURLWithPath: site.folder + "/wechat-secret") }
}

extension ServedPaper {
  /// Asks for the signature of an address.
  fileprivate func sign(_ url: String) async throws -> Reply {
    try await get("/wechat/signature?url=" + Address.encoded(url).replacing("/", with: "%2F"))
  }
}
