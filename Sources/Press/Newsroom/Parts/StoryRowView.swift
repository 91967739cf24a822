import Model

/// A story in a list of the newsroom.
struct StoryRowView: View {
  var number: Int
  var headline: Headline
  var state: StateView
  /// `第5期 第02版`; empty where it is planned nowhere.
  var place: String
  var section: String
  /// In whose hands it is, else who began it.
  var holder: String
  var isHeld: Bool
  /// How long it has been as it is.
  var span: String
  var since: MomentView
  var characters: String
  var isImportant: Bool
  var isUntitled: Bool

  static let fields: [String: Field<StoryRowView>] = [
    "number": .number { $0.number },
    "href": .text { "/desk/stories/\($0.number)" },
    "headline": .one { $0.headline },
    "untitled": .flag { $0.isUntitled },
    "state": .one { $0.state },
    "place": .text { $0.place },
    "section": .text { $0.section },
    "holder": .text { $0.holder },
    "held": .flag { $0.isHeld },
    "span": .text { $0.span },
    "since": .one { $0.since },
    "characters": .text { $0.characters },
    "important": .flag { $0.isImportant },
  ]
}

extension DeskText {
  func row(_ row: StoryRow) -> StoryRowView {
    let story = row.story
    return StoryRowView(
      number: story.number, headline: Headline(listed: [story.headline]), state: state(row), place: place(row),
      section: story.section == row.pageName ? "" : story.section, holder: row.holder.isEmpty ? row.owner : row.holder,
      isHeld: !row.holder.isEmpty,
      span: span(since: story.since), since: moment(story.since), characters: characters(story.characters),
      isImportant: story.isImportant, isUntitled: story.headline.isEmpty)
  }

  /// `第5期 第02版 民生 头条`.
  func place(_ row: StoryRow) -> String {
    guard let plan = row.plan, let place = row.story.place else { return "" }
    let page = place.page.map { dates.page($0, row.pageName) } ?? ""
    return [number(plan), page, place.isLead ? words("desk.lead") : ""].filter { !$0.isEmpty }.joined(separator: " ")
  }
}
