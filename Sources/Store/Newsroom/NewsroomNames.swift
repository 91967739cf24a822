import Model

/// The names behind the ids of a newsroom's rows, each read once.
struct NewsroomNames {
  let session: Session
  private(set) var people: [ID<Person>: String] = [:]
  private var plans: [ID<IssuePlan>: PlanHead] = [:]
  private var pages: [ID<IssuePlan>: [Int: String]] = [:]

  init(session: Session) throws {
    self.session = session
    _ = try session.rows("SELECT id, name FROM person") { columns in
      people[try Stored.person(columns.text())] = columns.text()
    }
  }

  /// Empty for nobody.
  func person(_ id: ID<Person>?) -> String { id.flatMap { people[$0] } ?? "" }

  /// Everyone who may still sign in, by name.
  func active() throws -> [PersonName] {
    try session.rows("SELECT id, name FROM person WHERE active = 1 ORDER BY name, id") { columns in
      PersonName(id: try Stored.person(columns.text()), name: columns.text())
    }
  }

  mutating func plan(_ id: ID<IssuePlan>) throws -> PlanHead? {
    if let known = plans[id] { return known }
    let found = try session.first(PlanTable.selectHead + "WHERE id = ?", [id.description], PlanTable.readHead)
    plans[id] = found
    return found
  }

  /// 版名; empty for none.
  mutating func pageName(_ place: StoryPlace?) throws -> String {
    guard let place, let page = place.page else { return "" }
    if pages[place.plan] == nil {
      var names: [Int: String] = [:]
      _ = try session.rows("SELECT number, name FROM plan_page WHERE plan = ?", [place.plan.description]) { columns in
        names[columns.integer()] = columns.text()
      }
      pages[place.plan] = names
    }
    return pages[place.plan]?[page] ?? ""
  }

  mutating func row(_ story: Story, _ steps: [ReviewStep]) throws -> StoryRow {
    StoryRow(
      story: story, owner: person(story.owner), holder: person(story.holder), steps: steps,
      plan: try story.place.flatMap { try plan($0.plan) }, pageName: try pageName(story.place))
  }
}
