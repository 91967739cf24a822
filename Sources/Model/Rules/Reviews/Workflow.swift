/// 审校流程: the steps that a story takes between its writing and its signature, as data.
package struct Workflow: Sendable, Equatable {
  /// Steps of one workflow.
  package static let stepsMax = 20
  /// The key of the extra review that an important story takes.
  package static let importantKey = "important"

  /// Its name in settings and tables: lower-case letters, digits and hyphens.
  package let name: String
  package let title: Wording
  /// In the order they are taken; at least one of them a review.
  package let steps: [ReviewStep]

  package init(name: String, title: Wording, steps: [ReviewStep]) {
    self.name = name
    self.title = title
    self.steps = steps
  }

  /// The steps of a story. For an important one a further review, by another person, stands behind the last review.
  package func steps(isImportant: Bool) -> [ReviewStep] {
    guard isImportant, let last = steps.lastIndex(where: \.isReview) else { return steps }
    let extra = ReviewStep(
      key: Workflow.importantKey, title: Wording("Extra review", "专审"), act: steps[last].act, isReview: true,
      reopens: Set(steps[...last].map(\.key)))
    var all = steps
    all.insert(extra, at: last + 1)
    return all.map { $0.isReview ? $0 : $0.reopening(Workflow.importantKey) }
  }

  /// 三审三校: a change while a review is due makes every review anew; a change in proof goes back to the final review.
  package static let threeReviews: Workflow = {
    let reviews = [
      ("first", Wording("First review", "一审"), Act.firstReview),
      ("second", Wording("Second review", "二审"), Act.secondReview),
      ("final", Wording("Final review", "三审"), Act.finalReview),
    ]
    let proofs = [
      ("proof-1", Wording("First proof", "一校")), ("proof-2", Wording("Second proof", "二校")),
      ("proof-3", Wording("Third proof", "三校")),
    ]
    let reviewKeys = Set(reviews.map(\.0))
    let proofKeys = Set(proofs.map(\.0))
    return Workflow(
      name: "three-reviews", title: Wording("Three reviews, three proofs", "三审三校"),
      steps: reviews.map { ReviewStep(key: $0.0, title: $0.1, act: $0.2, isReview: true, reopens: reviewKeys) }
        + proofs.map {
          ReviewStep(
            key: $0.0, title: $0.1, act: .proofread, isReview: false, reopens: proofKeys.union(["final"]))
        })
  }()

  /// 双人审: two pairs of eyes.
  package static let twoEyes = Workflow(
    name: "two-eyes", title: Wording("Two pairs of eyes", "双人审"),
    steps: [
      ReviewStep(
        key: "first", title: Wording("First review", "一审"), act: .firstReview, isReview: true,
        reopens: ["first", "final"]),
      ReviewStep(
        key: "final", title: Wording("Final review", "终审"), act: .finalReview, isReview: true,
        reopens: ["first", "final"]),
    ])

  /// 一人审: one editor.
  package static let oneEditor = Workflow(
    name: "one-editor", title: Wording("One editor", "一人审"),
    steps: [
      ReviewStep(
        key: "final", title: Wording("Review", "审定"), act: .finalReview, isReview: true, reopens: ["final"])
    ])

  /// Those that come with the program.
  package static let shipped = [threeReviews, twoEyes, oneEditor]
}

/// One step of a workflow.
package struct ReviewStep: Sendable, Equatable {
  /// Within its workflow: lower-case letters, digits and hyphens.
  package let key: String
  package let title: Wording
  /// What who signs it must be allowed.
  package let act: Act
  /// How many people must sign it, at least 1.
  package let count: Int
  /// Whether it is a review: nobody holds two reviews of one story. Else it is a proof.
  package let isReview: Bool
  /// The steps that fall when the copy is changed while this one is due.
  package let reopens: Set<String>

  package init(
    key: String, title: Wording, act: Act, count: Int = 1, isReview: Bool, reopens: Set<String>
  ) {
    self.key = key
    self.title = title
    self.act = act
    self.count = count
    self.isReview = isReview
    self.reopens = reopens
  }

  /// The same, with one more step that falls.
  func reopening(_ key: String) -> ReviewStep {
    ReviewStep(
      key: self.key, title: title, act: act, count: count, isReview: isReview, reopens: reopens.union([key]))
  }
}
