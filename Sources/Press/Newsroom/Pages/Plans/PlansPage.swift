package import Model

/// Every planned and published issue, and the form that begins one.
struct PlansView: View {
  var plans: [PlanRowView]
  var draft: PlanFormView
  var mayPlan: Bool

  static let fields: [String: Field<PlansView>] = [
    "plans": .many { $0.plans },
    "hasPlans": .flag { !$0.plans.isEmpty },
    "draft": .one { $0.mayPlan ? $0.draft : nil },
  ]
}

/// A planned issue in the list.
struct PlanRowView: View {
  var href: String
  var name: String
  var date: String
  var total: String
  var state: String
  var stateCode: String
  var when: MomentView?
  var pages: String
  /// Where readers see it; empty where they do not.
  var publicHref: String

  static let fields: [String: Field<PlanRowView>] = [
    "href": .text { $0.href },
    "name": .text { $0.name },
    "date": .text { $0.date },
    "total": .text { $0.total },
    "state": .text { $0.state },
    "stateCode": .text { $0.stateCode },
    "when": .one { $0.when },
    "pages": .text { $0.pages },
    "publicHref": .text { $0.publicHref },
  ]
}

/// The head of an issue in a form.
struct PlanFormView: View {
  var date: String
  var kinds: [OptionView]
  var number: String
  var total: String
  var issueTitle: String
  var pages: String

  static let fields: [String: Field<PlanFormView>] = [
    "date": .text { $0.date },
    "kinds": .many { $0.kinds },
    "number": .text { $0.number },
    "total": .text { $0.total },
    "issueTitle": .text { $0.issueTitle },
    "pages": .text { $0.pages },
  ]
}

extension NewsroomRenderer {
  /// Every planned and published issue.
  package func plans(_ reading: PlansReading, _ session: DeskSession, _ message: DeskMessage? = nil) -> Document {
    let text = text(session)
    let view = PlansView(
      plans: reading.plans.map { row($0, text) }, draft: text.form(reading.draft, pages: reading.pages),
      mayPlan: session.acts.contains(.plan))
    let facts = DeskFrame.Facts(title: text.words("desk.place.published"), place: .published)
    return page("plans", view, facts, session, message)
  }

  private func row(_ plan: IssuePlan, _ text: DeskText) -> PlanRowView {
    let head = PlanHead(plan)
    return PlanRowView(
      href: "/desk/plans/\(plan.id)", name: text.number(head), date: text.dates.withWeekday(plan.date),
      total: text.dates.total(text.head(head)), state: text.words("desk.plan.\(plan.state.rawValue)"),
      stateCode: plan.state.rawValue, when: plan.due.map(text.moment),
      pages: text.words.count("pageCount", plan.pages.count),
      publicHref: plan.state == .published ? plan.issue.map { Address.issue($0).path } ?? "" : "")
  }
}

extension DeskText {
  func form(_ draft: PlanDraft, pages: [PlannedPage] = []) -> PlanFormView {
    PlanFormView(
      date: "\(draft.date)",
      kinds: IssueKind.allCases.map {
        OptionView(value: $0.rawValue, text: words("desk.kind.\($0.rawValue)"), isChosen: $0 == draft.kind)
      }, number: draft.number?.description ?? "", total: draft.total?.description ?? "", issueTitle: draft.title,
      pages: pages.map(\.name).joined(separator: "\n"))
  }
}
