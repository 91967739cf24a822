package import Model

/// The story list with its filters.
struct StoryListView: View {
  var shelves: [ShelfView]
  var heading: String
  var rows: [StoryRowView]
  var query: StoryQuery
  var plans: [OptionView]
  var people: [OptionView]
  var sections: [OptionView]
  var days: [OptionView]
  var saved: [SavedFilterView]
  var next: String
  var places: [OptionView]
  var holders: [OptionView]
  var mayWrite: Bool
  var mayPlace: Bool
  var mayAssign: Bool
  var isOpen: Bool

  static let fields: [String: Field<StoryListView>] = [
    "shelves": .many { $0.shelves },
    "heading": .text { $0.heading },
    "rows": .many { $0.rows },
    "hasRows": .flag { !$0.rows.isEmpty },
    "shelf": .text { $0.query.shelf == .all ? "" : $0.query.shelf.description },
    "q": .text { $0.query.text },
    "plans": .many { $0.plans },
    "people": .many { $0.people },
    "sections": .many { $0.sections },
    "days": .many { $0.days },
    "saved": .many { $0.saved },
    "hasSaved": .flag { !$0.saved.isEmpty },
    "isFiltered": .flag { $0.isOpen },
    "encoded": .text { $0.query.encoded },
    "next": .text { $0.next },
    "isLater": .flag { $0.query.after != nil },
    "places": .many { $0.places },
    "holders": .many { $0.holders },
    "mayWrite": .flag { $0.mayWrite },
    "mayPlace": .flag { $0.mayPlace },
    "mayAssign": .flag { $0.mayAssign },
    "mayBatch": .flag { ($0.mayPlace || $0.mayAssign) && !$0.rows.isEmpty },
  ]
}

/// A shelf with its count.
struct ShelfView: View {
  var link: LinkView
  var count: String

  static let fields: [String: Field<ShelfView>] = [
    "link": .one { $0.link },
    "count": .text { $0.count },
  ]
}

/// A kept filter, which can be dropped.
struct SavedFilterView: View {
  var link: LinkView
  var removal: String
  var removalLabel: String

  static let fields: [String: Field<SavedFilterView>] = [
    "link": .one { $0.link },
    "removal": .text { $0.removal },
    "removalLabel": .text { $0.removalLabel },
  ]
}

extension NewsroomRenderer {
  /// Days of age that the filter offers.
  private static let ages = [1, 3, 7, 30]

  /// The story list.
  package func stories(_ reading: StoryListReading, _ session: DeskSession, _ message: DeskMessage? = nil) -> Document {
    let text = text(session)
    let query = reading.query
    let heading = shelfName(query.shelf, step: reading.shelves.first { $0.shelf == query.shelf }?.step, text)
    let any = text.words("desk.any")
    let open = reading.plans.filter { $0.state == .open || $0.state == .rolledBack }
    let view = StoryListView(
      shelves: reading.shelves.filter { isShown($0, query) }.map { shelf($0, query, text) }, heading: heading,
      rows: reading.rows.map(text.row),
      query: query, plans: text.options(reading.plans, chosen: query.plan, none: any),
      people: text.options(reading.people, chosen: query.person, none: any),
      sections: text.options(reading.sections, chosen: query.section, none: any), days: ages(query, text),
      saved: reading.saved.map { saved($0, query, text) }, next: next(reading),
      places: text.options(open, chosen: nil, none: text.words("desk.noPlace")),
      holders: text.options(reading.people, chosen: nil, none: text.words("desk.nobody")),
      mayWrite: session.acts.contains(.write), mayPlace: session.acts.contains(.plan),
      mayAssign: session.acts.contains(.assign),
      isOpen: !query.text.isEmpty || query.plan != nil || query.person != nil || !query.section.isEmpty
        || query.days != nil)
    var facts = DeskFrame.Facts(title: heading, place: .stories)
    facts.bodyClass = "list"
    return page("stories", view, facts, session, message)
  }

  /// An empty shelf says nothing, but for those that somebody looks at every day.
  private func isShown(_ count: ShelfCount, _ query: StoryQuery) -> Bool {
    count.count > 0 || count.shelf == query.shelf || [.mine, .waiting, .all].contains(count.shelf)
  }

  private func shelf(_ count: ShelfCount, _ query: StoryQuery, _ text: DeskText) -> ShelfView {
    let address = count.shelf == .all ? "/desk/stories" : "/desk/stories?shelf=\(count.shelf)"
    let name = shelfName(count.shelf, step: count.step, text)
    return ShelfView(
      link: LinkView(href: address, text: name, isCurrent: count.shelf == query.shelf),
      count: Numerals.grouped(count.count))
  }

  private func shelfName(_ shelf: StoryShelf, step: ReviewStep?, _ text: DeskText) -> String {
    switch shelf {
    case .mine: text.words("desk.shelf.mine")
    case .waiting: text.words("desk.shelf.waiting")
    case .all: text.words("desk.shelf.all")
    case .step(let key): text.words("desk.waitsFor", ["step": step.map(text.step) ?? key])
    case .state(let state): text.words("desk.state.\(state.rawValue)")
    }
  }

  private func ages(_ query: StoryQuery, _ text: DeskText) -> [OptionView] {
    let days = NewsroomRenderer.ages + [query.days].compactMap { $0 }.filter { !NewsroomRenderer.ages.contains($0) }
    return [OptionView(value: "", text: text.words("desk.any"), isChosen: query.days == nil)]
      + days.map {
        OptionView(value: "\($0)", text: text.words.count("desk.unchanged", $0), isChosen: $0 == query.days)
      }
  }

  private func saved(_ filter: SavedFilter, _ query: StoryQuery, _ text: DeskText) -> SavedFilterView {
    var wanted = filter.query
    wanted.after = query.after
    return SavedFilterView(
      link: LinkView(
        href: "/desk/stories?\(filter.query.encoded)", text: filter.name, isCurrent: wanted == query),
      removal: "/desk/filters/\(filter.id)/removal",
      removalLabel: text.words("desk.removeFilter", ["name": filter.name]))
  }

  private func next(_ reading: StoryListReading) -> String {
    guard let after = reading.next else { return "" }
    var query = reading.query
    query.after = after
    return "/desk/stories?\(query.encoded)"
  }
}
