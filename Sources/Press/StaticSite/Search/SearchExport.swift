/// Writes the index of the search into an export.
struct SearchExport: Sendable {
  /// How many stories are read at once.
  private static let runMax = 200

  let job: ExportJob

  /// Writes the index; nothing without a source.
  func write(_ source: SearchSource?) async throws {
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
    try await job.folder.run { _ in try job.put(file.bytes, as: file.name) }
  }
}
