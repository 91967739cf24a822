/// What is set when an issue is planned, or when its head is changed.
package struct PlanDraft: Sendable, Equatable {
  package var date: Day
  package var kind: IssueKind
  /// 第N期; nil for none.
  package var number: NumberRange?
  /// 总第N期; nil for none.
  package var total: NumberRange?
  /// At most `IssuePlan.titleMax` characters.
  package var title: String

  package init(
    date: Day, kind: IssueKind = .regular, number: NumberRange? = nil, total: NumberRange? = nil, title: String = ""
  ) {
    self.date = date
    self.kind = kind
    self.number = number
    self.total = total
    self.title = title
  }

  package init(_ plan: IssuePlan) {
    self.init(date: plan.date, kind: plan.kind, number: plan.number, total: plan.total, title: plan.title)
  }
}
