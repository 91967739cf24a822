import Foundation
import Model
import Testing

@testable import Interchange

/// What is documented is what is read.
@Suite struct FormatDocumentsTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "docs/formats").path

  private func text(_ name: String) throws -> String {
    try String(contentsOfFile: "\(FormatDocumentsTests.folder)/\(name)", encoding: .utf8)
  }

  private func schema(_ name: String) throws -> JSON { try JSON(text: try text(name)) }

  private func keys(_ object: JSON?) -> [String] {
    if case .object(let values)? = object?["properties"] { values.keys.sorted() } else { [] }
  }

  @Test func `the schema of an issue has the keys that are read`() throws {
    let schema = try schema("issue.schema.json")
    #expect(keys(schema) == IssueFolder.issueKeys.sorted())
    #expect(keys(schema["$defs"]?["page"]) == IssueFolder.pageKeys.sorted())
    #expect(keys(schema["$defs"]?["placement"]) == IssueFolder.placementKeys.sorted())
    let kinds = schema["properties"]?["kind"]?["enum"]?.array?.compactMap(\.string)
    #expect(kinds == IssueKind.allCases.map(\.rawValue))
    #expect(schema["properties"]?["pages"]?["maxItems"]?.integer == IssueFolder.Limits.pagesMax)
    #expect(schema["properties"]?["stories"]?["maxItems"]?.integer == IssueFolder.Limits.storiesMax)
    let hotspots = schema["$defs"]?["placement"]?["properties"]?["hotspots"]
    #expect(hotspots?["maxItems"]?.integer == IssueFolder.Limits.hotspotsMax)
    #expect(hotspots?["items"]?["maxItems"]?.integer == Polygon.cornersMax)
  }

  @Test func `the schema of a story has the keys that are read`() throws {
    let schema = try schema("story.schema.json")
    #expect(keys(schema) == IssueFolder.storyKeys.sorted())
    #expect(keys(schema["$defs"]?["byline"]) == IssueFolder.bylineKeys.sorted())
    #expect(keys(schema["$defs"]?["correction"]) == IssueFolder.correctionKeys.sorted())
    #expect(keys(schema["properties"]?["withdrawn"]) == IssueFolder.withdrawalKeys.sorted())
    #expect(schema["properties"]?["serial"]?["maximum"]?.integer == StoryHeadReader.serials.upperBound)
    #expect(schema["properties"]?["views"]?["maximum"]?.integer == StoryHeadReader.viewsMax)
    #expect(schema["properties"]?["kicker"]?["maxLength"]?.integer == IssueFolder.Limits.lineCharactersMax)
    #expect(schema["properties"]?["summary"]?["maxLength"]?.integer == IssueFolder.Limits.summaryCharactersMax)
    #expect(schema["properties"]?["section"]?["maxLength"]?.integer == IssueFolder.Limits.nameCharactersMax)
  }

  @Test func `the guide for editors names every key, fence and role`() throws {
    let guide = try text("issue-folder.md")
    let keys = IssueFolder.issueKeys + IssueFolder.pageKeys + IssueFolder.placementKeys + IssueFolder.storyKeys
    for key in keys { #expect(guide.contains("| `\(key)` |"), "\(key)") }
    for fence in Fences.names { #expect(guide.contains("\n::: \(fence)"), "\(fence)") }
    for role in BylineRole.allCases where role != .unnamed { #expect(guide.contains("`\(role.rawValue)`"), "\(role)") }
    for kind in NoteKind.allCases { #expect(guide.contains("::: note \(kind.rawValue)"), "\(kind)") }
  }

  @Test func `the guide to the settings names every key with its default and meaning`() throws {
    let guide = try text("site-settings.md")
    for section in SettingsKeys.sections {
      #expect(guide.contains("\n## \(section.name)\n"))
      for key in section.keys {
        #expect(
          guide.contains("| `\(key.name)` | `\(key.standard)` | \(key.english) | \(key.chinese) |"), "\(key.name)")
      }
    }
  }

  @Test func `the examples in the guide read`() throws {
    let guide = try text("issue-folder.md")
    let yaml = try #require(guide.firstMatch(of: /```yaml\n(?<text>date[^`]*)```/)).output.text
    var findings = Findings()
    let root = try #require(YAMLText(file: "issue.yaml").read(String(yaml), &findings))
    let sketch = try #require(IssueFileReader(root, &findings)).sketch
    #expect(sketch.stories.map(\.file) == ["01-harbour-bridge-opens.md", "02-market.md", "03-only-on-the-web.md"])
    let story = try #require(guide.firstMatch(of: /```markdown\n(?<text>---[^`]*)```/)).output.text
    var reader = StoryReader(file: "a.md", timeZone: DemoPaperTests.zone)
    #expect(reader.story(String(story), named: "a.md")?.copy.bylines.count == 2)
    let fences = try #require(guide.firstMatch(of: /```\n(?<text>::: note editor[^`]*)```/)).output.text
    var prose = ProseReader(file: "b.md")
    #expect(prose.body(of: String(fences), lineOffset: 0).blocks.count == 5)
    #expect(findings.faults.isEmpty && reader.findings.faults.isEmpty && prose.findings.faults.isEmpty)
  }
}
