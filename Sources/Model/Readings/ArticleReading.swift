/// An article with what stands about it.
package struct ArticleReading: Sendable, Equatable {
  package var article: Article
  /// As written, else as made.
  package var summary: String
  package var issue: IssueHead
  package var page: PageHead?
  /// Its hotspots on that page.
  package var hotspots: [Polygon]
  package var jumpTo: Int?
  package var views: Int
  /// Whether some were counted here, so that there is a chart of them.
  package var hasViewChart: Bool
  /// Every stored file that its body points to.
  package var media: [MediaName: Media]
  /// The other stories of its page, in order, at most twenty.
  package var samePage: [StoryCard]
  /// Before and after it in the issue.
  package var previous: StoryCard?
  package var next: StoryCard?

  package init(
    article: Article, summary: String, issue: IssueHead, page: PageHead? = nil, hotspots: [Polygon],
    jumpTo: Int? = nil, views: Int, hasViewChart: Bool = false, media: [MediaName: Media], samePage: [StoryCard],
    previous: StoryCard? = nil, next: StoryCard? = nil
  ) {
    self.article = article
    self.summary = summary
    self.issue = issue
    self.page = page
    self.hotspots = hotspots
    self.jumpTo = jumpTo
    self.views = views
    self.hasViewChart = hasViewChart
    self.media = media
    self.samePage = samePage
    self.previous = previous
    self.next = next
  }
}
