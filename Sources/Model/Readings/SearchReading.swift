/// What a search found.
package struct SearchReading: Sendable, Equatable {
  /// The longest query that is looked for, in characters; the rest is cut.
  package static let queryMax = 100
  /// The most hits that are shown.
  package static let hitsMax = 100

  package var query: String
  package var stories: [StoryCard]
  package var total: Int
  package var took: Duration

  package init(query: String, stories: [StoryCard], total: Int, took: Duration) {
    self.query = query
    self.stories = stories
    self.total = total
    self.took = took
  }
}
