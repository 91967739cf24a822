import Foundation
package import Model

extension NewsroomRenderer {
  /// An issue that is put together. `once` is a preview's address that was just made.
  package func plan(
    _ reading: PlannerReading, once: ShownOnce? = nil, _ session: DeskSession, _ message: DeskMessage? = nil
  ) -> Document {
    let text = text(session)
    let planner = Planner(reading: reading, text: text)
    let plan = reading.planned.plan
    let head = PlanHead(plan)
    let notices = reading.planned.notices.map { planner.notice($0, isPlaced: true) }
    let view = PlannerView(
      at: "/desk/plans/\(plan.id)", name: planner.heading, facts: planner.facts, stateCode: plan.state.rawValue,
      state: text.words("desk.plan.\(plan.state.rawValue)"), due: plan.due.map(text.moment),
      signer: reading.planned.signer?.name ?? "",
      publicHref: plan.state == .published ? plan.issue.map { Address.issue($0).path } ?? "" : "",
      pages: plan.pages.map(planner.page), loose: planner.stories(onPage: nil),
      unplaced: reading.unplaced.map { planner.story($0, isFirst: true, isLast: true) },
      notices: notices + reading.planned.due.map { planner.notice($0, isPlaced: false) },
      findings: planner.findings, passed: planner.passed, blocked: planner.blocked, form: text.form(PlanDraft(plan)),
      previews: reading.previews.map(text.preview), once: once.map(text.once),
      dueField: text.field(plan.due ?? session.now.addingTimeInterval(3_600)), confirm: "\(plan.date)",
      acts: session.acts)
    var facts = DeskFrame.Facts(title: text.named(head), place: .issue)
    facts.bodyClass = "planner"
    return page("plan", view, facts, session, message)
  }
}

/// The parts of the planner.
private struct Planner {
  let reading: PlannerReading
  let text: DeskText

  private var words: Words { text.words }
  private var plan: IssuePlan { reading.planned.plan }

  var heading: String {
    let head = PlanHead(plan)
    return [text.number(head), text.dates.total(text.head(head))].filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// `2026年3月5日 星期四 · 4版 · 17篇 · 11篇已签`.
  var facts: String {
    let stories = reading.planned.stories
    let signed = stories.count { $0.state == .signed || $0.state == .published }
    return [
      text.dates.withWeekday(plan.date), words.count("pageCount", plan.pages.count),
      words.count("desk.storyCount", stories.count),
      words("desk.signedOf", ["n": "\(signed)", "of": "\(stories.count)"]),
    ].joined(separator: " · ")
  }

  func page(_ page: PlannedPage) -> PlannerPageView {
    let stories = reading.planned.stories(onPage: page.number)
    let used = stories.reduce(0) { $0 + $1.characters }
    let room = page.room ?? 0
    var share = text.characters(used)
    if room > 0 {
      share = words("desk.ofRoom", ["n": Numerals.grouped(used), "room": Numerals.grouped(room)])
      if used > room { share += " " + words("desk.over", ["n": Numerals.grouped(used - room)]) }
    }
    return PlannerPageView(
      number: page.number, folio: Numerals.folio(page.number), name: page.name,
      thumb: ThumbView(page.picture.flatMap { reading.media[$0] }, width: 160), share: share, used: used, room: room,
      isOver: room > 0 && used > room, stories: self.stories(onPage: page.number), pdf: page.pdf?.description ?? "",
      picture: page.picture?.description ?? "")
  }

  func stories(onPage page: Int?) -> [PlannerStoryView] {
    let stories = reading.planned.stories(onPage: page)
    return stories.enumerated().map { place, story in
      self.story(row(story), isFirst: place == 0, isLast: place == stories.count - 1)
    }
  }

  func story(_ row: StoryRow, isFirst: Bool, isLast: Bool) -> PlannerStoryView {
    let story = row.story
    return PlannerStoryView(
      number: story.number, headline: Headline(listed: [story.headline]), state: text.state(row),
      characters: text.characters(story.characters), isLead: story.place?.isLead ?? false,
      isUntitled: story.headline.isEmpty, isFirst: isFirst, isLast: isLast, isOnPage: story.place?.page != nil,
      targets: targets(story))
  }

  /// The pages that a story can go to.
  private func targets(_ story: Story) -> [OptionView] {
    plan.pages.map { page in
      let isHere = story.place?.plan == plan.id && story.place?.page == page.number
      return OptionView(value: "\(page.number)", text: text.dates.page(page.number, page.name), isChosen: isHere)
    }
  }

  /// Steps are those of the workflows that come with the program; of another, the state has its plain word.
  private func row(_ story: Story) -> StoryRow {
    let workflow = Workflow.shipped.first { $0.name == story.workflow }
    return StoryRow(
      story: story, owner: "", holder: "", steps: workflow?.steps(isImportant: story.isImportant) ?? [],
      plan: PlanHead(plan), pageName: "")
  }

  func notice(_ notice: ArticleNotice, isPlaced: Bool) -> PlannerNoticeView {
    let page = notice.page.map { text.dates.page($0, "") } ?? ""
    return PlannerNoticeView(
      id: "\(notice.id)", kind: words(notice.kind == .reply ? "desk.reply" : "desk.correction"), text: notice.text,
      place: isPlaced ? page : notice.duePlace, isPlaced: isPlaced)
  }

  /// Errors, then warnings.
  var findings: [FindingView] {
    let open = reading.findings.filter { $0.severity == .error } + reading.findings.filter { $0.severity == .warning }
    return open.map { finding in
      var link: LinkView?
      if let story = finding.story {
        link = LinkView(href: "/desk/stories/\(story)", text: words("desk.toStory"))
      } else if let page = finding.page {
        link = LinkView(href: "#page-\(page)", text: words("desk.toPage", ["page": text.dates.page(page, "")]))
      }
      return FindingView(
        severity: finding.severity == .error ? "e" : "w",
        word: words(finding.severity == .error ? "desk.error" : "desk.warning"), text: text(finding.wording),
        link: link, fix: finding.fix.map { OptionView(value: "\($0)", text: words("desk.fix.\(kind(of: $0))")) })
    }
  }

  private func kind(of fix: PreflightFix) -> String {
    switch fix {
    case .numbers: "numbers"
    case .lead: "lead"
    case .unplace: "unplace"
    case .notice: "notice"
    }
  }

  /// The checks that found nothing.
  var passed: String {
    let bad = Set(reading.findings.filter { $0.severity != .passed }.map(\.check))
    let good = PreflightCheck.allCases.filter { check in
      !bad.contains(check) && reading.findings.contains { $0.check == check }
    }
    return good.map { text.word("desk.check.\($0.rawValue)", or: $0.title) }.joined(separator: words("desk.listGap"))
  }

  /// Why it cannot be signed; empty where it can.
  var blocked: String {
    let errors = reading.findings.count { $0.severity == .error }
    return errors == 0 ? "" : words.count("desk.blocked", errors)
  }
}
