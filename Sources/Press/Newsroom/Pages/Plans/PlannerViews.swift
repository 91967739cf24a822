import Model

/// An issue that is put together: its pages with what stands on them, what stands in its way, and its publication.
struct PlannerView: View {
  var at: String
  var name: String
  var facts: String
  var stateCode: String
  var state: String
  var due: MomentView?
  var signer: String
  var publicHref: String
  var pages: [PlannerPageView]
  var loose: [PlannerStoryView]
  var unplaced: [PlannerStoryView]
  var notices: [PlannerNoticeView]
  var findings: [FindingView]
  var passed: String
  var blocked: String
  var form: PlanFormView
  var previews: [DeskPreviewView]
  var once: OnceView?
  var dueField: String
  var confirm: String
  var acts: Set<Act>

  static let fields: [String: Field<PlannerView>] = [
    "at": .text { $0.at },
    "planID": .text { String($0.at.dropFirst(12)) },
    "name": .text { $0.name },
    "facts": .text { $0.facts },
    "stateCode": .text { $0.stateCode },
    "state": .text { $0.state },
    "due": .one { $0.due },
    "signer": .text { $0.signer },
    "publicHref": .text { $0.publicHref },
    "pages": .many { $0.pages },
    "loose": .many { $0.loose },
    "hasLoose": .flag { !$0.loose.isEmpty },
    "unplaced": .many { $0.unplaced },
    "hasUnplaced": .flag { !$0.unplaced.isEmpty && $0.isOpen },
    "notices": .many { $0.notices },
    "hasNotices": .flag { !$0.notices.isEmpty },
    "findings": .many { $0.findings },
    "passed": .text { $0.passed },
    "blocked": .text { $0.blocked },
    "form": .one { $0.form },
    "previews": .many { $0.previews },
    "once": .one { $0.once },
    "dueField": .text { $0.dueField },
    "confirmDate": .text { $0.confirm },
    "isOpen": .flag { $0.isOpen },
    "isChecked": .flag { $0.stateCode != "published" },
    "mayPlan": .flag { $0.acts.contains(.plan) && $0.isOpen },
    "mayPublish": .flag { $0.acts.contains(.publish) && $0.isOpen },
    "mayStop": .flag { $0.acts.contains(.publish) && $0.stateCode == "scheduled" },
    "mayRollBack": .flag { $0.acts.contains(.rollBack) && $0.stateCode == "published" },
    "mayPreview": .flag { $0.acts.contains(.preview) },
  ]

  private var isOpen: Bool { stateCode == "open" || stateCode == "rolled-back" }
}

/// A page of the planner.
struct PlannerPageView: View {
  var number: Int
  var folio: String
  var name: String
  var thumb: ThumbView?
  var share: String
  var used: Int
  var room: Int
  var isOver: Bool
  var stories: [PlannerStoryView]
  var pdf: String
  var picture: String

  static let fields: [String: Field<PlannerPageView>] = [
    "number": .number { $0.number },
    "folio": .text { $0.folio },
    "pageName": .text { $0.name },
    "thumb": .one { $0.thumb },
    "share": .text { $0.share },
    "used": .number { min($0.used, $0.room) },
    "room": .number { max(1, $0.room) },
    "hasRoom": .flag { $0.room > 0 },
    "roomField": .text { $0.room > 0 ? "\($0.room)" : "" },
    "over": .flag { $0.isOver },
    "stories": .many { $0.stories },
    "pdf": .text { $0.pdf },
    "picture": .text { $0.picture },
  ]
}

/// A story in the planner, with where it can go.
struct PlannerStoryView: View {
  var number: Int
  var headline: Headline
  var state: StateView
  var characters: String
  var isLead: Bool
  var isUntitled: Bool
  var isFirst: Bool
  var isLast: Bool
  var isOnPage: Bool
  var targets: [OptionView]

  static let fields: [String: Field<PlannerStoryView>] = [
    "number": .number { $0.number },
    "headline": .one { $0.headline },
    "untitled": .flag { $0.isUntitled },
    "state": .one { $0.state },
    "characters": .text { $0.characters },
    "lead": .flag { $0.isLead },
    "first": .flag { $0.isFirst },
    "last": .flag { $0.isLast },
    "onPage": .flag { $0.isOnPage },
    "targets": .many { $0.targets },
  ]
}

/// A correction or reply that stands in the issue, or is due by it.
struct PlannerNoticeView: View {
  var id: String
  var kind: String
  var text: String
  var place: String
  var isPlaced: Bool

  static let fields: [String: Field<PlannerNoticeView>] = [
    "id": .text { $0.id },
    "kind": .text { $0.kind },
    "text": .text { $0.text },
    "place": .text { $0.place },
    "placed": .flag { $0.isPlaced },
  ]
}

/// Something that the look over the issue found.
struct FindingView: View {
  var severity: String
  var word: String
  var text: String
  var link: LinkView?
  var fix: OptionView?

  static let fields: [String: Field<FindingView>] = [
    "severity": .text { $0.severity },
    "word": .text { $0.word },
    "text": .text { $0.text },
    "link": .one { $0.link },
    "fix": .one { $0.fix },
  ]
}
