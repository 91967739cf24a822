import Model

/// Stories of the newsroom, their revisions and what happened in their reviews.
enum StoryTable {
  static let select: SQLText = """
    SELECT number, id, owner, holder, state, step, workflow, important, section, headline, characters, revision, hash,
      plan, page, position, lead, article, public_revision, made, changed, since FROM story
    """

  static func read(_ columns: inout Columns) throws -> Story {
    let (number, id) = (columns.integer(), columns.text())
    guard let identity = ID<Story>(id) else { throw Stored.broken("the id of a story", id) }
    let owner = try Stored.person(columns.text())
    let holder = try columns.optionalText().map(Stored.person)
    let stateText = columns.text()
    guard let state = StoryState(rawValue: stateText) else { throw Stored.broken("the state of a story", stateText) }
    let (step, workflow, isImportant) = (columns.text(), columns.text(), columns.flag())
    let (section, headline, characters) = (columns.text(), columns.text(), columns.integer())
    let (revision, hash) = (columns.integer(), columns.text())
    let plan = try columns.optionalText().map(Stored.plan)
    let (page, position, isLead) = (columns.optionalInteger(), columns.integer(), columns.flag())
    return Story(
      number: number, id: identity, owner: owner, holder: holder, state: state, step: step, workflow: workflow,
      isImportant: isImportant, section: section, headline: headline, characters: characters, revision: revision,
      hash: hash,
      place: plan.map { StoryPlace(plan: $0, page: page, position: position, isLead: isLead) },
      serial: columns.optionalInteger(), publicRevision: columns.optionalInteger(),
      made: Stored.date(columns.integer()), changed: Stored.date(columns.integer()),
      since: Stored.date(columns.integer()))
  }

  static let selectRevision: SQLText = """
    SELECT story, number, copy, hash, characters, person, kind, why, made FROM story_revision
    """

  static func readRevision(_ columns: inout Columns) throws -> StoryRevision {
    let (story, number, text, hash) = (columns.integer(), columns.integer(), columns.text(), columns.text())
    let characters = columns.integer()
    let person = try Stored.person(columns.text())
    let kindText = columns.text()
    guard let kind = RevisionKind(rawValue: kindText) else { throw Stored.broken("the kind of a revision", kindText) }
    return StoryRevision(
      story: story, number: number, copy: Copy(json: try JSON(text: text)), hash: hash, characters: characters,
      person: person, kind: kind, why: columns.text(), made: Stored.date(columns.integer()))
  }

  static let selectEvent: SQLText = """
    SELECT number, kind, step, person, revision, hash, why, exempt, made FROM review_event
    """

  static func readEvent(_ columns: inout Columns) throws -> ReviewEvent {
    let (number, kindText, step) = (columns.integer(), columns.text(), columns.text())
    guard let kind = ReviewEvent.Kind(rawValue: kindText) else {
      throw Stored.broken("the kind of a review", kindText)
    }
    return ReviewEvent(
      number: number, kind: kind, step: step, person: try Stored.person(columns.text()),
      revision: columns.integer(), hash: columns.text(), why: columns.text(), isExempt: columns.flag(),
      made: Stored.date(columns.integer()))
  }
}
