import Foundation
import Store
import Testing

/// A site in a folder of its own that is gone when the closure ends.
func withTemporaryFolder<Value>(_ body: (String) async throws -> Value) async throws -> Value {
  let folder = FileManager.default.temporaryDirectory.path + "/broadsheet-" + UUID().uuidString
  try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(atPath: folder) }  // a leftover in the temporary folder harms nobody
  return try await body(folder)
}

@Test func `a new site has no issue`() async throws {
  try await withTemporaryFolder { folder in
    try Storage.create(folder: folder + "/site")
    let library = Library(storage: try await Storage(folder: folder + "/site"))
    #expect(try await library.latestIssue() == nil)
    #expect(try await library.generation() == 0)
  }
}
