import Model

/// One story with its editor, its reviews and what else stands around it.
struct StoryRoomView: View {
  var row: StoryRowView
  var heading: String
  var form: StoryFormView
  /// The text as it is read; nil while it is edited.
  var read: StoryTextView?
  var isOwn: Bool
  var may: StoryPermissions
  var steps: [StepView]
  var decision: DecisionView?
  var workflowRule: String
  /// Who sent it back and why; empty for a story that was not.
  var returned: String
  var notes: [NoteView]
  var openNotes: String
  var revisions: [RevisionView]
  var revisionCount: String
  var presence: [String]
  var history: [EventView]
  var facts: [PairView]
  var places: [OptionView]
  var holders: [OptionView]
  var inPublic: InPublicView?
  var previews: [DeskPreviewView]
  var once: OnceView?

  static let fields: [String: Field<StoryRoomView>] = [
    "row": .one { $0.row },
    "heading": .text { $0.heading },
    "form": .one { $0.may.revise ? $0.form : nil },
    "read": .one { $0.read },
    "at": .text { "/desk/stories/\($0.row.number)" },
    "seen": .text { $0.form.seen },
    "maySubmit": .flag { $0.may.submit },
    "mayRecall": .flag { $0.may.recall },
    "mayReopen": .flag { $0.may.reopen },
    "mayPublish": .flag { $0.may.publish },
    "mayAssign": .flag { $0.may.assign },
    "mayMark": .flag { $0.may.mark },
    "mayUnmark": .flag { $0.may.mark && $0.row.isImportant },
    "maySpike": .flag { $0.may.spike && $0.row.state.code != "spiked" },
    "mayUnspike": .flag { $0.may.spike && $0.row.state.code == "spiked" },
    "mayPlace": .flag { $0.may.place },
    "mayNote": .flag { $0.may.note },
    "mayPreview": .flag { $0.may.preview },
    "mayReadRecord": .flag { $0.may.readRecord },
    "isHandled": .flag { $0.may.assign || $0.may.place || $0.may.mark || $0.may.spike },
    "steps": .many { $0.steps },
    "hasSteps": .flag { !$0.steps.isEmpty },
    "decision": .one { $0.decision },
    "workflowRule": .text { $0.workflowRule },
    "returned": .text { $0.returned },
    "notes": .many { $0.notes },
    "hasNotes": .flag { !$0.notes.isEmpty || $0.may.note },
    "openNotes": .text { $0.openNotes },
    "revisions": .many { $0.revisions },
    "revisionCount": .text { $0.revisionCount },
    "presence": .texts { $0.presence },
    "history": .many { $0.history },
    "hasHistory": .flag { !$0.history.isEmpty },
    "facts": .many { $0.facts },
    "places": .many { $0.places },
    "holders": .many { $0.holders },
    "inPublic": .one { $0.inPublic },
    "previews": .many { $0.previews },
    "once": .one { $0.once },
  ]
}

/// The form of a story: what the editor's scripts stand on, and what does the same without them.
struct StoryFormView: View {
  var number: Int
  var person: String
  var seen: String
  var copy: Copy
  /// The body in CommonMark.
  var body: String
  var headlineCounts: String
  var count: String
  var sections: [OptionView]
  var languages: [OptionView]

  static let fields: [String: Field<StoryFormView>] = [
    "story": .number { $0.number },
    "person": .text { $0.person },
    "revised": .text { $0.seen },
    "kicker": .text { $0.copy.kicker },
    "headline": .text { $0.copy.headline.joined(separator: "\n") },
    "headlineRows": .number { min(4, max(2, $0.copy.headline.count)) },
    "headlineCounts": .text { $0.headlineCounts },
    "subhead": .text { $0.copy.subhead },
    "bylines": .text { StoryFormView.bylines($0.copy) },
    "source": .text { $0.copy.source },
    "keywords": .text { $0.copy.keywords.joined(separator: " ") },
    "summary": .text { $0.copy.summary },
    "editor": .text { $0.copy.editor },
    "sections": .many { $0.sections },
    "languages": .many { $0.languages },
    "body": .text { $0.body },
    "bodyJSON": .html { HTML(text: DeskSite.inScript($0.copy.body.json)) },
    "count": .text { $0.count },
  ]

  /// A line each, as printed.
  private static func bylines(_ copy: Copy) -> String {
    let language = copy.language.isEmpty ? "zh-Hans" : copy.language
    let lines = copy.bylines.map { byline in
      [byline.label(language: language), byline.name].filter { !$0.isEmpty }.joined(separator: " ")
    }
    return lines.joined(separator: "\n")
  }
}

/// A story's text as it is read.
struct StoryTextView: View {
  var language: String
  var kicker: Headline?
  var headline: Headline
  var subhead: Headline?
  var bylines: String
  var body: HTML

  static let fields: [String: Field<StoryTextView>] = [
    "lang": .text { $0.language },
    "kicker": .one { $0.kicker },
    "headline": .one { $0.headline },
    "subhead": .one { $0.subhead },
    "bylines": .text { $0.bylines },
    "text": .html { $0.body },
  ]
}
