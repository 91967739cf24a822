package import Model

/// Writes the paper into a folder, the same bytes that the server sends: to be hosted, deposited and checked anywhere.
/// Run again it writes only what changed, and removes only what an earlier run wrote.
package struct StaticSite: Sendable {
  /// How many files are made at once.
  static let width = 4

  private let settings: Settings
  private let document: @Sendable (String) async throws -> Document?
  private let mediaFile: @Sendable (MediaName) -> String

  /// - Parameters:
  ///   - document: what the server answers at a path, without compression; nil when nothing is there.
  ///   - mediaFile: where the file of a name is on disk.
  package init(
    settings: Settings, document: @escaping @Sendable (String) async throws -> Document?,
    mediaFile: @escaping @Sendable (MediaName) -> String
  ) {
    self.settings = settings
    self.document = document
    self.mediaFile = mediaFile
  }

  /// Writes an export. Throws `ExportFault`, what `document` throws, and the system's errors; files written until then
  /// stay, and a further run completes them.
  package func write(
    _ contents: ExportContents, to path: String, progress: @escaping @Sendable (ExportProgress) -> Void = { _ in }
  ) async throws -> ExportOutcome {
    let folder = ExportFolder(path: path)
    let old = try await folder.run { try $0.open() }
    let total = contents.paths.count + contents.media.count + contents.aliases.count
    let record = ExportRecord(total: total, progress: progress)
    let own = [ExportManifest.fileName, RedirectMaps.nginxFileName, RedirectMaps.caddyFileName, "404.html"]
    for file in own { _ = await record.claim(file) }
    let job = ExportJob(folder: folder, record: record, settings: settings)
    try await each(contents.paths) { path in
      try await job.page(path, document(path))
      await record.finished(path)
    }
    try await each(contents.media) { name in
      try await job.media(name, from: mediaFile(name))
      await record.finished(Address.media(name).path)
    }
    try await each(contents.aliases) { alias in
      try await job.alias(alias.old, alias.destination, mediaFile: mediaFile)
      await record.finished(alias.old)
    }
    if let page = contents.notFound { try await job.put(page.body, as: "404.html") }
    let maps = await RedirectMaps(moves: record.moves, gone: Array(record.gone))
    try await job.put(Array(maps.nginx.utf8), as: RedirectMaps.nginxFileName)
    try await job.put(Array(maps.caddy.utf8), as: RedirectMaps.caddyFileName)
    return try await finish(folder, record, old)
  }

  /// Removes what is no more and writes the manifest, last, so that a run cut off before is made up for by the next.
  private func finish(_ folder: ExportFolder, _ record: ExportRecord, _ old: ExportManifest) async throws
    -> ExportOutcome
  {
    let manifest = await record.manifest
    let vanished = old.hashes.keys.filter { manifest.hashes[$0] == nil && $0 != ExportManifest.fileName }
    try await folder.run { folder in
      for file in vanished { folder.remove(file) }
      _ = try folder.put(Array(manifest.text.utf8), as: ExportManifest.fileName)
      try folder.close()
    }
    return await record.end(removed: vanished.count)
  }

  /// Does work for each thing, `width` at once.
  private func each<Thing: Sendable>(
    _ things: [Thing], _ work: @escaping @Sendable (Thing) async throws -> Void
  ) async throws {
    try await withThrowingTaskGroup(of: Void.self) { group in
      for (index, thing) in things.enumerated() {
        if index >= StaticSite.width { try await group.next() }
        group.addTask { try await work(thing) }
      }
      try await group.waitForAll()
    }
  }
}
