/// Reads what is public, and nothing else: a draft and its files do not exist here. Every function is one transaction,
/// so what it gives is of one state; each throws `StoreError` or what the driver throws.
package struct Library: Sendable {
  package let storage: Storage

  package init(storage: Storage) { self.storage = storage }

  /// Raised by every act that changed something: what was made from an older generation is stale.
  package func generation() async throws -> Int {
    try await storage.read { try $0.number("SELECT number FROM generation WHERE one = 1") }
  }
}
