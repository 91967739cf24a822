/// How far the review of a story is: worked out from its events alone.
package struct ReviewProgress: Sendable, Equatable {
  /// The steps of the story, in order.
  package let steps: [ReviewStep]
  /// The signatures that stand, by the key of their step.
  package private(set) var standing: [String: [ReviewEvent]] = [:]
  /// Every signature that was ever given, the oldest first.
  package private(set) var signatures: [ReviewEvent] = []
  /// Whether the story is handed in.
  package private(set) var isUnderReview = false

  /// - events: of one story, the oldest first.
  package init(workflow: Workflow, isImportant: Bool, events: [ReviewEvent]) {
    steps = workflow.steps(isImportant: isImportant)
    for event in events { take(event) }
  }

  private mutating func take(_ event: ReviewEvent) {
    switch event.kind {
    case .submit:
      standing = [:]
      isUnderReview = true
    case .approve:
      signatures.append(event)
      standing[event.step, default: []].append(event)
    case .return, .recall, .reopen:
      standing = [:]
      isUnderReview = false
    case .change:
      // The step that was due then stands in the event; where the workflow has lost it since, all fall.
      guard let due = steps.first(where: { $0.key == event.step }) else {
        standing = [:]
        return
      }
      for key in due.reopens.union(mustFall) { standing[key] = nil }
    case .important: break
    case .publish: isUnderReview = false
    }
  }

  /// What no change leaves standing, whatever the workflow names: the last review, and every proof after it.
  private var mustFall: [String] {
    steps.lastIndex(where: \.isReview).map { steps[$0...].map(\.key) } ?? steps.map(\.key)
  }

  /// The step that waits for a signature; nil when none does.
  package var due: ReviewStep? {
    guard isUnderReview else { return nil }
    return firstOpen
  }

  /// The first step that lacks a signature, whether or not the story is handed in.
  private var firstOpen: ReviewStep? { steps.first { (standing[$0.key]?.count ?? 0) < $0.count } }

  /// Whether every step has its signatures.
  package var isComplete: Bool { firstOpen == nil }

  /// Whether a copy with this hash may be made public: every step is signed, and what the last review saw, and every
  /// proof after it, is this very copy.
  package func covers(hash: String) -> Bool {
    guard isComplete, let last = steps.lastIndex(where: \.isReview) else { return false }
    return steps[last...].allSatisfy { step in (standing[step.key] ?? []).allSatisfy { $0.hash == hash } }
  }
}
