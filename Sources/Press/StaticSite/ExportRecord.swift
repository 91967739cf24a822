/// What a running export has done so far. Its owner is one call of `StaticSite.write`.
actor ExportRecord {
  private(set) var outcome = ExportOutcome()
  private(set) var manifest = ExportManifest()
  private(set) var moves: [RedirectMaps.Move] = []
  /// Paths of stories withdrawn.
  private(set) var gone: Set<String> = []
  private var folders: Set<String> = []
  private var files: Set<String> = []
  private var done = 0
  private let total: Int
  private let progress: @Sendable (ExportProgress) -> Void

  init(total: Int, progress: @escaping @Sendable (ExportProgress) -> Void) {
    self.total = total
    self.progress = progress
  }

  /// Takes a name for an address; false when another has it, or when a file would stand where a folder does.
  func claim(_ file: String) -> Bool {
    var parts = file.split(separator: "/").dropLast()
    var above: [String] = []
    while !parts.isEmpty {
      above.append(parts.joined(separator: "/"))
      parts = parts.dropLast()
    }
    guard !files.contains(file), !folders.contains(file), above.allSatisfy({ !files.contains($0) })
    else { return false }
    files.insert(file)
    folders.formUnion(above)
    return true
  }

  func wrote(_ file: String, hash: String, isNew: Bool) {
    manifest.add(file, hash: hash)
    if isNew { outcome.written += 1 } else { outcome.same += 1 }
  }

  func leaveOut(_ path: String, _ why: ExportOutcome.Why) {
    outcome.leftOut.append(ExportOutcome.LeftOut(path: path, why: why))
  }

  func moved(_ old: String, to target: String) { moves.append(RedirectMaps.Move(old: old, target: target)) }

  func withdrawn(_ path: String) { gone.insert(path) }

  func finished(_ path: String) {
    done += 1
    progress(ExportProgress(done: done, total: total, path: path))
  }

  func end(removed: Int) -> ExportOutcome {
    outcome.removed = removed
    outcome.leftOut.sort { ($0.path, $0.why.rawValue) < ($1.path, $1.why.rawValue) }
    return outcome
  }
}
