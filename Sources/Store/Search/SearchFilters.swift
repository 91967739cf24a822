import Model

/// The filters of a query, by the numbers of the facts.
struct SearchFilters {
  private let facts: SearchFacts
  private let query: SearchQuery
  private let sections: Set<UInt32>?
  private let authors: Set<UInt32>?
  private let after: Int
  private let before: Int

  init(_ query: SearchQuery, _ facts: SearchFacts) {
    self.facts = facts
    self.query = query
    sections = query.section.map { section in
      let wanted = Folding.fold(Folding.name(section))
      return SearchFilters.numbers(of: facts.sectionNames) { Folding.fold(Folding.name($0)) == wanted }
    }
    authors = query.author.map { author in
      let wanted = Folding.fold(author)
      return SearchFilters.numbers(of: facts.authorNames) { name in
        let name = Folding.fold(name)
        return name == wanted || name.contains(" ") && " \(name) ".contains(" \(wanted) ")
      }
    }
    after = query.after.map(SearchFacts.number) ?? .min
    before = query.before.map(SearchFacts.number) ?? .max
  }

  /// Those of some places that the filters let through.
  func passing(_ places: SearchPlaces) -> SearchPlaces {
    guard query.hasFilter else { return places }
    var passing = places
    places.visit { place in
      if !lets(place) { passing.remove(place) }
      return true
    }
    return passing
  }

  private func lets(_ place: Int) -> Bool {
    if let year = query.year, facts.year(place) != year { return false }
    if let page = query.page, Int(facts.pages[place]) != page { return false }
    if facts.day(place) <= after || facts.day(place) >= before { return false }
    if let sections, !sections.contains(facts.sections[place]) { return false }
    if let authors, !facts.authors(place).contains(where: authors.contains) { return false }
    return true
  }

  private static func numbers(of names: [String], _ isMeant: (String) -> Bool) -> Set<UInt32> {
    Set(names.indices.filter { isMeant(names[$0]) }.map(UInt32.init))
  }
}
