import Model

/// Counts of hits by year, section and author.
struct SearchCounts {
  let years: [NameCount]
  let sections: [NameCount]
  let authors: [NameCount]

  init(_ places: SearchPlaces, _ facts: SearchFacts) {
    var years = [Int](repeating: 0, count: 10_000)
    var sections = [Int](repeating: 0, count: facts.sectionNames.count)
    var authors = [Int](repeating: 0, count: facts.authorNames.count)
    places.visit { place in
      years[facts.year(place)] += 1
      sections[Int(facts.sections[place])] += 1
      for author in facts.authors(place) { authors[Int(author)] += 1 }
      return true
    }
    self.years = years.indices.reversed().filter { years[$0] > 0 }.map { NameCount(name: "\($0)", count: years[$0]) }
    self.sections = SearchCounts.fullest(sections, facts.sectionNames)
    self.authors = SearchCounts.fullest(authors, facts.authorNames)
  }

  private static func fullest(_ counts: [Int], _ names: [String]) -> [NameCount] {
    let named = counts.indices.filter { counts[$0] > 0 && !names[$0].isEmpty }
    let sorted = named.sorted { (counts[$1], names[$0]) < (counts[$0], names[$1]) }
    return sorted.prefix(SearchReading.facetsMax).map { NameCount(name: names[$0], count: counts[$0]) }
  }
}
