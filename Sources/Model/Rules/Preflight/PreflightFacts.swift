/// All that is known when an issue is looked over before its signature: facts in, findings out.
package struct PreflightFacts: Sendable, Equatable {
  package var publication: Publication
  package var plan: IssuePlan
  /// The day that it is where the paper appears.
  package var today: Day
  /// Page by page, each in its order, then those on no page.
  package var stories: [PreflightStory]
  /// The other issues of the paper, published and planned, near enough to matter for the numbers.
  package var others: [Issue]
  /// Whether another issue of this date, kind and number is public already.
  package var isIssuePublic: Bool
  /// Stories of the last issues.
  package var recent: [PreflightRecent]
  /// Those of the site's own addresses in the texts that lead to nothing, as written.
  package var deadLinks: Set<String>
  /// Files that the texts or pages point to and that are not in the library.
  package var missingMedia: Set<MediaName>
  /// Corrections and replies that are due by this issue and stand in none.
  package var notices: [ArticleNotice]

  package init(
    publication: Publication, plan: IssuePlan, today: Day, stories: [PreflightStory] = [], others: [Issue] = [],
    isIssuePublic: Bool = false, recent: [PreflightRecent] = [], deadLinks: Set<String> = [],
    missingMedia: Set<MediaName> = [], notices: [ArticleNotice] = []
  ) {
    self.publication = publication
    self.plan = plan
    self.today = today
    self.stories = stories
    self.others = others
    self.isIssuePublic = isIssuePublic
    self.recent = recent
    self.deadLinks = deadLinks
    self.missingMedia = missingMedia
    self.notices = notices
  }
}

/// A story of a planned issue as it stands.
package struct PreflightStory: Sendable, Equatable {
  package var story: Story
  /// Of the latest revision.
  package var copy: Copy
  package var progress: ReviewProgress

  package init(story: Story, copy: Copy, progress: ReviewProgress) {
    self.story = story
    self.copy = copy
    self.progress = progress
  }

  /// Whether its latest copy may be made public: signed in every step, and for this very text.
  package var isSigned: Bool { story.state == .signed && progress.covers(hash: story.hash) }

  /// The page on which it is planned; nil for none.
  package var page: Int? { story.place?.page }
}

/// A story of one of the last issues.
package struct PreflightRecent: Sendable, Equatable {
  package var serial: Int
  package var issue: IssueKey
  package var headline: String
  package var sketch: TextSketch

  package init(serial: Int, issue: IssueKey, headline: String, sketch: TextSketch) {
    self.serial = serial
    self.issue = issue
    self.headline = headline
    self.sketch = sketch
  }
}
