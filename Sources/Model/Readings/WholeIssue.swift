/// An issue with all that has an address of its own in it, read at once: what an export makes its files from. Each part
/// is what the library gives for it alone.
package struct WholeIssue: Sendable, Equatable {
  package var issue: IssueReading
  /// By page number, ascending.
  package var pages: [PageReading]
  /// In the order of the issue, withdrawn ones too.
  package var articles: [ArticleReading]
  /// The first stories that stand, as its feeds carry them.
  package var feed: [FeedItem]

  package init(issue: IssueReading, pages: [PageReading], articles: [ArticleReading], feed: [FeedItem]) {
    self.issue = issue
    self.pages = pages
    self.articles = articles
    self.feed = feed
  }
}
