import Synchronization

/// What a running export has done so far. Its owner is one call of `StaticSite.write`.
final class ExportRecord: Sendable {
  private struct State {
    var manifest = ExportManifest()
    var index = ExportIndex()
    var written: Set<String> = []
    var moves: [RedirectMaps.Move] = []
    /// Paths of stories withdrawn.
    var gone: Set<String> = []
    var folders: Set<String> = []
    var files: Set<String> = []
    var done = 0
  }

  private let state = Mutex(State())
  private let total: Int
  private let progress: @Sendable (ExportProgress) -> Void

  init(total: Int, progress: @escaping @Sendable (ExportProgress) -> Void) {
    self.total = total
    self.progress = progress
  }

  var manifest: ExportManifest { state.withLock { $0.manifest } }
  var index: ExportIndex { state.withLock { $0.index } }
  var moves: [RedirectMaps.Move] { state.withLock { $0.moves } }
  var gone: [String] { state.withLock { Array($0.gone) } }
  var hasWritten: Bool { state.withLock { !$0.written.isEmpty } }

  /// Begins with what an export before left, all of which stands.
  func adopt(_ index: ExportIndex, _ manifest: ExportManifest) {
    state.withLock { state in
      state.index = index
      state.manifest = manifest
    }
  }

  /// Takes a name for an address; false when another has it, or when a file would stand where a folder does.
  func claim(_ file: String) -> Bool {
    state.withLock { state in
      guard !state.files.contains(file), !state.folders.contains(file) else { return false }
      guard let end = file.utf8.lastIndex(of: 0x2F) else { return state.files.insert(file).inserted }
      var folder = file[..<end]
      var above: [String] = []
      while !state.folders.contains(String(folder)) {
        guard !state.files.contains(String(folder)) else { return false }
        above.append(String(folder))
        guard let end = folder.utf8.lastIndex(of: 0x2F) else { break }
        folder = folder[..<end]
      }
      state.folders.formUnion(above)
      return state.files.insert(file).inserted
    }
  }

  func wrote(_ file: String, hash: String, isNew: Bool, _ facts: ExportIndex.Facts) {
    state.withLock { state in
      state.manifest.add(file, hash: hash)
      state.index.files[file] = facts
      if isNew { state.written.insert(file) }
    }
  }

  func leaveOut(_ path: String, _ why: ExportOutcome.Why) {
    let left = ExportOutcome.LeftOut(path: path, why: why)
    state.withLock { if !$0.index.leftOut.contains(left) { $0.index.leftOut.append(left) } }
  }

  func moved(_ old: String, to target: String) {
    state.withLock { $0.moves.append(RedirectMaps.Move(old: old, target: target)) }
  }

  func withdrawn(_ path: String) { state.withLock { _ = $0.gone.insert(path) } }

  func finished(_ path: String) {
    let done = state.withLock { state in
      state.done += 1
      return state.done
    }
    progress(ExportProgress(done: done, total: total, path: path))
  }

  func outcome(removed: Int) -> ExportOutcome {
    state.withLock { state in
      var outcome = ExportOutcome()
      outcome.written = state.written.count
      outcome.same = state.index.files.count - state.written.count
      outcome.removed = removed
      outcome.leftOut = state.index.leftOut.sorted { ($0.path, $0.why.rawValue) < ($1.path, $1.why.rawValue) }
      return outcome
    }
  }
}
