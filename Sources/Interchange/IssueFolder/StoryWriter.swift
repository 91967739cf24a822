import Model

/// Writes the file of a story.
enum StoryWriter {
  static func text(of story: StoryManuscript) -> String {
    let body = ProseWriter(fileName: IssueFolder.Writer.fileName).text(of: story.copy.body)
    let head = head(of: story).joined(separator: "\n")
    return "---\n\(head)\n---\n" + (story.copy.bylines.isEmpty ? withoutCredit(body) : body)
  }

  /// A last line that only looks like a credit would be taken for the byline.
  private static func withoutCredit(_ body: String) -> String {
    guard let (_, rest) = ClosingCredit.split(body) else { return body }
    let line = body.dropFirst(rest.count)
    return rest + (line.hasPrefix("（") ? "&#65288;" : "\\(") + line.dropFirst()
  }

  private static func head(of story: StoryManuscript) -> [String] {
    let copy = story.copy
    var lines: [String] = []
    func add(_ key: String, _ text: String) {
      if !text.isEmpty { lines.append("\(key): \(YAMLScalar.text(text))") }
    }
    func addList(_ key: String, _ texts: [String]) {
      if !texts.isEmpty { lines.append("\(key):") }
      lines += texts.map { "  - \($0)" }
    }
    if let serial = story.serial { lines.append("serial: \(serial)") }
    add("kicker", copy.kicker)
    if copy.headline.count == 1 {
      add("headline", copy.headline[0])
    } else {
      addList("headline", copy.headline.map(YAMLScalar.text))
    }
    add("subhead", copy.subhead)
    lines += byline(copy.bylines)
    add("source", copy.source)
    add("editor", copy.editor)
    add("section", copy.section)
    addList("keywords", copy.keywords.map(YAMLScalar.text))
    add("summary", copy.summary)
    add("language", copy.language)
    if let published = story.published { lines.append("published: \(InstantText.write(published))") }
    if story.views > 0 { lines.append("views: \(story.views)") }
    addList("aliases", story.aliases.map(YAMLScalar.text))
    if story.lead { lines.append("lead: true") }
    if !story.corrections.isEmpty { lines.append("corrections:") }
    for correction in story.corrections {
      lines += ["  - date: \(correction.date)", "    text: \(YAMLScalar.text(correction.text))"]
      if correction.kind != .correction { lines.append("    kind: \(correction.kind.rawValue)") }
    }
    if let withdrawal = story.withdrawal {
      lines += ["withdrawn:", "  date: \(withdrawal.date)", "  reason: \(YAMLScalar.text(withdrawal.reason))"]
    }
    return lines
  }

  /// As printed where that reads back the same, else one by one.
  private static func byline(_ bylines: [Byline]) -> [String] {
    guard !bylines.isEmpty else { return [] }
    let printed = Byline.print(bylines, language: "zh-Hans")
    if !printed.isEmpty, TextLines.joined(printed) == printed, Byline.parse(printed) == bylines {
      return ["byline: \(YAMLScalar.text(printed))"]
    }
    return ["byline:"]
      + bylines.map { byline in
        let word = byline.title.isEmpty ? byline.role.rawValue : YAMLScalar.text(byline.title)
        let role = byline.role == .unnamed ? "" : ", role: \(word)"
        return "  - {name: \(YAMLScalar.text(byline.name))\(role)}"
      }
  }
}
