import Foundation
import Press
import TestSupport
import Testing

@testable import Web

struct DocumentCacheTests {
  private let start = Date(timeIntervalSince1970: 1_000_000)

  private func prepared(_ bytes: Int, _ caching: Document.Caching = .page) -> Prepared {
    Prepared(Document(contentType: "text/html", body: [UInt8](repeating: 65, count: bytes), caching: caching))
  }

  @Test func `a document is good for its generation and a minute`() {
    let cache = DocumentCache(bytesMax: 1_000_000)
    cache.keep(prepared(10), at: "/", from: .init(generation: 4, made: start))
    #expect(cache.find("/", generation: 4, at: start + 59) != nil)
    #expect(cache.find("/", generation: 4, at: start + 60) == nil)
    #expect(cache.find("/", generation: 5, at: start) == nil)
    #expect(cache.find("/", generation: 4, at: start - 1) == nil)
    cache.keep(prepared(10, .forever), at: "/assets/a", from: .init(generation: 4, made: start))
    #expect(cache.find("/assets/a", generation: 9, at: start + 90_000) != nil)
  }

  @Test func `it never holds more than it may`() {
    holds(rounds: 100) { dice in
      let most = dice.number(0...20_000)
      let cache = DocumentCache(bytesMax: most)
      for _ in 0..<200 {
        let path = "/\(dice.number(0...40))"
        cache.keep(prepared(dice.number(0...1_500)), at: path, from: .init(generation: 1, made: start))
        #expect(cache.bytes <= most, "\(dice)")
      }
    }
  }

  @Test func `what was asked for lately stays`() {
    let cache = DocumentCache(bytesMax: 40_000)
    cache.keep(prepared(1_000), at: "/front", from: .init(generation: 1, made: start))
    for number in 0..<200 {
      #expect(cache.find("/front", generation: 1, at: start) != nil)
      cache.keep(prepared(1_000), at: "/\(number)", from: .init(generation: 1, made: start))
    }
    #expect(cache.find("/0", generation: 1, at: start) == nil)
  }
}
