package import Model

/// Writes within one transaction. The newsroom alone uses it: there the permission is checked and the record written.
package struct Ledger {
  let session: Session
  /// What this act changed so far of all that is sealed.
  let touched = TouchedUnits()

  package init(session: Session) { self.session = session }

  /// To be called by every function of the ledger before it writes a row of what is sealed.
  func touch(_ unit: SealUnit) throws { try touched.touch(unit, session) }

  /// To be called when an act is done: whatever it changed of what is sealed must stand in the record by then. Throws
  /// `StoreError` where it does not, so that the act is taken back.
  package func finish() throws {
    if let left = try touched.settle(session).first {
      throw StoreError(
        .database, "The act changed \(left.unit) and left no record of it; nothing was changed.",
        "此操作改动了 \(left.unit) 却没有留下记录；没有任何改动。", place: Storage.fileName)
    }
  }

  /// Whether anything that is sealed is other than at the last line of the record.
  package func hasUnrecorded() throws -> Bool { try touched.hasChanges(session) }

  /// Writes down who did what, when, from where and why, linked to the line before. The hashes are of what the act
  /// changed; none before for something new. `isPublic` makes everything that readers were shown stale. What the act
  /// changed of all that is sealed since the last line is sealed with this one.
  package func record(_ record: Record, isPublic: Bool = true) throws {
    let last = try session.first("SELECT number, chain FROM record ORDER BY number DESC LIMIT 1") { columns in
      (number: columns.integer(), chain: columns.text())
    }
    let number = (last?.number ?? 0) + 1
    let seals = try touched.settle(session)
    let record = record.sealed(seals)
    let chain = RecordChain.link(record, number: number, after: last?.chain ?? "")
    try session.run(
      """
      INSERT INTO record
        (number, made, actor, act, subject, hash_before, hash_after, why, detail, person, origin, chain)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """,
      [
        number, Stored.instant(record.made), record.actor, record.act, record.subject, record.hashBefore,
        record.hashAfter, record.why, record.detail.text, record.person?.description, record.origin, chain,
      ])
    for seal in seals { try SealTable.add(seal, to: number, session) }
    if isPublic { try session.run("UPDATE generation SET number = number + 1 WHERE one = 1") }
  }

  /// The record, the newest first.
  package func records(limit: Int) throws -> [Record] {
    try session.rows(RecordTable.select + "ORDER BY number DESC LIMIT ?", [limit], RecordTable.read).map(\.record)
  }
}

extension Record {
  /// The same with what it sealed in its detail; the same as it is where it sealed nothing.
  fileprivate func sealed(_ seals: [Seal]) -> Record {
    guard !seals.isEmpty, case .object(var detail) = detail else { return self }
    detail[Seal.detailKey] = .string(Seal.hash(of: seals))
    return Record(
      made: made, actor: actor, person: person, origin: origin, act: act, subject: subject, hashBefore: hashBefore,
      hashAfter: hashAfter, why: why, detail: .object(detail))
  }
}
