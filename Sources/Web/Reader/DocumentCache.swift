import Foundation
import Press
import Synchronization

/// The documents made lately, by address. One is good for a minute and for one generation of the store; one whose
/// address names its content, for ever.
final class DocumentCache: Sendable {
  /// As long as readers' own copies are good.
  static let secondsMax = 60.0
  /// One document may take this part of the whole; a greater one is not kept.
  static let shareMax = 8

  /// What a document was made from.
  struct Origin: Equatable, Sendable {
    let generation: Int
    let made: Date
  }

  private struct Entry {
    var prepared: Prepared
    var origin: Origin
    var used: Int
  }

  private struct State {
    var entries: [String: Entry] = [:]
    var bytes = 0
    var clock = 0
  }

  private let bytesMax: Int
  private let state = Mutex(State())

  /// - bytesMax: 0 keeps nothing.
  init(bytesMax: Int) { self.bytesMax = bytesMax }

  var bytes: Int { state.withLock { $0.bytes } }

  func find(_ path: String, generation: Int, at now: Date) -> Prepared? {
    state.withLock { state in
      guard let entry = state.entries[path] else { return nil }
      let age = now.timeIntervalSince(entry.origin.made)
      let isFresh = entry.origin.generation == generation && (0..<DocumentCache.secondsMax).contains(age)
      guard isFresh || entry.prepared.document.caching == .forever else { return nil }
      state.clock += 1
      state.entries[path]?.used = state.clock
      return entry.prepared
    }
  }

  /// Keeps a document, and lets go of those that were not asked for longest until there is room.
  func keep(_ prepared: Prepared, at path: String, from origin: Origin) {
    let bytes = prepared.bytes + path.utf8.count
    guard bytes <= bytesMax / DocumentCache.shareMax else { return }
    state.withLock { state in
      if let old = state.entries[path] { state.bytes -= old.prepared.bytes + path.utf8.count }
      state.clock += 1
      state.entries[path] = Entry(prepared: prepared, origin: origin, used: state.clock)
      state.bytes += bytes
      if state.bytes > bytesMax { shrink(&state) }
    }
  }

  /// To three quarters, so that it is seldom done.
  private func shrink(_ state: inout State) {
    let oldest = state.entries.map { (path: $0.key, used: $0.value.used) }.sorted { $0.used < $1.used }
    for (path, _) in oldest {
      guard state.bytes > bytesMax / 4 * 3 else { return }
      guard let entry = state.entries.removeValue(forKey: path) else { continue }
      state.bytes -= entry.prepared.bytes + path.utf8.count
    }
  }
}
