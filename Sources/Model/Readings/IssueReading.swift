/// The stories of one page in order.
package struct PageSection: Sendable, Equatable {
  package var page: PageHead
  package var stories: [StoryCard]

  package init(page: PageHead, stories: [StoryCard]) {
    self.page = page
    self.stories = stories
  }
}

/// An issue with all its stories: the front, and an issue's own page.
package struct IssueReading: Sendable, Equatable {
  package var issue: IssueHead
  /// By page number, ascending.
  package var pages: [PageSection]
  /// Those on no page.
  package var unplaced: [StoryCard]
  package var previous: IssueHead?
  package var next: IssueHead?
  /// Most read, most first; at most ten.
  package var mostRead: [StoryCard]
  /// Whether views were counted here, so that there is a chart of them.
  package var hasViewChart: Bool

  package init(
    issue: IssueHead, pages: [PageSection], unplaced: [StoryCard], previous: IssueHead? = nil,
    next: IssueHead? = nil, mostRead: [StoryCard], hasViewChart: Bool = false
  ) {
    self.issue = issue
    self.pages = pages
    self.unplaced = unplaced
    self.previous = previous
    self.next = next
    self.mostRead = mostRead
    self.hasViewChart = hasViewChart
  }
}
