import Foundation
import Model

/// Reads the file of a story: YAML front matter between lines of `---`, then the text.
struct StoryReader {
  let file: String
  let timeZone: TimeZone
  /// As `ProseReader` means it.
  var checksFiles = true
  private(set) var findings = Findings()
  private(set) var references = References()
  /// Where the serial stands, when there is one.
  private(set) var serialPlace: Place
  /// Where each old address stands.
  private(set) var aliasPlaces: [String: Place] = [:]

  init(file: String, timeZone: TimeZone) {
    self.file = file
    self.timeZone = timeZone
    serialPlace = Place(file: file, line: 1)
  }

  /// Nil after a fault; `findings` say which.
  mutating func story(_ text: String, named name: String) -> StoryManuscript? {
    guard let parts = parts(of: text) else { return nil }
    let yaml = YAMLText(file: file, lineOffset: 1)
    guard let root = yaml.read(parts.head, &findings) else {
      findings.faultIfNone(
        Place(file: file, line: 1), "Nothing stands between the lines of ---; give at least \"headline\".",
        "两行 --- 之间没有内容，至少要写“headline”。")
      return nil
    }
    if case .mapping(let entries) = root.content {
      for entry in entries where entry.key == "serial" { serialPlace = entry.place }
      for entry in entries where entry.key == "aliases" { aliasPlaces = AliasReader.places(entry.value) }
    }
    guard var story = StoryHeadReader(timeZone: timeZone).story(root, named: name, &findings) else { return nil }
    var prose = ProseReader(file: file)
    prose.checksFiles = checksFiles
    var body = parts.body
    if story.copy.bylines.isEmpty, let (bylines, rest) = ClosingCredit.split(body) {
      story.copy.bylines = bylines
      body = rest
    }
    story.copy.body = prose.body(of: body, lineOffset: parts.bodyLineOffset)
    findings.add(prose.findings)
    references = prose.references
    return story
  }

  private mutating func parts(of text: String) -> (head: String, body: String, bodyLineOffset: Int)? {
    guard let first = text.firstLine, StoryReader.isMark(first.line) else {
      findings.fault(
        Place(file: file, line: 1), "A story begins with a line of --- and its keys; put them in front of the text.",
        "稿件以一行 --- 和各键开头，请写在正文之前。")
      return nil
    }
    var rest = text[first.end...]
    var count = 1
    while let next = rest.firstLine {
      count += 1
      if StoryReader.isMark(next.line) {
        let head = text[first.end..<next.line.startIndex]
        guard head.utf8.count <= IssueFolder.Limits.headBytesMax else { break }
        return (String(head), String(text[next.end...]), count)
      }
      rest = text[next.end...]
      if text.utf8.distance(from: first.end, to: rest.startIndex) > IssueFolder.Limits.headBytesMax { break }
    }
    findings.fault(
      Place(file: file, line: 1),
      "The keys of the story are not closed; put a line of --- behind them, within the first "
        + "\(FolderFiles.size(IssueFolder.Limits.headBytesMax)).",
      "稿件各键之后缺少一行 ---，它应在开头 \(FolderFiles.size(IssueFolder.Limits.headBytesMax)) 以内。")
    return nil
  }

  private static func isMark(_ line: Substring) -> Bool {
    line.hasPrefix("---") && line.utf8.dropFirst(3).allSatisfy { $0 == 32 || $0 == 9 }
  }
}

extension StringProtocol where SubSequence == Substring {
  /// The first line and where the next one begins; nil at the end.
  fileprivate var firstLine: (line: Substring, end: Index)? {
    guard !isEmpty else { return nil }
    let end = utf8.firstIndex(of: UInt8(ascii: "\n"))
    return (self[startIndex..<(end ?? endIndex)], end.map { utf8.index(after: $0) } ?? endIndex)
  }
}
