import Model
import Synchronization

/// Whether articles are what the record says, looked up once for each state of the store.
///
/// All that readers see of an article is held against the seal of the last act on it. It costs about as much as reading
/// the article.
package final class VerifiedArticles: Sendable {
  /// Articles that are remembered at once.
  static let rememberedMax = 100_000

  private struct Known {
    var generation = -1
    var holds: [Int: Bool] = [:]
  }

  private let known = Mutex(Known())

  package init() {}

  /// Whether an article is what the last act on it left.
  func holds(_ serial: Int, _ session: Session) throws -> Bool {
    let generation = try session.number(Library.generationQuery)
    let found = known.withLock { known -> Bool? in
      if known.generation != generation || known.holds.count >= VerifiedArticles.rememberedMax {
        known = Known(generation: generation)
      }
      return known.holds[serial]
    }
    if let found { return found }
    let unit = SealUnit.article(serial)
    let holds =
      try session.first(SealTable.last, [unit.text], { $0.text() }) == SealDigest(session: session).of(unit)
    known.withLock { if $0.generation == generation { $0.holds[serial] = holds } }
    return holds
  }
}

/// An article that is asked for is not what was signed, and is not served.
package struct UnverifiedArticle: Error, Sendable, Equatable, CustomStringConvertible {
  package let serial: Int

  package init(serial: Int) { self.serial = serial }

  package var description: String { "article \(serial) is not what the record says; run `broadsheet verify`" }
}
