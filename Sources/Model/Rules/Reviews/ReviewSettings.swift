/// How copy is reviewed at a paper: which workflow, and what is allowed.
package struct ReviewSettings: Sendable, Equatable {
  /// Every workflow that a story may go through, by name: those that come with the program and the paper's own.
  package var workflows: [Workflow]
  /// The name of the one that a story takes unless its section has another.
  package var standard: String
  /// By section, the name of its workflow.
  package var bySection: [String: String]
  package var policy: ReviewPolicy

  package init(
    workflows: [Workflow] = Workflow.shipped, standard: String = Workflow.threeReviews.name,
    bySection: [String: String] = [:], policy: ReviewPolicy = ReviewPolicy()
  ) {
    self.workflows = workflows
    self.standard = standard
    self.bySection = bySection
    self.policy = policy
  }

  /// A workflow by name; nil for a name that is not known any more.
  package func workflow(_ name: String) -> Workflow? { workflows.first { $0.name == name } }

  /// The workflow of a section's copy.
  package func workflow(ofSection section: String) -> Workflow {
    workflow(bySection[section] ?? standard) ?? workflow(standard) ?? .threeReviews
  }
}
