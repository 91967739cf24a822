import Foundation
package import Model

extension NewsroomLibrary {
  /// Plans that the list can be filtered by and placed in.
  static let plansMax = 30
  /// Sections that the list can be filtered by.
  static let sectionsMax = 200

  /// One page of the story list, for one person.
  package func stories(_ query: StoryQuery, for viewer: Viewer) async throws -> StoryListReading {
    let now = now()
    return try await storage.read { session in
      let selection = StorySelection(
        session: session, query: query, viewer: viewer, signable: signable(by: viewer), now: now)
      let found = try selection.stories(limit: StoryQuery.rowsMax + 1)
      let shown = Array(found.prefix(StoryQuery.rowsMax))
      var names = try NewsroomNames(session: session)
      let rows = try shown.map { try names.row($0, steps(of: $0)) }
      return StoryListReading(
        query: query, shelves: try shelves(for: viewer, session), rows: rows,
        next: found.count > shown.count ? shown.last.map(StorySelection.cursor) : nil,
        plans: try PlanTable.open(session, limit: NewsroomLibrary.plansMax).map { PlanHead($0) },
        people: viewer.seesAll ? try names.active() : [],
        sections: try NewsroomLibrary.sections(session), saved: try NewsroomLibrary.saved(viewer.person, session))
    }
  }

  /// The keys of the steps that a person may sign.
  func signable(by viewer: Viewer) -> [String] {
    var keys: [String] = []
    for workflow in reviewing.workflows {
      for step in workflow.steps(isImportant: true) where viewer.acts.contains(step.act) && !keys.contains(step.key) {
        keys.append(step.key)
      }
    }
    return keys
  }

  /// The shelves with their counts, in the order they are shown: mine, what waits for me, the steps that are used, the
  /// states, all.
  func shelves(for viewer: Viewer, _ session: Session) throws -> [ShelfCount] {
    let counts = try counts(for: viewer, session)
    let me = viewer.person.description
    let mine =
      try session.number("SELECT count(*) FROM story WHERE holder = ?", [me])
      + session.number(
        "SELECT count(*) FROM story WHERE owner = ?1 AND state = 'returned' AND holder IS NOT ?1", [me])
    func count(_ state: StoryState, _ step: String? = nil) -> Int {
      counts.filter { $0.state == state.rawValue && (step == nil || $0.step == step) }.reduce(0) { $0 + $1.count }
    }
    var shelves = [ShelfCount(shelf: .mine, count: mine, step: nil)]
    let keys = signable(by: viewer)
    if !keys.isEmpty {
      let waiting = keys.reduce(0) { $0 + count(.review, $1) }
      shelves.append(ShelfCount(shelf: .waiting, count: waiting, step: nil))
    }
    if viewer.seesAll {
      let used = [reviewing.workflow(ofSection: "")] + reviewing.workflows
      var known: Set<String> = []
      for step in used.flatMap({ $0.steps(isImportant: true) }) where known.insert(step.key).inserted {
        let waiting = count(.review, step.key)
        let isOwn = reviewing.workflow(ofSection: "").steps.contains { $0.key == step.key }
        if isOwn || waiting > 0 {
          shelves.append(ShelfCount(shelf: .step(step.key), count: waiting, step: step))
        }
      }
    }
    for state in [StoryState.draft, .returned, .signed, .published, .withdrawn, .spiked] {
      shelves.append(ShelfCount(shelf: .state(state), count: count(state), step: nil))
    }
    shelves.append(ShelfCount(shelf: .all, count: counts.reduce(0) { $0 + $1.count }, step: nil))
    return shelves
  }

  private func counts(for viewer: Viewer, _ session: Session) throws -> [(state: String, step: String, count: Int)] {
    func read(_ columns: inout Columns) -> (state: String, step: String, count: Int) {
      (columns.text(), columns.text(), columns.integer())
    }
    if viewer.seesAll { return try session.rows("SELECT state, step, count FROM story_count", [], read) }
    return try session.rows(
      """
      SELECT state, step, count(*) FROM story WHERE owner = ?1 GROUP BY state, step
      UNION ALL
      SELECT state, step, count(*) FROM story WHERE holder = ?1 AND owner <> ?1 GROUP BY state, step
      """, [viewer.person.description], read)
  }

  /// The sections of the newsroom's copy, by name: found by leaps along their index.
  static func sections(_ session: Session) throws -> [String] {
    try session.rows(
      """
      WITH RECURSIVE known (name) AS (
        SELECT min(section) FROM story WHERE section > ''
        UNION ALL
        SELECT (SELECT min(section) FROM story WHERE section > known.name) FROM known WHERE known.name IS NOT NULL
      )
      SELECT name FROM known WHERE name IS NOT NULL LIMIT ?
      """, [sectionsMax]
    ) { $0.text() }
  }

  static func saved(_ person: ID<Person>, _ session: Session) throws -> [SavedFilter] {
    try session.rows(
      "SELECT id, name, query FROM saved_filter WHERE person = ? ORDER BY name LIMIT ?",
      [person.description, SavedFilter.countMax]
    ) { columns in
      let (id, name, text) = (columns.text(), columns.text(), columns.text())
      let fields = try JSON(text: text)
      return SavedFilter(id: id, name: name, query: StoryQuery { fields[$0]?.string })
    }
  }
}
