package import Foundation
import Model
import Synchronization

/// How often each article was opened. A count lives in memory that is a file (`CounterFile`) and only grows; what is
/// new in it is folded into the database from time to time. The count of an article is the greater of both, so that
/// neither a killed program nor a restored file makes one fall.
package final class ViewCounters: Sendable {
  /// In the site folder.
  package static let fileName = "views.counters"

  private struct State {
    /// The place in the file, by serial.
    var places: [Int: Int] = [:]
    /// The last folded count, by serial.
    var folded: [Int: Int]
    /// Places from here on may be free.
    var next = 0
  }

  /// What was found damaged when the counters were opened, and mended from the database.
  package let findings: [StoreFinding]
  private let storage: Storage
  /// Nil where nothing is counted and there is no file to look at.
  private let file: CounterFile?
  private let isWriting: Bool
  private let state: Mutex<State>

  private init(
    storage: Storage, file: CounterFile?, isWriting: Bool, places: [Int: Int], folded: [Int: Int],
    findings: [StoreFinding]
  ) {
    self.storage = storage
    self.file = file
    self.isWriting = isWriting
    self.findings = findings
    state = Mutex(State(places: places, folded: folded))
  }

  /// Opens the counters for counting. Whoever has the lock of the site may do this, and nobody else. A file that is
  /// missing or damaged is made anew from what was folded and what is whole in it, and is told in `findings`; a count
  /// that is behind the folded one, as after a power cut, is raised to it.
  package static func counting(_ storage: Storage) async throws -> ViewCounters {
    let folded = try await storage.read { try ViewTable(session: $0).allFolded() }
    return try await Blocking.run {
      let path = storage.folder + "/" + fileName
      let opened = try CounterOpening(path: path, folded: folded).open()
      return ViewCounters(
        storage: storage, file: opened.file, isWriting: true, places: opened.places, folded: folded,
        findings: opened.findings)
    }
  }

  /// Opens the counters to look at them, beside a server or without one. A file that is missing or damaged is passed
  /// over: then the folded counts stand alone.
  package static func looking(_ storage: Storage) async throws -> ViewCounters {
    let folded = try await storage.read { try ViewTable(session: $0).allFolded() }
    return try await Blocking.run {
      let path = storage.folder + "/" + fileName
      let file = try? CounterFile(path: path, isWriting: false)  // what is wrong with it is told by `check`
      let content = file.map { CounterContent($0) }
      return ViewCounters(
        storage: storage, file: file, isWriting: false, places: content?.places ?? [:], folded: folded, findings: [])
    }
  }

  /// The counted views of an article, without those that it brought along.
  package func counted(_ serial: Int) -> Int {
    let (place, folded) = state.withLock { ($0.places[serial], $0.folded[serial] ?? 0) }
    guard let place, let file else { return folded }
    return max(file.count(at: place), folded)
  }

  /// Counts one opening and gives the new count; nil when these counters are only looked at. The caller has made sure
  /// that there is such an article. Throws `StoreError` when an article is opened for the first time and the file
  /// cannot grow.
  package func count(_ serial: Int) throws -> Int? {
    guard let file, isWriting else { return nil }
    let place = try state.withLock { state in
      try state.places[serial] ?? ViewCounters.takePlace(for: serial, in: file, &state)
    }
    return file.add(at: place)
  }

  /// Writes what was counted since the last fold as views of the present hour, in one transaction with the new folded
  /// counts. Gives how many views that were. When it throws, all is as before and the next fold takes it along.
  @discardableResult
  package func fold(at now: Date) async throws -> Int {
    guard let file, isWriting else { return 0 }
    let counts = state.withLock { state in
      state.places.compactMap { serial, place in
        let count = file.count(at: place)
        return count > state.folded[serial] ?? 0 ? (serial: serial, count: count) : nil
      }
    }
    guard !counts.isEmpty else { return 0 }
    let hour = ViewHour.of(now)
    let views = try await storage.write { session in
      let table = ViewTable(session: session)
      return try counts.reduce(0) { try $0 + table.fold($1.serial, count: $1.count, hour: hour) }
    }
    state.withLock { state in
      for (serial, count) in counts { state.folded[serial] = max(count, state.folded[serial] ?? 0) }
    }
    return views
  }

  /// Waits until everything counted is on the disk. Throws `StoreError`.
  package func sync() async throws {
    guard let file, isWriting else { return }
    try await Blocking.run { try file.sync() }
  }

  private static func takePlace(for serial: Int, in file: CounterFile, _ state: inout State) throws -> Int {
    while state.next < file.slotCount, file.slot(at: state.next) != .free { state.next += 1 }
    if state.next == file.slotCount { try file.grow() }
    let place = state.next
    file.take(place, serial: serial, count: state.folded[serial] ?? 0)
    state.places[serial] = place
    state.next += 1
    return place
  }
}

/// Hours as views are folded into: whole ones since 1970, UTC.
enum ViewHour {
  static let seconds = 3_600.0

  /// That of an instant, which may be one before the last: a clock can be set back.
  static func of(_ instant: Date) -> Int { max(0, Int((instant.timeIntervalSince1970 / seconds).rounded(.down))) }

  static func start(_ hour: Int) -> Date { Date(timeIntervalSince1970: Double(hour) * seconds) }
}
