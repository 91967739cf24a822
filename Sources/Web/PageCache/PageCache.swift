import Model
import Synchronization

/// The pages made lately, by address, for all connections. A page is good for one generation of the store; one that is
/// older than a minute is still given, and its renewal asked for. Looking up takes the lock of one of many parts for
/// the time of one look into a table; only keeping a page takes the one lock of all.
final class PageCache: Sendable {
  /// One page may take this part of the whole; a greater one is not kept.
  static let shareMax = 8
  /// A power of two.
  private static let partCount = 64

  private final class Part: Sendable {
    let pages = Mutex<[UInt64: Page]>([:])
  }

  let renewals: Renewals
  private let bytesMax: Int
  private let generationNow: @Sendable () -> Int
  private let clock: @Sendable () -> Int
  private let parts: [Part]
  private let ring: Mutex<ClockRing>

  /// - bytesMax: 0 keeps nothing.
  /// - generation: of the store, as of now.
  /// - clock: in seconds, never set back.
  init(
    bytesMax: Int, generation: @escaping @Sendable () -> Int,
    clock: @escaping @Sendable () -> Int = { CoarseClock.age }
  ) {
    self.bytesMax = bytesMax
    self.generationNow = generation
    self.clock = clock
    renewals = Renewals()
    parts = (0..<PageCache.partCount).map { _ in Part() }
    ring = Mutex(ClockRing(bytesMax: bytesMax))
  }

  /// What is made now is made from this.
  var origin: Page.Origin { Page.Origin(generation: generationNow(), made: clock()) }

  var bytes: Int { ring.withLock { $0.bytes } }
  var count: Int { ring.withLock { $0.count } }

  /// The page at a path as a request line names it, when there is one that may be sent.
  func page(at key: UnsafeRawBufferPointer) -> Page? {
    let hash = PathHash.hash(key)
    guard let page = part(hash).pages.withLock({ $0[hash] }), page.key.withUnsafeBytes({ $0.elementsEqual(key) })
    else { return nil }
    return good(page)
  }

  /// The same for a path that is percent-decoded.
  func page(at path: String) -> Page? { known(path).flatMap(good) }

  /// The page at a path, be it stale.
  func known(_ path: String) -> Page? {
    let hash = Array(Address.encoded(path).utf8).withUnsafeBytes(PathHash.hash)
    guard let page = part(hash).pages.withLock({ $0[hash] }), page.path == path else { return nil }
    return page
  }

  /// Keeps a page in the place of an earlier one, and lets others go until there is room.
  func keep(_ page: Page) {
    guard page.bytes <= bytesMax / PageCache.shareMax else { return }
    let (generation, now) = (generationNow(), clock())
    ring.withLock { ring in
      for gone in ring.insert(page, generation: generation, at: now) { forget(gone) }
      part(page.hash).pages.withLock { $0[page.hash] = page }
    }
  }

  func remove(_ page: Page) {
    ring.withLock { ring in
      ring.remove(page)
      forget(page)
    }
  }

  /// Lets all pages go.
  func clear() {
    let all = parts.flatMap { part in part.pages.withLock { Array($0.values) } }
    for page in all { remove(page) }
  }

  private func forget(_ page: Page) {
    part(page.hash).pages.withLock { if $0[page.hash] === page { $0[page.hash] = nil } }
  }

  private func good(_ page: Page) -> Page? {
    switch page.age(generation: generationNow(), at: clock()) {
    case .stale: return nil
    case .aging: renewals.ask(for: page)
    case .fresh: break
    }
    // Only the first look after the hand passed writes; the others leave the flag where it is shared.
    if !page.isVisited.load(ordering: .relaxed) { page.isVisited.store(true, ordering: .relaxed) }
    return page
  }

  private func part(_ hash: UInt64) -> Part { parts[Int(truncatingIfNeeded: hash) & (PageCache.partCount - 1)] }
}
