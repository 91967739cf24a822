/// A story with its place on a page.
package struct PlacedStory: Sendable, Equatable {
  package var card: StoryCard
  package var hotspots: [Polygon]
  /// The page on which it goes on (下转第N版).
  package var jumpTo: Int?
  /// The page from which it comes (上接第N版).
  package var jumpFrom: Int?

  package init(card: StoryCard, hotspots: [Polygon], jumpTo: Int? = nil, jumpFrom: Int? = nil) {
    self.card = card
    self.hotspots = hotspots
    self.jumpTo = jumpTo
    self.jumpFrom = jumpFrom
  }
}

/// A page of an issue with its hotspots.
package struct PageReading: Sendable, Equatable {
  package var issue: IssueHead
  package var pages: [PageHead]
  package var page: PageHead
  package var stories: [PlacedStory]
  package var previousIssue: IssueHead?
  package var nextIssue: IssueHead?

  package init(
    issue: IssueHead, pages: [PageHead], page: PageHead, stories: [PlacedStory], previousIssue: IssueHead? = nil,
    nextIssue: IssueHead? = nil
  ) {
    self.issue = issue
    self.pages = pages
    self.page = page
    self.stories = stories
    self.previousIssue = previousIssue
    self.nextIssue = nextIssue
  }
}
