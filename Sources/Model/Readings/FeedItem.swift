/// A story with its whole text, as a feed carries it.
package struct FeedItem: Sendable, Equatable {
  package var card: StoryCard
  package var body: Body
  /// Every stored file that the body points to.
  package var media: [MediaName: Media]

  package init(card: StoryCard, body: Body, media: [MediaName: Media]) {
    self.card = card
    self.body = body
    self.media = media
  }
}
