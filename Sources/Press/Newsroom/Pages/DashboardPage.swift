package import Model

/// What waits for a person, and the issue of tonight.
struct DashboardView: View {
  var greeting: String
  var date: String
  var waiting: [StoryRowView]
  var waitingCount: String
  var returned: [StoryRowView]
  var mine: [StoryRowView]
  var mineCount: String
  var tonight: TonightView?
  var notices: [DueNoticeView]
  /// Leads to letters that were given up; nil where there are none.
  var letters: LinkView?
  var mayWrite: Bool

  static let fields: [String: Field<DashboardView>] = [
    "greeting": .text { $0.greeting },
    "date": .text { $0.date },
    "waiting": .many { $0.waiting },
    "hasWaiting": .flag { !$0.waiting.isEmpty },
    "waitingCount": .text { $0.waitingCount },
    "returned": .many { $0.returned },
    "hasReturned": .flag { !$0.returned.isEmpty },
    "mine": .many { $0.mine },
    "hasMine": .flag { !$0.mine.isEmpty },
    "mineCount": .text { $0.mineCount },
    "tonight": .one { $0.tonight },
    "notices": .many { $0.notices },
    "hasNotices": .flag { !$0.notices.isEmpty },
    "letters": .one { $0.letters },
    "mayWrite": .flag { $0.mayWrite },
  ]
}

/// The issue that is made next, in short.
struct TonightView: View {
  var href: String
  var name: String
  var facts: String
  var due: MomentView?
  var signed: Int
  var stories: Int
  var share: String
  var blocks: [String]

  static let fields: [String: Field<TonightView>] = [
    "href": .text { $0.href },
    "name": .text { $0.name },
    "facts": .text { $0.facts },
    "due": .one { $0.due },
    "signed": .number { $0.signed },
    "stories": .number { max(1, $0.stories) },
    "share": .text { $0.share },
    "blocks": .texts { $0.blocks },
    "isClear": .flag { $0.blocks.isEmpty },
  ]
}

/// A correction or reply that is still to be printed.
struct DueNoticeView: View {
  var kind: String
  var text: String
  var story: LinkView
  var due: String

  static let fields: [String: Field<DueNoticeView>] = [
    "kind": .text { $0.kind },
    "text": .text { $0.text },
    "story": .one { $0.story },
    "due": .text { $0.due },
  ]
}

extension NewsroomRenderer {
  /// What a person sees first.
  package func dashboard(
    _ reading: DashboardReading, _ session: DeskSession, _ message: DeskMessage? = nil
  ) -> Document {
    let text = text(session)
    let view = DashboardView(
      greeting: session.person?.name ?? "", date: text.dates.withWeekday(text.today),
      waiting: reading.waiting.map(text.row), waitingCount: text.words.count("desk.storyCount", reading.waitingCount),
      returned: reading.returned.map(text.row), mine: reading.mine.map(text.row),
      mineCount: text.words.count("desk.storyCount", reading.mineCount),
      tonight: reading.tonight.map { tonight($0, text) }, notices: reading.notices.map { due($0, text) },
      letters: failedLetters(reading.failedLetters, text), mayWrite: session.acts.contains(.write))
    return page("dashboard", view, DeskFrame.Facts(title: text.words("desk.dashboard")), session, message)
  }

  private func tonight(_ reading: TonightReading, _ text: DeskText) -> TonightView {
    let facts = [
      text.dates.withWeekday(reading.plan.date), text.words.count("pageCount", reading.pageCount),
      text.words.count("desk.storyCount", reading.storyCount),
    ]
    return TonightView(
      href: "/desk/plans/\(reading.plan.id)", name: text.number(reading.plan),
      facts: facts.joined(separator: text.words("gap")), due: reading.due.map(text.moment),
      signed: reading.signedCount, stories: reading.storyCount,
      share: text.words("desk.signedOf", ["n": "\(reading.signedCount)", "of": "\(reading.storyCount)"]),
      blocks: reading.blocks.map { text($0) })
  }

  private func failedLetters(_ count: Int, _ text: DeskText) -> LinkView? {
    count == 0 ? nil : LinkView(href: "/desk/letters", text: text.words.count("desk.letterCount", count))
  }

  private func due(_ notice: DueNotice, _ text: DeskText) -> DueNoticeView {
    let when = notice.dueIssue.map { text.words("desk.dueIn", ["day": text.dates.short($0)]) } ?? ""
    return DueNoticeView(
      kind: text.words(notice.isReply ? "desk.reply" : "desk.correction"), text: notice.text,
      story: LinkView(href: "/desk/articles/\(notice.serial)", text: notice.headline),
      due: [when, notice.duePlace].filter { !$0.isEmpty }.joined(separator: " "))
  }
}
