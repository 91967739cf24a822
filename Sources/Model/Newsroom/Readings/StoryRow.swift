/// A person as lists name them.
package struct PersonName: Hashable, Sendable {
  package let id: ID<Person>
  package let name: String

  package init(id: ID<Person>, name: String) {
    self.id = id
    self.name = name
  }
}

/// A planned issue as lists and heads name it.
package struct PlanHead: Sendable, Equatable {
  package let id: ID<IssuePlan>
  package var date: Day
  package var kind: IssueKind
  package var number: NumberRange?
  package var total: NumberRange?
  package var title: String
  package var state: IssuePlanState

  package init(
    id: ID<IssuePlan>, date: Day, kind: IssueKind, number: NumberRange?, total: NumberRange?, title: String,
    state: IssuePlanState
  ) {
    self.id = id
    self.date = date
    self.kind = kind
    self.number = number
    self.total = total
    self.title = title
    self.state = state
  }

  package init(_ plan: IssuePlan) {
    self.init(
      id: plan.id, date: plan.date, kind: plan.kind, number: plan.number, total: plan.total, title: plan.title,
      state: plan.state)
  }
}

/// A story as the newsroom lists it: with the names that stand behind its ids.
package struct StoryRow: Sendable, Equatable {
  package let story: Story
  /// Who began it.
  package let owner: String
  /// In whose hands it is; empty for nobody's.
  package let holder: String
  /// The steps of its workflow in order, without the extra one unless it is important.
  package let steps: [ReviewStep]
  /// Where it is planned; nil where it is not.
  package let plan: PlanHead?
  /// 版名 of its place; empty for none.
  package let pageName: String

  package init(story: Story, owner: String, holder: String, steps: [ReviewStep], plan: PlanHead?, pageName: String) {
    self.story = story
    self.owner = owner
    self.holder = holder
    self.steps = steps
    self.plan = plan
    self.pageName = pageName
  }

  /// How many steps stand before the one that is due; 0 in a draft, all of them when it is signed.
  package var stepsDone: Int {
    switch story.state {
    case .signed, .published, .withdrawn: steps.count
    case .review: steps.firstIndex { $0.key == story.step } ?? 0
    case .draft, .returned, .spiked: 0
    }
  }

  /// The step that is due; nil when none is.
  package var dueStep: ReviewStep? { steps.first { $0.key == story.step && story.state == .review } }
}
