import Model

/// An issue as the format can say it.
enum SayableIssue {
  /// Notes tell what is changed; names of files that cannot be written are faults.
  static func manuscript(
    _ manuscript: IssueManuscript, folder: String, _ findings: inout Findings
  ) -> IssueManuscript {
    var said = manuscript
    said.title = line(manuscript.title)
    said.pages = manuscript.pages.map { page in
      var page = page
      page.name = name(page.name)
      return page
    }.sorted { $0.number < $1.number }
    said.stories = []
    for story in manuscript.stories {
      let place = Place(file: "\(folder)/\(story.file)")
      if let objection = FolderFiles.objection(to: story.file) {
        findings.fault(place, objection.english, objection.chinese)
      }
      said.stories.append(self.story(story, place, &findings))
    }
    let ranked = said.stories.enumerated().map { ($1, page: $1.placements.first?.page ?? .max, order: $0) }
    said.stories = ranked.sorted { ($0.page, $0.order) < ($1.page, $1.order) }.map(\.0)
    return said
  }

  private static func story(
    _ story: StoryManuscript, _ place: Place, _ findings: inout Findings
  ) -> StoryManuscript {
    var said = story
    var copy = story.copy
    copy.kicker = line(copy.kicker)
    copy.headline = copy.headline.map(line).filter { !$0.isEmpty }
    copy.subhead = line(copy.subhead)
    copy.bylines = copy.bylines.map { Byline(name: name($0.name), role: $0.role, title: $0.title) }
      .filter { !$0.name.isEmpty }
    copy.source = line(copy.source)
    copy.editor = line(copy.editor)
    copy.section = name(copy.section)
    copy.keywords = copy.keywords.map(line).reduce(into: []) { words, word in
      if !word.isEmpty, !words.contains(word) { words.append(word) }
    }
    copy.summary = line(copy.summary)
    var sayable = Sayable()
    copy.body = sayable.body(copy.body)
    said.copy = copy
    if sayable.lost.contains(.moved) {
      findings.note(
        place, "Galleries, recordings, verses or notes were moved out of quotes and lists.",
        "图集、音视频、诗或按语已移到引用和列表之外。")
    }
    if sayable.lost.contains(.unknownBlock) {
      findings.note(place, "Blocks of a later version were left out.", "已略去较新版本的内容块。")
    }
    said.corrections = story.corrections.map { Correction(date: $0.date, text: line($0.text), kind: $0.kind) }
      .filter { !$0.text.isEmpty }
    said.withdrawal = story.withdrawal.map { Withdrawal(date: $0.date, reason: line($0.reason)) }
    said.aliases = story.aliases.compactMap(AliasReader.path)
    if said.aliases != story.aliases {
      findings.note(place, "Old addresses that are none were left out.", "已略去不合格的旧网址。")
    }
    return said
  }

  private static func line(_ text: String) -> String {
    TextLines.joined(SayableInlines.plain(text))
  }

  /// A slash cannot stand in a name; a full-width one can.
  private static func name(_ text: String) -> String {
    line(text).replacing("/", with: "／").replacing("\\", with: "＼").replacing("\t", with: " ")
  }
}
