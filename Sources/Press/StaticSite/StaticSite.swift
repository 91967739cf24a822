import Foundation
package import Model

/// Writes the paper into a folder, the same bytes that the server sends: to be hosted, deposited and checked anywhere.
/// Run again it writes only what changed, and removes only what an earlier run wrote.
package struct StaticSite: Sendable {
  /// How many issues or files are made at once beyond one a core, so that no core waits for a disk.
  static let spareWidth = 1
  /// How many issues fewer are made at once while the index of the search is made.
  private static let indexWidth = 1
  /// The largest list of what an export before left, in bytes.
  private static let indexBytesMax = 1 << 30

  private let settings: Settings
  private let width: Int
  private let document: @Sendable (String) async throws -> Document?
  private let issue: @Sendable (IssueKey) async throws -> ExportAnswers
  private let mediaFile: @Sendable (MediaName) -> String

  /// - Parameters:
  ///   - width: how many are made at once; one makes them in order. The files are the same.
  ///   - document: what the server answers at a path, without compression; nil when nothing is there.
  ///   - issue: what it answers at all addresses of an issue.
  ///   - mediaFile: where the file of a name is on disk.
  package init(
    settings: Settings, width: Int = ProcessInfo.processInfo.activeProcessorCount + StaticSite.spareWidth,
    document: @escaping @Sendable (String) async throws -> Document?,
    issue: @escaping @Sendable (IssueKey) async throws -> ExportAnswers = { _ in { _ in } },
    mediaFile: @escaping @Sendable (MediaName) -> String
  ) {
    self.settings = settings
    self.width = max(1, width)
    self.document = document
    self.issue = issue
    self.mediaFile = mediaFile
  }

  /// Writes an export. Throws `ExportFault`, what `document` and `issue` throw, and the system's errors; files written
  /// until then stay, and a further run completes them.
  package func write(
    _ contents: ExportContents, to path: String, progress: @escaping @Sendable (ExportProgress) -> Void = { _ in }
  ) async throws -> ExportOutcome {
    let (folder, manifest) = try await ExportFolder.run { try ExportFolder.open(path) }
    defer { folder.close() }
    let index = try await folder.run { folder in
      folder.read(ExportIndex.fileName, bytesMax: StaticSite.indexBytesMax).flatMap(ExportIndex.init) ?? ExportIndex()
    }
    let stands = try await folder.run { contents.stamp == index.stamp && $0.holds(index, manifest) }
    let total =
      stands
      ? contents.moving.count
      : contents.issues.count + contents.paths.count + contents.media.count + contents.aliases.count
    let record = ExportRecord(total: total, progress: progress)
    let job = ExportJob(folder: folder, record: record, settings: settings, old: (manifest, index))
    if stands {
      record.adopt(index, manifest)
      try await make(contents.moving, job)
    } else {
      try await makeAll(contents, job)
    }
    return try await finish(job, stamp: contents.stamp)
  }

  private func makeAll(_ contents: ExportContents, _ job: ExportJob) async throws {
    let own = [ExportManifest.fileName, RedirectMaps.nginxFileName, RedirectMaps.caddyFileName, "404.html"]
    for file in own { _ = job.record.claim(file) }
    let index = SearchExport(job: job)
    async let searchable: Void = index.write(contents.search)
    try await each(contents.issues, besides: index) { key in
      let answers = try await issue(key)
      try await job.folder.run { _ in try answers { path, document in try job.page(path, document) } }
      job.record.finished(key.description)
    }
    try await make(contents.paths, job)
    try await each(contents.media) { name in
      try await job.folder.run { _ in try job.media(name, from: mediaFile(name)) }
      job.record.finished(Address.media(name).path)
    }
    try await each(contents.aliases) { alias in
      try await job.folder.run { _ in try job.alias(alias.old, alias.destination, mediaFile: mediaFile) }
      job.record.finished(alias.old)
    }
    try await searchable
    try await job.folder.run { _ in
      if let page = contents.notFound { try job.put(page.body, as: "404.html") }
      let maps = RedirectMaps(moves: job.record.moves, gone: job.record.gone)
      try job.put(Array(maps.nginx.utf8), as: RedirectMaps.nginxFileName)
      try job.put(Array(maps.caddy.utf8), as: RedirectMaps.caddyFileName)
    }
  }

  private func make(_ paths: [String], _ job: ExportJob) async throws {
    try await each(paths) { path in
      let document = try await document(path)
      try await job.folder.run { _ in try job.page(path, document) }
      job.record.finished(path)
    }
  }

  /// Removes what is no more and writes the manifest, last, so that a run cut off before is made up for by the next.
  private func finish(_ job: ExportJob, stamp: String) async throws -> ExportOutcome {
    let (record, old) = (job.record, job.old)
    let manifest = record.manifest
    var index = record.index
    index.stamp = stamp
    guard record.hasWritten || manifest != old.manifest || index != old.index else { return record.outcome(removed: 0) }
    let vanished = old.manifest.hashes.keys.filter { manifest.hashes[$0] == nil && $0 != ExportManifest.fileName }
    let text = index.text
    try await job.folder.run { folder in
      for file in vanished { folder.remove(file) }
      _ = try folder.put(Array(manifest.text.utf8), as: ExportManifest.fileName)
      _ = try folder.put(Array(text.utf8), as: ExportIndex.fileName)
    }
    return record.outcome(removed: vanished.count)
  }

  /// Does work for each thing, `width` at once, and fewer as long as the index of the search is made: it is one long
  /// piece of work and needs a core of its own, or all would wait for it at the end.
  private func each<Thing: Sendable>(
    _ things: [Thing], besides index: SearchExport? = nil, _ work: @escaping @Sendable (Thing) async throws -> Void
  ) async throws {
    try await withThrowingTaskGroup(of: Void.self) { group in
      var running = 0
      for thing in things {
        while running >= (index?.isRunning == true ? max(1, width - StaticSite.indexWidth) : width) {
          try await group.next()
          running -= 1
        }
        group.addTask { try await work(thing) }
        running += 1
      }
      try await group.waitForAll()
    }
  }
}

extension ExportFolder {
  /// Whether an export that was finished stands as it was left.
  fileprivate func holds(_ index: ExportIndex, _ manifest: ExportManifest) -> Bool {
    guard !index.stamp.isEmpty, !index.files.isEmpty, index.files.count == manifest.hashes.count else { return false }
    return index.files.allSatisfy { name, facts in manifest.hashes[name] != nil && self.facts(of: name) == facts }
  }
}
