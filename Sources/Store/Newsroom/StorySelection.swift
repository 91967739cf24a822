import Foundation
import Model

/// Finds the stories of a list, the last changed first, a page at a time.
///
/// A filter that an index cannot serve in one go (mine or returned to me, one of several steps) is asked for in parts,
/// each along its own index, and the parts are merged: so the first page costs the same in a hundred stories and in a
/// hundred thousand.
struct StorySelection {
  /// A condition with its values.
  struct Part {
    var sql: SQLText
    var values: [Bound]

    static func + (left: Part, right: Part) -> Part {
      Part(sql: left.sql + right.sql, values: left.values + right.values)
    }
  }

  let session: Session
  let query: StoryQuery
  let viewer: Viewer
  /// The keys of the steps that the viewer may sign.
  let signable: [String]
  let now: Date

  /// At most `limit` stories after the cursor.
  func stories(limit: Int) throws -> [Story] {
    var found: [Int: Story] = [:]
    for part in try alternatives() {
      let statement: SQLText = StoryTable.select + "WHERE" + part.sql + "ORDER BY changed DESC, number DESC LIMIT ?"
      for story in try session.rows(statement, part.values + [limit], StoryTable.read) { found[story.number] = story }
    }
    let ordered = found.values.sorted { ($0.changed, $0.number) > ($1.changed, $1.number) }
    return Array(ordered.prefix(limit))
  }

  /// What the next page's `after` is.
  static func cursor(_ story: Story) -> String { "\(Stored.instant(story.changed))-\(story.number)" }

  private func alternatives() throws -> [Part] {
    let common = try common()
    var parts: [Part] = []
    for shelf in shelves {
      for person in people {
        for sight in sights { parts.append(shelf + person + sight + common) }
      }
    }
    return parts
  }

  private var shelves: [Part] {
    let me = viewer.person.description
    switch query.shelf {
    case .all: return [Part(sql: "1 = 1", values: [])]
    case .mine:
      return [
        Part(sql: "holder = ?", values: [me]), Part(sql: "owner = ? AND state = 'returned'", values: [me]),
      ]
    case .waiting: return signable.map { Part(sql: "state = 'review' AND step = ?", values: [$0]) }
    case .step(let key): return [Part(sql: "state = 'review' AND step = ?", values: [key])]
    case .state(let state): return [Part(sql: "state = ?", values: [state.rawValue])]
    }
  }

  private var people: [Part] {
    guard let person = query.person?.description else { return [Part(sql: "", values: [])] }
    return [Part(sql: "AND owner = ?", values: [person]), Part(sql: "AND holder = ?", values: [person])]
  }

  private var sights: [Part] {
    guard !viewer.seesAll else { return [Part(sql: "", values: [])] }
    let me = viewer.person.description
    return [Part(sql: "AND owner = ?", values: [me]), Part(sql: "AND holder = ?", values: [me])]
  }

  private func common() throws -> Part {
    var part = Part(sql: "", values: [])
    if !query.section.isEmpty { part = part + Part(sql: "AND section = ?", values: [query.section]) }
    if let plan = query.plan { part = part + Part(sql: "AND plan = ?", values: [plan.description]) }
    if let days = query.days {
      part = part + Part(sql: "AND changed <= ?", values: [Stored.instant(now) - days * 86_400_000])
    }
    if !query.text.isEmpty {
      // What holds nothing that could be looked for finds nothing.
      guard let match = StorySelection.match(query.text) else { return Part(sql: "AND 1 = 0", values: []) }
      part =
        part + Part(sql: "AND number IN (SELECT rowid FROM story_index WHERE story_index MATCH ?)", values: [match])
    }
    if let after = query.after.flatMap(StorySelection.place) {
      part = part + Part(sql: "AND (changed, number) < (?, ?)", values: [after.changed, after.number])
    }
    return part
  }

  private static func place(_ cursor: String) -> (changed: Int, number: Int)? {
    let parts = cursor.split(separator: "-").compactMap { Int($0) }
    return parts.count == 2 ? (parts[0], parts[1]) : nil
  }

  /// Every word and phrase of what was typed, in the language of FTS5; nil where there is none.
  ///
  /// - isOpen: whether each word may go on, as in the name of a file that is typed in part.
  static func match(_ text: String, isOpen: Bool = false) -> String? {
    let query = SearchQuery(text)
    let terms = (query.terms + query.titleTerms).map { term in
      "\"\(term.phrase.tokens.joined(separator: " "))\"\(isOpen || term.phrase.isOpen ? " *" : "")"
    }
    return terms.isEmpty ? nil : terms.joined(separator: " AND ")
  }
}
