/// A planned issue with all that stands in it.
package struct PlannedIssue: Sendable, Equatable {
  package let plan: IssuePlan
  /// Page by page in their order, then those on no page.
  package let stories: [Story]
  /// Corrections and replies that stand in it.
  package let notices: [ArticleNotice]
  /// Those that are due by its date and stand in no issue.
  package let due: [ArticleNotice]
  /// Who signed it for publication.
  package let signer: Person?

  package init(plan: IssuePlan, stories: [Story], notices: [ArticleNotice], due: [ArticleNotice], signer: Person?) {
    self.plan = plan
    self.stories = stories
    self.notices = notices
    self.due = due
    self.signer = signer
  }

  /// The stories of a page, in order; of no page for nil.
  package func stories(onPage page: Int?) -> [Story] { stories.filter { $0.place?.page == page } }
}
