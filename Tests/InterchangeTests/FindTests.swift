import Foundation
import Model
import TestSupport
import Testing

@testable import Interchange

@Suite struct FindTests {
  private func make(_ paths: [String], in folder: String) throws {
    for path in paths {
      let url = URL(filePath: "\(folder)/\(path)")
      try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data("date: 2026-03-01\n".utf8).write(to: url)
    }
  }

  @Test func `issues are found below a path, in the order of their names`() async throws {
    try await withTemporaryFolder { folder in
      try make(
        [
          "2026/2026-04-05/issue.yaml", "2026/2026-03-05/issue.yaml", "redirects.csv", ".git/x/issue.yaml",
          "2026/2026-03-05/inner/issue.yaml", "a/b/c/d/e/issue.yaml", "other/readme.md",
        ], in: folder)
      let found = try IssueFolder.find(in: [folder + "/"])
      #expect(found.issues == ["\(folder)/2026/2026-03-05", "\(folder)/2026/2026-04-05"])
      #expect(found.redirects == ["\(folder)/redirects.csv"])
      let twice = try IssueFolder.find(in: ["\(folder)/2026/2026-03-05", folder, "\(folder)/redirects.csv"])
      #expect(twice.issues == found.issues)
      #expect(twice.redirects == found.redirects)
    }
  }

  @Test func `a link to a folder is not followed below a path`() async throws {
    try await withTemporaryFolder { folder in
      try make(["a/issue.yaml"], in: folder)
      try FileManager.default.createSymbolicLink(atPath: folder + "/loop", withDestinationPath: folder)
      #expect(try IssueFolder.find(in: [folder]).issues == [folder + "/a"])
    }
  }

  @Test func `no more folders are searched than the limit`() async throws {
    try await withTemporaryFolder { folder in
      try make(["a/issue.yaml"], in: folder)
      for number in 0...IssueFolder.Limits.foldersMax {
        try FileManager.default.createDirectory(atPath: "\(folder)/b\(number)", withIntermediateDirectories: false)
      }
      let error = #expect(throws: Faults.self) { try IssueFolder.find(in: [folder]) }
      #expect(error?.description.contains("more than \(IssueFolder.Limits.foldersMax) folders") == true)
    }
  }

  @Test func `where there is no issue, it says so`() async throws {
    #expect(throws: Faults.self) { try IssueFolder.find(in: ["/nowhere/at/all"]) }
    try await withTemporaryFolder { folder in
      _ = #expect(throws: Faults.self) { try IssueFolder.find(in: [folder]) }
    }
  }
}
