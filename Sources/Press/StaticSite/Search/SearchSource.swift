package import Model

/// What the search of an export is made from.
package struct SearchSource: Sendable {
  /// Names the state of the paper: the index of another has another name. Letters and digits.
  let edition: String
  /// Every story that stands, the newest day first.
  let serials: [Int]
  let stories: @Sendable ([Int]) async throws -> [SearchableStory]
  let card: @Sendable (StoryCard) -> JSON

  /// - Parameters:
  ///   - edition: letters and digits.
  ///   - serials: every story that stands, in the order of a search by date.
  ///   - stories: some of them in this order, without those that no longer stand.
  ///   - renderer: makes their cards.
  package init(
    edition: String, serials: [Int], stories: @escaping @Sendable ([Int]) async throws -> [SearchableStory],
    renderer: Renderer
  ) {
    self.edition = edition
    self.serials = serials
    self.stories = stories
    card = { renderer.searchCard($0) }
  }
}

extension Renderer {
  /// A story as the search of an export shows it: serial, address, language where it is another, headline, summary and
  /// facts.
  func searchCard(_ card: StoryCard) -> JSON {
    .array([
      .integer(card.serial), .string(path(of: card)), .string(language(card.language)),
      .string(Copy.joined(card.headline)), .string(card.summary), .array(facts(of: card).map(JSON.string)),
    ])
  }
}
