import Synchronization

/// Which articles count views, and what each brought along, as of one generation of the store. It is asked for every
/// opening and does not ask the database unless the generation has changed.
package final class CountableArticles: Sendable {
  /// What is known of a serial.
  package enum Standing: Sendable, Equatable {
    /// Public; `base` views came along from an earlier system.
    case stands(base: Int)
    case withdrawn
    case unknown
  }

  private struct Known {
    let generation: Int
    /// Ascending; a standing for each.
    var serials: [Int] = []
    var bases: [Int] = []

    /// By halving, since the serials ascend.
    func standing(_ serial: Int) -> Standing {
      var (low, high) = (0, serials.count)
      while low < high {
        let middle = (low + high) / 2
        if serials[middle] < serial { low = middle + 1 } else { high = middle }
      }
      guard low < serials.count, serials[low] == serial else { return .unknown }
      return bases[low] >= 0 ? .stands(base: bases[low]) : .withdrawn
    }
  }

  /// Stands for the base of a withdrawn article.
  private static let withdrawn = -1

  private struct State {
    var known: Known?
    var isReading = false
  }

  private let storage: Storage
  private let state = Mutex(State())

  package init(storage: Storage) { self.storage = storage }

  /// What is known of a serial now. When the generation has changed, the first who asks reads all anew; who asks
  /// meanwhile reads the one row.
  package func standing(_ serial: Int) async throws -> Standing {
    let generation = storage.generation.number
    let (known, mustRead) = state.withLock { state -> (Standing?, Bool) in
      if let known = state.known, known.generation == generation { return (known.standing(serial), false) }
      defer { state.isReading = true }
      return (nil, !state.isReading)
    }
    if let known { return known }
    guard mustRead else { return try await one(serial) }
    return try await readAll(of: generation).standing(serial)
  }

  private func readAll(of generation: Int) async throws -> Known {
    defer { state.withLock { $0.isReading = false } }
    let known = try await storage.read { session in
      var known = Known(generation: generation)
      _ = try session.rows(ViewTable.known) { columns in
        known.serials.append(columns.integer())
        let (base, stands) = (columns.integer(), columns.flag())
        known.bases.append(stands ? base : CountableArticles.withdrawn)
      }
      return known
    }
    state.withLock { $0.known = known }
    return known
  }

  private func one(_ serial: Int) async throws -> Standing {
    try await storage.read { session in
      try session.first(ViewTable.knownOne, [serial]) { columns in
        let (base, stands) = (columns.integer(), columns.flag())
        return stands ? .stands(base: base) : .withdrawn
      } ?? .unknown
    }
  }
}
