import Foundation
import Model
import Testing

@testable import Interchange

/// The demo paper as it is: the reader's first customer.
@Suite struct DemoPaperTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Demo/issues").path
  static let zone = TimeZone(identifier: "Asia/Shanghai") ?? .current

  @Test(arguments: ["2026-03-05", "2026-03-20", "2026-04-05"])
  func `every demo issue reads whole`(date: String) throws {
    let reader = IssueFolder.Reader(folder: "\(DemoPaperTests.folder)/\(date)", timeZone: DemoPaperTests.zone)
    let contents = try reader.read()
    #expect("\(contents.manuscript.date)" == date)
    #expect(contents.manuscript.pages.count == 4)
    #expect(contents.notes.isEmpty, "\(contents.notes)")
    for story in contents.manuscript.stories {
      print(story.file, story.copy.bylines.map { "\($0.name)/\($0.role)" }, story.copy.body.blocks.count)
    }
  }
}
