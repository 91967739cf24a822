import Foundation
import Model
import TestSupport
import Testing

@testable import Interchange

@Suite struct RedirectsTests {
  private func read(_ text: String) async throws -> RedirectsReader.Contents {
    try await withTemporaryFolder { folder in
      try Data("x".utf8).write(to: URL(filePath: folder + "/photo.jpg"))
      try Data(text.utf8).write(to: URL(filePath: folder + "/redirects.csv"))
      return try RedirectsReader(file: folder + "/redirects.csv").read()
    }
  }

  private func faults(_ text: String) async throws -> [String] {
    do {
      _ = try await read(text)
      return []
    } catch let error as Faults {
      return error.all.map { "\($0.place.line ?? 0): \($0.message.english)" }
    }
  }

  @Test func `each kind of target is read`() async throws {
    let day = try #require(Day("2026-03-01"))
    let text = """
      old,target
      /read.asp?id=1,31
      "/a,b.htm",2026-03-01
      https://old.example/c.htm#x , 2026-03-01-extra-2
      /d.htm,2026-03-01/01-x.md

      /e.jpg,photo.jpg
      """
    let contents = try await read(text)
    #expect(
      contents.redirects == [
        Redirect(old: "/read.asp?id=1", target: .serial(31)),
        Redirect(old: "/a,b.htm", target: .issue(IssueKey(date: day))),
        Redirect(old: "/c.htm", target: .issue(IssueKey(date: day, suffix: "extra-2"))),
        Redirect(old: "/d.htm", target: .story(issue: IssueKey(date: day), file: "01-x.md")),
        Redirect(old: "/e.jpg", target: .media(.file("photo.jpg"))),
      ])
    #expect(contents.files.map(\.name) == ["photo.jpg"])
  }

  @Test func `the demo paper's list reads`() throws {
    let contents = try RedirectsReader(file: DemoPaperTests.folder + "/redirects.csv").read()
    #expect(contents.redirects.count == 8)
    #expect(contents.files.map(\.name) == ["2026-03-05/bridge.jpg"])
  }

  @Test func `what is wrong is told with its line`() async throws {
    let found = try await faults(
      "/a,1\nb,2\n/c,3,4\n/d,nowhere\n/e,0\n/A,2\n/f,../x.jpg\n/g,gone.jpg\n/h,2026-03-01/../x.md\n")
    #expect(found.map { $0.prefix { $0 != ":" } } == ["2", "3", "4", "5", "6", "7", "8", "9"])
    #expect(try await faults("/a,1\n\"/b,2\n/c,3\n").first?.hasPrefix("2: The quote") == true)
    #expect(try await faults("\"/a\"x,1\n").first?.hasPrefix("1: Text stands behind") == true)
  }

  @Test func `each old address has its place, and none that no browser asks for is taken`() async throws {
    #expect(try await read("/a,1\n\n/b,2\n").places.mapValues(\.line) == ["/a": 1, "/b": 3])
    #expect(try await faults("/a/../b,1\n/a/%2E%2e/b,1\n/a/./b,1\n").count == 3)
  }

  @Test func `no list is longer than its limit`() async throws {
    let lines = String(repeating: "/a,1\n", count: IssueFolder.Limits.redirectsMax + 1)
    #expect(try await faults(lines).first?.contains("at most \(IssueFolder.Limits.redirectsMax)") == true)
  }

  @Test func `rows are those of RFC 4180`() throws {
    let rows = try CSV.rows(of: "a,\"b\"\"c\",\n\"d\ne\",f\n\n,\n")
    #expect(rows.map(\.fields) == [["a", "b\"c", ""], ["d\ne", "f"], ["", ""]])
    #expect(rows.map(\.line) == [1, 2, 5])
  }

  @Test func `rows that are written read back`() throws {
    holds(rounds: 300) { dice in
      let rows = dice.some(1...6) { dice in dice.some(2...3) { $0.text() } }
      let text = rows.map { fields in
        fields.map { "\"" + $0.replacing("\"", with: "\"\"") + "\"" }.joined(separator: ",")
      }.joined(separator: "\n")
      #expect((try? CSV.rows(of: text).map(\.fields)) == rows, "\(dice)")
    }
  }
}
