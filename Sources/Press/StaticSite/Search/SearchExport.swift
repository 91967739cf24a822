import Synchronization

/// Writes the index of the search into an export.
final class SearchExport: Sendable {
  /// How many stories are read at once.
  private static let runMax = 200

  private let job: ExportJob
  private let ended = Atomic(false)

  init(job: ExportJob) { self.job = job }

  /// Whether there is more to write.
  var isRunning: Bool { !ended.load(ordering: .relaxed) }

  /// Writes the index; nothing without a source. Called once.
  func write(_ source: SearchSource?) async throws {
    defer { ended.store(true, ordering: .relaxed) }
    guard let source else { return }
    var writer = SearchIndexWriter(edition: source.edition, card: source.card)
    var rest = source.serials[...]
    while !rest.isEmpty {
      let stories = try await source.stories(Array(rest.prefix(SearchExport.runMax)))
      rest = rest.dropFirst(SearchExport.runMax)
      for story in stories {
        if let file = writer.add(story) { try await put(file) }
      }
    }
    for file in writer.finish() { try await put(file) }
  }

  private func put(_ file: SearchFile) async throws {
    guard job.record.claim(file.name) else { return job.record.leaveOut("/" + file.name, .taken) }
    try await job.folder.run { [job] _ in try job.put(file.bytes, as: file.name) }
  }
}
