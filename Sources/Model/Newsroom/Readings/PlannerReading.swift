/// A planned issue as the planner shows it, with all that can be put into it and what stands in its way.
package struct PlannerReading: Sendable, Equatable {
  package let planned: PlannedIssue
  /// Signed stories and stories under review that stand in no issue, the signed ones first.
  package let unplaced: [StoryRow]
  /// Empty for an issue that is published.
  package let findings: [PreflightFinding]
  /// The pictures of its pages.
  package let media: [MediaName: Media]
  package let previews: [PreviewHead]

  package init(
    planned: PlannedIssue, unplaced: [StoryRow], findings: [PreflightFinding], media: [MediaName: Media],
    previews: [PreviewHead]
  ) {
    self.planned = planned
    self.unplaced = unplaced
    self.findings = findings
    self.media = media
    self.previews = previews
  }
}

/// Every planned and published issue, and what a new one begins with.
package struct PlansReading: Sendable, Equatable {
  /// The newest date first.
  package let plans: [IssuePlan]
  package let draft: PlanDraft
  /// Those of the last issue.
  package let pages: [PlannedPage]

  package init(plans: [IssuePlan], draft: PlanDraft, pages: [PlannedPage]) {
    self.plans = plans
    self.draft = draft
    self.pages = pages
  }
}
