import Model

/// A step of the review with who signed it.
struct StepView: View {
  var title: String
  var state: StateView
  var names: [String]
  var when: MomentView?
  var note: String
  var isDue: Bool
  var why: [String]

  static let fields: [String: Field<StepView>] = [
    "title": .text { $0.title },
    "state": .one { $0.state },
    "names": .texts { $0.names },
    "when": .one { $0.when },
    "note": .text { $0.note },
    "due": .flag { $0.isDue },
    "why": .texts { $0.why },
  ]
}

/// The decision that a person may give now.
struct DecisionView: View {
  var step: String
  var approve: String
  /// Why they may not sign; empty where they may.
  var objection: String
  /// Whether a reason sets a rule aside.
  var isExempt: Bool

  static let fields: [String: Field<DecisionView>] = [
    "step": .text { $0.step },
    "approve": .text { $0.approve },
    "objection": .text { $0.objection },
    "exempt": .flag { $0.isExempt },
  ]
}

/// A note on a paragraph or on the whole.
struct NoteView: View {
  var id: String
  var place: String
  /// From 0; empty for the whole.
  var paragraph: String
  var quote: String
  var text: String
  var author: String
  var when: MomentView
  var isResolved: Bool
  var resolver: String

  static let fields: [String: Field<NoteView>] = [
    "id": .text { $0.id },
    "place": .text { $0.place },
    "paragraph": .text { $0.paragraph },
    "quote": .text { $0.quote },
    "text": .text { $0.text },
    "author": .text { $0.author },
    "when": .one { $0.when },
    "resolved": .flag { $0.isResolved },
    "resolver": .text { $0.resolver },
  ]
}

/// A revision in a list.
struct RevisionView: View {
  var number: Int
  var name: String
  var when: MomentView
  var person: String
  var kind: String
  var why: String
  /// Against the one before it in the list; empty for the first.
  var difference: String
  var characters: String
  var isLatest: Bool

  static let fields: [String: Field<RevisionView>] = [
    "number": .number { $0.number },
    "name": .text { $0.name },
    "when": .one { $0.when },
    "person": .text { $0.person },
    "kind": .text { $0.kind },
    "why": .text { $0.why },
    "difference": .text { $0.difference },
    "characters": .text { $0.characters },
    "latest": .flag { $0.isLatest },
  ]
}

/// Something that happened in the review.
struct EventView: View {
  var text: String
  var person: String
  var when: MomentView
  var why: String
  var revision: String
  var isExempt: Bool

  static let fields: [String: Field<EventView>] = [
    "text": .text { $0.text },
    "person": .text { $0.person },
    "when": .one { $0.when },
    "why": .text { $0.why },
    "revision": .text { $0.revision },
    "exempt": .flag { $0.isExempt },
  ]
}

/// What readers see of a story, with what may be done about it.
struct InPublicView: View {
  var href: String
  var number: Int
  var revision: String
  var corrections: [PairView]
  var withdrawn: String
  var mayCorrect: Bool
  var mayWithdraw: Bool

  static let fields: [String: Field<InPublicView>] = [
    "href": .text { $0.href },
    "confirmNumber": .number { $0.number },
    "publicRevision": .text { $0.revision },
    "corrections": .many { $0.corrections },
    "withdrawn": .text { $0.withdrawn },
    "mayCorrect": .flag { $0.mayCorrect },
    "mayWithdraw": .flag { $0.mayWithdraw },
  ]
}

/// A link that was given to somebody outside.
struct DeskPreviewView: View {
  var id: String
  var person: String
  var expires: MomentView
  var state: String
  var isOpen: Bool

  static let fields: [String: Field<DeskPreviewView>] = [
    "id": .text { $0.id },
    "person": .text { $0.person },
    "expires": .one { $0.expires },
    "state": .text { $0.state },
    "open": .flag { $0.isOpen },
  ]
}
