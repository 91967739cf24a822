package import Model
package import Store

/// Holds a site against its record: what `broadsheet verify` and the newsroom show.
package struct Verifier: Sendable {
  private let storage: Storage
  private let keys: Set<String>

  /// - keys: further public keys in base64 that are trusted, beside that of the site's own key file.
  package init(storage: Storage, keys: Set<String> = []) {
    self.storage = storage
    self.keys = keys
  }

  /// Reads everything once. Throws what the store throws; what does not hold is no error but in the answer.
  package func run() async throws -> Verification {
    let own = try RecordKeyFile(folder: storage.folder).existing()?.publicText
    return try await storage.verify(keys: keys.union([own].compactMap { $0 }), more: OlderIssues.check)
  }
}
