import Model

/// Writes `issue.yaml`.
enum IssueFileWriter {
  static func text(of issue: IssueManuscript) -> String {
    var lines = ["date: \(issue.date)"]
    if let number = issue.number { lines.append("number: \(text(number))") }
    if let total = issue.total { lines.append("total: \(text(total))") }
    if issue.kind != .regular { lines.append("kind: \(issue.kind.rawValue)") }
    if !issue.title.isEmpty { lines.append("title: \(YAMLScalar.text(issue.title))") }
    if !issue.pages.isEmpty { lines.append("pages:") }
    for page in issue.pages { lines += self.lines(of: page, in: issue) }
    let loose = issue.stories.filter(\.placements.isEmpty)
    if !loose.isEmpty { lines.append("stories:") }
    lines += loose.map { "  - \(YAMLScalar.text($0.file))" }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func text(_ range: NumberRange) -> String {
    range.first == range.last ? "\(range)" : "\"\(range)\""
  }

  private static func lines(of page: PageManuscript, in issue: IssueManuscript) -> [String] {
    var lines = ["  - number: \(page.number)"]
    if !page.name.isEmpty { lines.append("    name: \(YAMLScalar.text(page.name))") }
    for (key, reference) in [("image", page.image), ("pdf", page.pdf)] {
      guard let reference else { continue }
      lines.append("    \(key): \(YAMLScalar.text(IssueFolder.Writer.fileName(of: reference)))")
    }
    var stories: [String] = []
    for story in issue.stories {
      for placement in story.placements where placement.page == page.number {
        stories += self.lines(of: story.file, placement)
      }
    }
    if !stories.isEmpty { lines.append("    stories:") }
    return lines + stories
  }

  private static func lines(of file: String, _ placement: Placement) -> [String] {
    let file = YAMLScalar.text(file)
    guard placement.jump != nil || !placement.hotspots.isEmpty else { return ["      - \(file)"] }
    var lines = ["      - file: \(file)"]
    if let jump = placement.jump { lines.append("        jump: \(jump)") }
    if !placement.hotspots.isEmpty { lines.append("        hotspots:") }
    for polygon in placement.hotspots {
      let corners = polygon.corners.map { "[\($0.x), \($0.y)]" }.joined(separator: ", ")
      lines.append("          - [\(corners)]")
    }
    return lines
  }
}
