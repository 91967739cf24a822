import Model

/// What hits are counted and filtered by: of each story its section, page and authors.
struct SearchIndexFacts {
  private var sections = Names()
  private var authors = Names()
  private var section: [JSON] = []
  private var page: [JSON] = []
  private var author: [JSON] = []

  mutating func add(_ story: SearchableStory) {
    section.append(.integer(story.card.section.isEmpty ? -1 : sections.number(story.card.section)))
    page.append(.integer(story.card.pageNumber ?? 0))
    author.append(.array(story.lines.bylines.map { .integer(authors.number($0)) }))
  }

  /// Names, and for each story their numbers; -1 for no section, 0 for no page.
  var json: JSON {
    .object([
      "sections": .array(sections.names.map(JSON.string)), "authors": .array(authors.names.map(JSON.string)),
      "section": .array(section), "page": .array(page), "author": .array(author),
    ])
  }

  /// Gives names numbers in the order in which they come.
  private struct Names {
    private(set) var names: [String] = []
    private var known: [String: Int] = [:]

    mutating func number(_ name: String) -> Int {
      if let number = known[name] { return number }
      known[name] = names.count
      names.append(name)
      return names.count - 1
    }
  }
}
