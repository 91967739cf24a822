package import Press
import Store

extension Edition {
  /// What the search of an export is made from: the stories that stand now.
  package func searchSource() async throws -> SearchSource {
    let library = library
    return SearchSource(
      edition: String(try await library.generation()), serials: try await library.searchableSerials(),
      stories: { try await library.searchable($0) }, renderer: renderer)
  }
}
