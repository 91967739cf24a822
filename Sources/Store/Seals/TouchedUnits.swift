import Model

/// What one act has touched so far, each with its digest before. It is a class since all copies of a ledger within a
/// transaction share it; it never leaves that transaction.
final class TouchedUnits {
  private var before: [SealUnit: String] = [:]

  /// To be called before a row of a unit is written; only the first time counts.
  func touch(_ unit: SealUnit, _ session: Session) throws {
    guard before[unit] == nil else { return }
    before[unit] = try SealDigest(session: session).of(unit)
  }

  /// To be called for a unit that is known not to be there yet.
  func touch(new unit: SealUnit) {
    if before[unit] == nil { before[unit] = "" }
  }

  /// Whether nothing was touched since the last time.
  var isEmpty: Bool { before.isEmpty }

  /// Whether anything touched is other than it was.
  func hasChanges(_ session: Session) throws -> Bool {
    let digest = SealDigest(session: session)
    return try before.contains { try digest.of($0.key) != $0.value }
  }

  /// What has changed since the last time, by the names of the units, ascending.
  func settle(_ session: Session) throws -> [Seal] {
    let touched = before
    before = [:]
    let digest = SealDigest(session: session)
    let seals = try touched.map { unit, before in
      Seal(unit: unit.text, before: before, after: try digest.of(unit))
    }
    return seals.filter { $0.before != $0.after }.sorted { $0.unit.utf8.lexicographicallyPrecedes($1.unit.utf8) }
  }
}
