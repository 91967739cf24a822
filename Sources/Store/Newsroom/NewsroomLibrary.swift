package import Foundation
package import Model

/// Reads what the newsroom alone may see. Each function gives a person what they may see and no more; each is one
/// transaction, so what it gives is of one state, and throws `StoreError` or what the driver throws.
package struct NewsroomLibrary: Sendable {
  package let storage: Storage
  /// How copy is reviewed here: the steps of every story follow from it.
  package let reviewing: ReviewSettings
  package let now: @Sendable () -> Date

  package init(
    storage: Storage, reviewing: ReviewSettings = ReviewSettings(), now: @escaping @Sendable () -> Date = { Date() }
  ) {
    self.storage = storage
    self.reviewing = reviewing
    self.now = now
  }

  /// Whether anybody has an account: a site where nobody has is not set up yet.
  package func hasPeople() async throws -> Bool {
    try await storage.read { try $0.number("SELECT EXISTS (SELECT 1 FROM person)") == 1 }
  }

  /// The steps of a story, by its workflow as the settings have it.
  func steps(of story: Story) -> [ReviewStep] { workflow(of: story).steps(isImportant: story.isImportant) }

  func workflow(of story: Story) -> Workflow {
    reviewing.workflow(story.workflow) ?? reviewing.workflow(ofSection: story.section)
  }
}
