import Foundation
import Model

/// Reads the front matter of a story.
struct StoryHeadReader {
  private typealias Limits = IssueFolder.Limits

  static let serials = 1...999_999_999_999
  static let viewsMax = 1_000_000_000_000

  let timeZone: TimeZone

  /// The story without its body; nil after a fault that leaves none. The findings tell of other faults.
  func story(_ root: Value, named name: String, _ findings: inout Findings) -> StoryManuscript? {
    let whole = Wording("a story", "稿件")
    guard let fields = Fields(root, keys: IssueFolder.storyKeys, of: whole, &findings) else { return nil }
    var story = StoryManuscript(file: name, copy: copy(fields, &findings))
    story.serial = fields["serial"]?.integer("serial", in: StoryHeadReader.serials, &findings)
    story.published = fields["published"]?.instant("published", in: timeZone, &findings)
    story.views = fields["views"]?.integer("views", in: 0...StoryHeadReader.viewsMax, &findings) ?? 0
    story.aliases = AliasReader.aliases(fields["aliases"], &findings)
    story.lead = fields["lead"]?.boolean("lead", &findings) ?? false
    story.corrections = corrections(fields["corrections"], &findings)
    story.withdrawal = fields["withdrawn"].flatMap { withdrawal($0, &findings) }
    return story
  }

  private func copy(_ fields: Fields, _ findings: inout Findings) -> Copy {
    func line(_ key: String, _ findings: inout Findings) -> String {
      fields[key]?.line(key, max: Limits.lineCharactersMax, &findings) ?? ""
    }
    return Copy(
      kicker: line("kicker", &findings), headline: headline(fields, &findings), subhead: line("subhead", &findings),
      bylines: BylineFieldReader.bylines(fields["byline"], &findings),
      source: fields["source"]?.line("source", max: Limits.nameCharactersMax, &findings) ?? "",
      editor: fields["editor"]?.line("editor", max: Limits.nameCharactersMax, &findings) ?? "",
      section: fields["section"]?.name("section", &findings) ?? "",
      keywords: keywords(fields["keywords"], &findings),
      summary: fields["summary"]?.line("summary", max: Limits.summaryCharactersMax, &findings) ?? "",
      language: fields["language"]?.language("language", &findings) ?? "", body: Body())
  }

  /// A list of lines, or one text whose lines are those of the headline.
  private func headline(_ fields: Fields, _ findings: inout Findings) -> [String] {
    guard let value = fields.requires("headline", &findings) else { return [] }
    var lines: [String] = []
    let known = findings.faults.count
    for item in value.list("headline", max: Limits.headlineLinesMax, &findings) {
      guard let text = item.text("headline", &findings) else { return [] }
      for part in text.split(separator: "\n") {
        let line = TextLines.trimmed(part)
        if line.unicodeScalars.count > Limits.lineCharactersMax {
          findings.fault(
            item.place, "A line of the headline has at most \(Limits.lineCharactersMax) characters.",
            "标题每行最多 \(Limits.lineCharactersMax) 字。")
        }
        if !line.isEmpty { lines.append(line) }
      }
    }
    if findings.faults.count == known, lines.isEmpty || lines.count > Limits.headlineLinesMax {
      findings.fault(
        value.place, "\"headline\" must have 1 to \(Limits.headlineLinesMax) lines of text.",
        "“headline”应有 1 至 \(Limits.headlineLinesMax) 行文字。")
    }
    return lines
  }

  private func keywords(_ value: Value?, _ findings: inout Findings) -> [String] {
    guard let value else { return [] }
    var words: [String] = []
    for item in value.list("keywords", max: Limits.keywordsMax, &findings) {
      guard let text = item.line("keywords", max: Limits.lineCharactersMax, &findings) else { return [] }
      let isAlone = if case .list = value.content { false } else { true }
      let parts = isAlone ? text.split(whereSeparator: { "、，,；;".contains($0) }).map { TextLines.trimmed($0) } : [text]
      for word in parts where !word.isEmpty && !words.contains(word) {
        if word.unicodeScalars.count > Limits.nameCharactersMax {
          findings.fault(
            item.place, "A keyword has at most \(Limits.nameCharactersMax) characters.",
            "关键词最多 \(Limits.nameCharactersMax) 字。")
        }
        words.append(word)
      }
    }
    if words.count > Limits.keywordsMax {
      findings.fault(
        value.place, "There are \(words.count) keywords; at most \(Limits.keywordsMax) are taken.",
        "关键词有 \(words.count) 个，最多 \(Limits.keywordsMax) 个。")
    }
    return words
  }

  private func corrections(_ value: Value?, _ findings: inout Findings) -> [Correction] {
    guard let value else { return [] }
    var corrections: [Correction] = []
    for item in value.list("corrections", max: Limits.correctionsMax, &findings) {
      let whole = Wording("a correction", "更正")
      guard let fields = Fields(item, keys: IssueFolder.correctionKeys, of: whole, &findings),
        let (date, text) = dated(fields, "text", &findings)
      else { continue }
      let kind: CorrectionKind? = fields["kind"]?.word("kind", &findings)
      corrections.append(Correction(date: date, text: text, kind: kind ?? .correction))
    }
    return corrections
  }

  private func withdrawal(_ value: Value, _ findings: inout Findings) -> Withdrawal? {
    let whole = Wording("a withdrawal", "撤稿")
    guard let fields = Fields(value, keys: IssueFolder.withdrawalKeys, of: whole, &findings),
      let (date, reason) = dated(fields, "reason", &findings)
    else { return nil }
    return Withdrawal(date: date, reason: reason)
  }

  private func dated(_ fields: Fields, _ key: String, _ findings: inout Findings) -> (Day, String)? {
    let date = fields.requires("date", &findings)?.day("date", &findings)
    let value = fields.requires(key, &findings)
    let text = value?.line(key, max: Limits.correctionCharactersMax, &findings)
    if let value, text == "" {
      findings.fault(value.place, "\"\(key)\" is empty; write it.", "“\(key)”是空的，请写上。")
    }
    guard let date, let text, !text.isEmpty else { return nil }
    return (date, text)
  }
}
