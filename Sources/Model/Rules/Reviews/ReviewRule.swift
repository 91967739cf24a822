/// Who may sign what: 三审三校 as a pure rule. Facts in, decision out.
///
/// Nobody holds two reviews of one story, and nobody reviews copy of their own (published rules of several houses).
/// A very small paper may set this aside, each time with a reason that stays on the record; nobody ever signs the same
/// step twice.
package struct ReviewRule: Sendable {
  package let policy: ReviewPolicy

  package init(policy: ReviewPolicy) { self.policy = policy }

  /// Why a person may not sign a step.
  package enum Objection: Error, Sendable, Equatable {
    /// The story is not under review, or another step is due.
    case notDue(step: String)
    /// The person's roles do not hold the act of the step.
    case notAllowed(Act)
    /// The person signed this very step already.
    case signedAlready
    /// The person holds another review of this story.
    case holdsAnother(step: String)
    /// The person wrote this copy.
    case ownCopy
    /// The person changed the copy under review and is no neutral eye.
    case notNeutral
    /// The copy has changed since the person looked at it.
    case changed(seen: Int, now: Int)
    /// An exemption needs its reason.
    case reasonMissing
  }

  /// What is known of a person and a story.
  package struct Facts: Sendable {
    package let person: ID<Person>
    package let acts: Set<Act>
    /// Who wrote the copy before it was handed in: the owner, and everyone of whom a revision is kept.
    package let writers: Set<ID<Person>>
    /// Who changed it while it was under review.
    package let changers: Set<ID<Person>>
    /// The revision that the person looked at, and the latest one.
    package let seen: Int
    package let latest: Int
    /// The reason for an exemption; empty for none.
    package let reason: String

    package init(
      person: ID<Person>, acts: Set<Act>, writers: Set<ID<Person>>, changers: Set<ID<Person>>, seen: Int, latest: Int,
      reason: String
    ) {
      self.person = person
      self.acts = acts
      self.writers = writers
      self.changers = changers
      self.seen = seen
      self.latest = latest
      self.reason = reason
    }
  }

  /// Whether a person may sign a step; true when it takes an exemption. Throws why not.
  package func sign(step key: String, _ progress: ReviewProgress, _ facts: Facts) throws(Objection) -> Bool {
    guard let step = progress.due, step.key == key else { throw .notDue(step: key) }
    guard facts.acts.contains(step.act) else { throw .notAllowed(step.act) }
    guard facts.seen == facts.latest else { throw .changed(seen: facts.seen, now: facts.latest) }
    guard !(progress.standing[key] ?? []).contains(where: { $0.person == facts.person }) else { throw .signedAlready }
    guard let objection = exemptible(step, progress, facts) else { return false }
    guard policy.allowsExemptions else { throw objection }
    guard !facts.reason.allSatisfy(\.isWhitespace) else { throw .reasonMissing }
    return true
  }

  /// What speaks against it that a paper may set aside.
  private func exemptible(_ step: ReviewStep, _ progress: ReviewProgress, _ facts: Facts) -> Objection? {
    if step.isReview {
      let reviews = Set(progress.steps.filter(\.isReview).map(\.key)).subtracting([step.key])
      if let other = progress.signatures.last(where: { $0.person == facts.person && reviews.contains($0.step) }) {
        return .holdsAnother(step: other.step)
      }
    }
    if facts.writers.contains(facts.person) { return .ownCopy }
    if facts.changers.contains(facts.person), !policy.editingReviewerMaySign { return .notNeutral }
    return nil
  }
}

/// What a paper allows in its reviews.
package struct ReviewPolicy: Sendable, Equatable {
  /// Whether who wrote a story, or holds another review of it, may review it, each time with a reason: for a paper of
  /// one or two.
  package var allowsExemptions: Bool
  /// Whether a reviewer who changed the copy may still sign it.
  package var editingReviewerMaySign: Bool

  package init(allowsExemptions: Bool = false, editingReviewerMaySign: Bool = false) {
    self.allowsExemptions = allowsExemptions
    self.editingReviewerMaySign = editingReviewerMaySign
  }
}
