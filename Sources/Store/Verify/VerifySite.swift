package import Model

extension Storage {
  /// Holds the whole site against its record, in one state of the database: the chain, the signed heads, and every
  /// sealed row against what the last act left. It reads everything, and readers and writers do not wait for it.
  ///
  /// - keys: public keys in base64 that heads may be signed with, that of the site's own key file among them; empty
  ///   where none is at hand.
  /// - more: what else is to be held against the record; it gets the line by which an older site was sealed, nil where
  ///   there is none.
  package func verify(
    keys: Set<String>, more: @escaping @Sendable (Ledger, _ sealed: Int?) throws -> [RecordFault] = { _, _ in [] }
  ) async throws -> Verification {
    let path = folder + "/" + Storage.fileName
    return try await told {
      try await Blocking.run {
        let database = try ReadOnlyDatabase(path: path)
        let found = try database.examine { try VerifySite(session: $0, keys: keys).run(more) }
        try database.close()
        return found
      }
    }
  }
}

/// The parts of a verification, one after the other.
struct VerifySite {
  static let sealedSite: SQLText = "SELECT number FROM record WHERE act = 'seal-site' ORDER BY number LIMIT 1"

  let session: Session
  let keys: Set<String>

  func run(_ more: (Ledger, Int?) throws -> [RecordFault]) throws -> Verification {
    var found = Verification()
    try part("record", &found, RecordWalk(session: session).run)
    try part("record_head", &found, HeadCheck(session: session, keys: keys).run)
    try part("record_seal", &found, SealWalk(session: session).run)
    try part("record_seal", &found, UnrecordedRows(session: session).run)
    try part("revision", &found, SignedTexts(session: session).run)
    try part("search_index", &found, SearchAgreement(session: session).run)
    try part("issue", &found) { found in
      let sealed = try session.first(VerifySite.sealedSite) { $0.integer() }
      for fault in try more(Ledger(session: session), sealed) { found.add(fault) }
    }
    return found
  }

  /// A value that no act can have written ends its part, as one more fault.
  private func part(
    _ place: String, _ found: inout Verification, _ body: (inout Verification) throws -> Void
  ) throws {
    do {
      try body(&found)
    } catch let error as StoreError where error.code == .database {
      found.add(RecordFault(.state, place: place, error.told))
    }
  }
}
