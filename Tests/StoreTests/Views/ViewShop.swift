import Foundation
import Model

@testable import Store

/// A shop with stories, for tests of views.
extension Shop {
  static let morning = Date(timeIntervalSince1970: 1_772_300_000)

  var counterPath: String { folder + "/" + ViewCounters.fileName }

  /// Files an issue of so many stories from serial 1 on, each with a base.
  func fill(_ count: Int, base: Int = 0, on date: String = "2026-03-01", from first: Int = 1) async throws {
    guard let day = Day(date) else { throw CancellationError() }
    var issue = IssueManuscript(date: day, pages: [PageManuscript(number: 1)])
    issue.stories = (first..<first + count).map { serial in
      StoryManuscript(
        file: "\(serial).md", serial: serial, copy: Copy(headline: ["题\(serial)"], body: Body()),
        placements: [Placement(page: 1)], views: base)
    }
    try await file(issue)
  }

  func counted(_ counters: ViewCounters) -> Library { Library(storage: storage, views: counters) }

  /// The folded count and the sum of the hours, by serial.
  func folded() async throws -> (counts: [Int: Int], sums: [Int: Int]) {
    try await storage.read { session in
      let sums = try session.rows("SELECT article, sum(count) FROM view_hour GROUP BY article") {
        ($0.integer(), $0.integer())
      }
      return (try ViewTable(session: session).allFolded(), Dictionary(uniqueKeysWithValues: sums))
    }
  }

  /// Changes bytes of the counters' file.
  func scribble(at place: Int, _ bytes: [UInt8]) throws {
    guard let file = FileHandle(forUpdatingAtPath: counterPath) else { throw CancellationError() }
    try file.seek(toOffset: UInt64(place))
    try file.write(contentsOf: Data(bytes))
    try file.close()
  }
}
