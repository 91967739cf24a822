/// A story that stands, as the search of an export takes it in.
package struct SearchableStory: Sendable {
  package var card: StoryCard
  /// Every line that a search looks through.
  package var lines: SearchLines

  package init(card: StoryCard, lines: SearchLines) {
    self.card = card
    self.lines = lines
  }
}
