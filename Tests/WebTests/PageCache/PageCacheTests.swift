import Foundation
import HTTPTypes
import NIOCore
import Press
import Synchronization
import TestSupport
import Testing

@testable import Web

struct PageCacheTests {
  /// What the cache sees of the world.
  private final class World: Sendable {
    private let values = Mutex((generation: 1, seconds: 1_000))

    var generation: Int {
      get { values.withLock { $0.generation } }
      set { values.withLock { $0.generation = newValue } }
    }

    var seconds: Int {
      get { values.withLock { $0.seconds } }
      set { values.withLock { $0.seconds = newValue } }
    }

    func cache(_ bytesMax: Int = 1_000_000) -> PageCache {
      PageCache(bytesMax: bytesMax, generation: { self.generation }, clock: { self.seconds })
    }
  }

  private func page(
    _ path: String, in cache: PageCache, bytes: Int = 10, caching: Document.Caching = .page,
    coding: ContentCoding = .gzip
  ) -> Page {
    let document = Document(
      contentType: "text/html", body: [UInt8](repeating: 65, count: bytes), caching: caching)
    return Page(document, at: path, from: cache.origin, variants: [Variant(coding: coding, isInWeChat: false)]) {
      ReadyAnswer(Parcel(document, hash: "0", in: $0.coding), second: 0) { _ in }
    }
  }

  private func find(_ key: String, in cache: PageCache) -> Page? {
    Array(key.utf8).withUnsafeBytes { cache.page(at: $0) }
  }

  @Test func `a page is good for its generation`() {
    let world = World()
    let cache = world.cache()
    cache.keep(page("/", in: cache))
    cache.keep(page("/assets/a", in: cache, caching: .forever))
    #expect(cache.page(at: "/") != nil && find("/", in: cache) != nil)
    world.generation = 2
    #expect(cache.page(at: "/") == nil && find("/", in: cache) == nil && cache.known("/") != nil)
    world.seconds += 90_000
    #expect(find("/assets/a", in: cache) != nil)
  }

  @Test func `a page older than a minute is sent and asked for once more, an old one is not sent`() async {
    let world = World()
    let cache = world.cache()
    cache.keep(page("/", in: cache))
    world.seconds += Page.freshSecondsMax - 1
    #expect(cache.page(at: "/")?.isBeingRenewed.load(ordering: .relaxed) == false)
    world.seconds += 1
    for _ in 0..<9 { #expect(find("/", in: cache)?.isBeingRenewed.load(ordering: .relaxed) == true) }
    var asked = cache.renewals.paths.makeAsyncIterator()
    #expect(await asked.next() == "/")
    cache.keep(page("/", in: cache))
    #expect(cache.page(at: "/")?.isBeingRenewed.load(ordering: .relaxed) == false)
    world.seconds += Page.servedSecondsMax
    #expect(cache.page(at: "/") == nil)
  }

  @Test func `only so many renewals wait; one too many is asked for again`() {
    let world = World()
    let cache = world.cache(64_000_000)
    for number in 0...Renewals.most { cache.keep(page("/\(number)", in: cache)) }
    world.seconds += Page.freshSecondsMax
    for number in 0..<Renewals.most {
      #expect(find("/\(number)", in: cache)?.isBeingRenewed.load(ordering: .relaxed) == true)
    }
    #expect(find("/\(Renewals.most)", in: cache)?.isBeingRenewed.load(ordering: .relaxed) == false)
  }

  @Test func `a path is found in the one form that addresses print`() {
    let cache = World().cache()
    cache.keep(page("/sections/要闻/", in: cache))
    #expect(find("/sections/%E8%A6%81%E9%97%BB/", in: cache) != nil)
    for other in ["/sections/%e8%a6%81%e9%97%bb/", "/sections/要闻/", "/sections/%E8%A6%81%E9%97%BB", "/", ""] {
      #expect(find(other, in: cache) == nil, "\(other)")
    }
    #expect(cache.page(at: "/sections/要闻/") != nil)
  }

  @Test func `it never holds more than it may, and a page too large not at all`() {
    holds(rounds: 60) { dice in
      let most = dice.number(0...40_000)
      let cache = World().cache(most)
      for _ in 0..<200 {
        cache.keep(page("/\(dice.number(0...40))", in: cache, bytes: dice.number(0...9_000), coding: .identity))
        _ = find("/\(dice.number(0...40))", in: cache)
        #expect(cache.bytes <= most, "\(dice)")
      }
      let held = (0...40).compactMap { cache.known("/\($0)") }
      #expect(held.count == cache.count && held.reduce(0) { $0 + $1.bytes } == cache.bytes, "\(dice)")
    }
  }

  @Test func `what is asked for stays, what was asked for once goes`() {
    let cache = World().cache(60_000)
    cache.keep(page("/front", in: cache))
    for number in 0..<300 {
      #expect(find("/front", in: cache) != nil)
      cache.keep(page("/\(number)", in: cache))
    }
    #expect(cache.known("/0") == nil && cache.known("/299") != nil)
  }

  @Test func `pages of an earlier generation go first`() {
    let world = World()
    let cache = world.cache(60_000)
    for number in 0..<5 { cache.keep(page("/old/\(number)", in: cache)) }
    for number in 0..<5 { #expect(find("/old/\(number)", in: cache) != nil) }
    world.generation = 2
    var number = 0
    while (0..<5).contains(where: { cache.known("/old/\($0)") != nil }), number < 200 {
      cache.keep(page("/new/\(number)", in: cache))
      #expect(find("/new/\(number)", in: cache) != nil)
      number += 1
    }
    #expect(number < 60 && cache.known("/new/0") != nil)
  }

  @Test func `the date is that of the second, also while earlier bytes are on their way`() {
    let document = Document(contentType: "text/html", body: Array("text".utf8))
    let ready = ReadyAnswer(Parcel(document, hash: "0", in: .identity), second: 784_111_777) { _ in }
    let first = ready.whole(in: 784_111_777, isHead: false)
    let later = ready.whole(in: 784_111_778, isHead: true)
    #expect(String(buffer: first).hasSuffix("Date: Sun, 06 Nov 1994 08:49:37 GMT\r\n\r\ntext"))
    #expect(String(buffer: later).hasSuffix("Date: Sun, 06 Nov 1994 08:49:38 GMT\r\n\r\n"))
    #expect(String(buffer: ready.unchanged(in: 784_111_779)).contains("HTTP/1.1 304 Not Modified\r\n"))
  }

  @Test func `many who ask for one page wait for one making`() async {
    let makings = Makings()
    let key = Makings.Key(path: "/", generation: 1)
    let cache = World().cache()
    let made = page("/", in: cache)
    guard case .make = await makings.begin(key) else {
      Issue.record("the first makes")
      return
    }
    await withTaskGroup(of: Bool.self) { group in
      for _ in 0..<20 {
        group.addTask {
          guard case .made(let page?) = await makings.begin(key) else { return false }
          return page === made
        }
      }
      // Those who come after the end make it themselves, so all must have come.
      while makings.waitingCount(key) < 20 { await Task.yield() }
      makings.end(key, with: made)
      for await isSame in group { #expect(isSame) }
    }
  }
}
