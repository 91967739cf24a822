/// What a search found: one page of its hits, with counts over all of them.
package struct SearchReading: Sendable, Equatable {
  /// As typed.
  package var text: String
  package var query: SearchQuery
  package var sort: SearchSort
  /// All hits, exactly.
  package var total: Int
  package var took: Duration
  package var hits: [SearchHit]
  /// The newest first.
  package var years: [NameCount]
  /// The fullest first, at most `facetsMax`.
  package var sections: [NameCount]
  /// By the one form of the name, who has most first, at most `facetsMax`.
  package var authors: [NameCount]
  /// The cursor of the following page; nil at the end.
  package var next: String?
  /// Whether there were so many hits that only the newest are ordered by relevance; the others follow by date.
  package var isRankedOverNewest: Bool

  /// The most sections and the most authors that are counted by name.
  package static let facetsMax = 20

  package init(
    text: String, query: SearchQuery, sort: SearchSort = .relevance, total: Int, took: Duration, hits: [SearchHit],
    years: [NameCount] = [], sections: [NameCount] = [], authors: [NameCount] = [], next: String? = nil,
    isRankedOverNewest: Bool = false
  ) {
    self.text = text
    self.query = query
    self.sort = sort
    self.total = total
    self.took = took
    self.hits = hits
    self.years = years
    self.sections = sections
    self.authors = authors
    self.next = next
    self.isRankedOverNewest = isRankedOverNewest
  }
}

/// A story that was found.
package struct SearchHit: Sendable, Equatable {
  package var card: StoryCard
  /// The lines of the headline as one, with what matched marked.
  package var headline: [MarkedRun]
  /// Whole clauses of the line that matches best, with what matched marked.
  package var snippet: [MarkedRun]
  /// The page it stands on; nil for none.
  package var page: Int?
  /// How well it matches, at least 0; 0 where it was not ranked.
  package var score: Double

  package init(card: StoryCard, headline: [MarkedRun], snippet: [MarkedRun], page: Int?, score: Double) {
    self.card = card
    self.headline = headline
    self.snippet = snippet
    self.page = page
    self.score = score
  }
}

/// A run of a text that is what was looked for, or is not.
package struct MarkedRun: Sendable, Equatable {
  package var text: String
  package var isMarked: Bool

  package init(text: String, isMarked: Bool) {
    self.text = text
    self.isMarked = isMarked
  }
}
