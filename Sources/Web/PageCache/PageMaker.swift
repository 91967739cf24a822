import Foundation
import Logging
import Press
import Store
import Synchronization

/// Makes pages and keeps them: for the first who asks while others wait, and anew behind the readers of an old one.
final class PageMaker: Sendable {
  /// How often one waits for the making of another before making it alone.
  private static let waitsMax = 3

  let edition: Edition
  let cache: PageCache
  let safety: SafetyHeaders
  /// Whether the paper is served inside TLS.
  let isSecure: Bool
  let logger: Logger
  private let makings = Makings()

  init(edition: Edition, cache: PageCache, safety: SafetyHeaders, isSecure: Bool, logger: Logger) {
    self.edition = edition
    self.cache = cache
    self.safety = safety
    self.isSecure = isSecure
    self.logger = logger
  }

  /// The page at a path that is percent-decoded, in a variant; nil when nothing stands there.
  ///
  /// - isNew: whether it was made for this call.
  func page(at path: String, _ variant: Variant) async throws -> (page: Page, isNew: Bool)? {
    for _ in 0..<PageMaker.waitsMax {
      if let page = cache.page(at: path), page.answer(variant) != nil { return (page, false) }
      let origin = cache.origin
      let key = Makings.Key(path: path, generation: origin.generation)
      switch await makings.begin(key) {
      case .make:
        do {
          let page = try await make(path, wanted(path, variant, origin), from: origin)
          makings.end(key, with: page)
          return page.map { ($0, true) }
        } catch {
          makings.end(key, with: nil)
          throw error
        }
      case .made(let page?):
        if page.answer(variant) != nil { return (page, false) }
      case .made(nil):
        return try await make(path, [variant], from: origin).map { ($0, true) }
      }
    }
    return try await make(path, [variant], from: cache.origin).map { ($0, true) }
  }

  /// Renews one page after the other until the server ends.
  ///
  /// - maker: that of the site as it is then.
  func renew(by maker: () -> PageMaker) async {
    for await path in cache.renewals.paths { await maker().renew(path) }
  }

  private func renew(_ path: String) async {
    guard let old = cache.known(path) else { return }
    do {
      try await edition.library.settleGeneration()
      if try await make(path, old.variants, from: cache.origin) == nil { cache.remove(old) }
    } catch {
      old.isBeingRenewed.store(false, ordering: .relaxed)
      logger.error("renewal failed", metadata: ["path": "\(RequestLog.path(path))", "cause": "\(error)"])
    }
  }

  /// The same for another edition, into the same cache.
  func making(_ edition: Edition) -> PageMaker {
    PageMaker(edition: edition, cache: cache, safety: safety, isSecure: isSecure, logger: logger)
  }

  /// A document packed in a way and ready to be sent.
  func ready(_ document: Document, hash: String, _ variant: Variant) -> ReadyAnswer {
    ReadyAnswer(Parcel(document, hash: hash, in: variant.coding), second: CoarseClock.date) { answer in
      safety.add(to: &answer, asked: variant.fields, isSecure: isSecure)
    }
  }

  /// A page that is good yet is not to lose the ways in which it can be sent.
  private func wanted(_ path: String, _ variant: Variant, _ origin: Page.Origin) -> Set<Variant> {
    guard let old = cache.known(path), old.origin.generation == origin.generation else { return [variant] }
    return old.variants.union([variant])
  }

  private func make(_ path: String, _ variants: Set<Variant>, from origin: Page.Origin) async throws -> Page? {
    guard let document = try await edition.document(at: path) else { return nil }
    let hash = Parcel.hash(of: document)
    let page = Page(document, at: path, from: origin, variants: variants) { ready(document, hash: hash, $0) }
    cache.keep(page)
    return page
  }
}
