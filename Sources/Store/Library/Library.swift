/// Reads what is public, and nothing else: a draft and its files do not exist here. Every function is one transaction,
/// so what it gives is of one state; each throws `StoreError` or what the driver throws.
package struct Library: Sendable {
  package let storage: Storage
  /// What was counted; nil shows the base of each article alone.
  package let views: ViewCounters?
  /// By what articles are held against the record before they are given; nil gives them as they are.
  let verified: VerifiedArticles?

  /// - isOnlyVerified: whether an article that is not what the record says is left out of lists, and asked for by
  ///   itself throws `UnverifiedArticle`.
  package init(storage: Storage, views: ViewCounters? = nil, isOnlyVerified: Bool = false) {
    self.storage = storage
    self.views = views
    verified = isOnlyVerified ? VerifiedArticles() : nil
  }

  /// Throws `UnverifiedArticle` for one that may not be served.
  func check(_ serial: Int, _ session: Session) throws {
    if let verified, try !verified.holds(serial, session) { throw UnverifiedArticle(serial: serial) }
  }

  static let generationQuery: SQLText = "SELECT number FROM generation WHERE one = 1"

  /// Raised by every act that changed something: what was made from an older generation is stale.
  package func generation() async throws -> Int {
    try await storage.read { try $0.number(Library.generationQuery) }
  }

  /// Reads the generation and brings the shared word up to it, or down to it where an older database took the place of
  /// a newer one. To be called at start and from time to time: a process may have died between commit and word.
  package func settleGeneration() async throws {
    let number = try await generation()
    if storage.generation.number > number, try await generation() == number {
      storage.generation.lower(to: number)
    } else {
      storage.generation.raise(to: number)
    }
  }
}
