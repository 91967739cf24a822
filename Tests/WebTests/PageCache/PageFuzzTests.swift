import Foundation
import HTTPTypes
import Logging
import TestSupport
import Testing

@testable import Web

/// The front and the slow way answer alike, whatever comes and however it is cut.
struct PageFuzzTests {
  /// Requests that are changed at random, in all. `FUZZ_ROUNDS=1000000` for the long run.
  private static var requests: Int {
    ProcessInfo.processInfo.environment["FUZZ_ROUNDS"].flatMap(Int.init) ?? 12_000
  }
  /// A round sends one to four, two and a half in the middle, in one go.
  private static var rounds: Int { requests * 2 / 5 }

  @Test(arguments: [false, true])
  func `before the decoder and behind it a request gets the same answer`(hasWeChat: Bool) async throws {
    try await with(hasWeChat: hasWeChat) { pair, requests in
      try await holds(rounds: Self.rounds / 2) { dice in
        // Other tests run on these threads too.
        await Task.yield()
        let bytes = requests.mutated(&dice)
        let cuts = dice.once(in: 3) ? dice.some(1...3) { $0.number(0...bytes.count) }.sorted() : []
        try pair.compare(bytes, cuts: cuts, "\(dice)")
      }
    }
  }

  @Test func `wherever requests are cut they are answered the same`() async throws {
    try await with { pair, requests in
      try await holds(rounds: max(4, Self.rounds / 1_200)) { dice in
        await Task.yield()
        let bytes = dice.once(in: 2) ? requests.right(&dice) : requests.mutated(&dice)
        for cut in 0...bytes.count { try pair.compare(bytes, cuts: [cut], "\(dice) cut at \(cut)") }
      }
    }
  }

  @Test func `answers keep their order behind one that takes its time`() async throws {
    try await with { pair, requests in
      try await holds(rounds: Self.rounds / 6) { dice in
        await Task.yield()
        let bytes = dice.some(1...6) { dice in
          let condition = dice.once(in: 3) ? "If-Match: \"x\"\r\n" : ""
          return "GET \(dice.one(of: requests.paths)) HTTP/1.1\r\nHost: a\r\n\(condition)\r\n"
        }.flatMap { Array($0.utf8) }
        let cuts = dice.some(0...4) { $0.number(0...bytes.count) }.sorted()
        try pair.compare(bytes, cuts: cuts, isPatient: true, "\(dice)")
      }
    }
  }

  /// The two ways to the same site.
  struct Pair {
    let site: Site
    let front: Front
    let limits: ServerLimits

    func compare(_ bytes: [UInt8], cuts: [Int], isPatient: Bool = false, _ what: String) throws {
      let (quick, slow) = (
        try run(bytes, cuts, front: front, isPatient), try run(bytes, cuts, front: nil, isPatient)
      )
      guard quick.bytes != slow.bytes || quick.isOpen != slow.isOpen else { return }
      let texts = [bytes, quick.bytes, slow.bytes].map { String(decoding: $0, as: UTF8.self).debugDescription }
      Issue.record("\(what)\nasked \(texts[0])\nfront \(quick.isOpen) \(texts[1])\nslow  \(slow.isOpen) \(texts[2])")
    }

    private func run(
      _ bytes: [UInt8], _ cuts: [Int], front: Front?, _ isPatient: Bool
    ) throws -> (bytes: [UInt8], isOpen: Bool) {
      let wire = try EmbeddedWire(site, front: front, limits: limits, isPatient: isPatient)
      defer { wire.end() }
      var start = 0
      for (number, cut) in (cuts + [bytes.count]).enumerated() {
        wire.send(bytes[start..<cut])
        start = cut
        if isPatient { wire.answer(number % 3) }
      }
      if isPatient { wire.answer(.max) }
      return (try wire.received(), wire.isOpen)
    }
  }

  private func with(
    hasWeChat: Bool = false, _ body: (Pair, RandomRequests) async throws -> Void
  ) async throws {
    try await FilledSite.with { filled in
      let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
      let server = PaperServer(edition: filled.edition, logger: logger)
      let pages = server.pages(hasWeChat: hasWeChat)
      let site = Site(pages: pages, limits: server.limits, wechat: nil, beacons: nil, logger: logger)
      let desk = PageDesk(cache: pages.cache, limits: server.limits, hasWeChat: hasWeChat, log: nil)
      let kept = [
        "/", filled.path(2401), filled.path(2405), filled.path(2390), "/feeds/atom.xml", "/robots.txt", "/icon.png",
      ]
      var (tags, dates): ([String], [String]) = ([], [])
      for path in kept + ["/sections/要闻/"] {
        for coding in ["gzip", "br", "identity"] {
          let answer = await site.answer(Self.asking(path, coding))
          tags += [answer.fields[.eTag]].compactMap { $0 }
          dates += [answer.fields[.lastModified]].compactMap { $0 }
        }
      }
      let paths =
        kept + [
          "/sections/%E8%A6%81%E9%97%BB/", "/sections/%e8%a6%81%e9%97%bb/", "/nothing", "/healthz", "/search?q=a",
        ]
      try await body(
        Pair(site: site, front: Front(desk: desk, metrics: Metrics()), limits: server.limits),
        RandomRequests(paths: paths, tags: tags, dates: dates))
    }
  }

  private static func asking(_ path: String, _ coding: String) -> Asking {
    Asking(
      method: .get, target: path.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed) ?? path,
      fields: [.acceptEncoding: coding], client: nil, isSecure: false, id: "0123456789abcdef")
  }
}
