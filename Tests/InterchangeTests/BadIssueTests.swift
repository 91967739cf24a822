import Foundation
import Model
import TestSupport
import Testing

@testable import Interchange

/// What the reader says of issues that are wrong: one sentence each, with its place.
@Suite struct BadIssueTests {
  private static let fixtures = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Fixtures/issue-folder").path

  static let cases = ((try? FileManager.default.contentsOfDirectory(atPath: fixtures)) ?? [])
    .filter { !$0.contains(".") }.sorted()

  @Test(arguments: cases)
  func `a bad issue is told as it is written down`(name: String) throws {
    let folder = "\(BadIssueTests.fixtures)/\(name)"
    let said = BadIssueTests.said(of: folder)
    let expected = "\(folder)/expected.txt"
    if ProcessInfo.processInfo.environment["RECORD"] != nil {
      try said.write(toFile: expected, atomically: true, encoding: .utf8)
    }
    #expect(try String(contentsOfFile: expected, encoding: .utf8) == said)
  }

  @Test func `scripts in every field are plain text`() throws {
    let reader = IssueFolder.Reader(folder: BadIssueTests.fixtures + "/harmless", timeZone: DemoPaperTests.zone)
    let issue = try reader.read().manuscript
    let copy = try #require(issue.stories.first).copy
    #expect(issue.title == "<script>alert(1)</script>")
    #expect(copy.headline == ["<script>alert(1)</script>"])
    #expect(copy.kicker == "javascript:alert(1)")
    #expect(copy.body.blocks.first == .paragraph([.text("<script>alert(1)</script>")]))
    #expect(copy.body.json.text.ranges(of: "\"target\"").count == 1)
    #expect(copy.body.json.text.contains("\"target\":\"https://paper.example/\""))
  }

  @Test func `there are cases`() { #expect(BadIssueTests.cases.count >= 12) }

  /// Faults and notes without the folder's path.
  private static func said(of folder: String) -> String {
    func lines(_ wordings: [(Place, Wording)]) -> String {
      wordings.flatMap { place, wording in
        let place = "\(place)".replacing(folder + "/", with: "")
        return ["\(place): \(wording.english)", "  \(wording.chinese)"]
      }.joined(separator: "\n") + "\n"
    }
    do {
      let contents = try IssueFolder.Reader(folder: folder, timeZone: DemoPaperTests.zone).read()
      return "Taken, with notes.\n" + lines(contents.notes.map { ($0.place, $0.message) })
    } catch {
      return lines(error.all.map { ($0.place, $0.message) })
    }
  }
}
