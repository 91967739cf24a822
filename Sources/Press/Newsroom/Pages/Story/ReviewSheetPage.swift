package import Model

/// 三审三校单: the reviews of one story on a sheet of paper, for an inspector.
struct ReviewSheetView: View {
  var row: StoryRowView
  var heading: String
  var facts: [PairView]
  var steps: [SheetStepView]
  var history: [EventView]
  var lines: [RecordLineView]
  var hash: String
  var printed: String

  static let fields: [String: Field<ReviewSheetView>] = [
    "row": .one { $0.row },
    "at": .text { "/desk/stories/\($0.row.number)" },
    "heading": .text { $0.heading },
    "facts": .many { $0.facts },
    "steps": .many { $0.steps },
    "history": .many { $0.history },
    "lines": .many { $0.lines },
    "hasLines": .flag { !$0.lines.isEmpty },
    "hash": .text { $0.hash },
    "printed": .text { $0.printed },
  ]
}

/// A line of the sheet: a step with its signature.
struct SheetStepView: View {
  var title: String
  var people: String
  var when: String
  var revision: String
  var hash: String
  var why: String
  var isExempt: Bool

  static let fields: [String: Field<SheetStepView>] = [
    "title": .text { $0.title },
    "people": .text { $0.people },
    "when": .text { $0.when },
    "revision": .text { $0.revision },
    "hash": .text { $0.hash },
    "why": .text { $0.why },
    "exempt": .flag { $0.isExempt },
  ]
}

extension NewsroomRenderer {
  /// The sheet of a story's reviews, for print.
  package func sheet(
    _ reading: ReviewSheetReading, _ session: DeskSession, _ message: DeskMessage? = nil
  ) -> Document {
    let text = text(session)
    let story = reading.row.story
    let copy = reading.copy
    let serial = reading.inPublic.map { "\($0.serial)" } ?? ""
    let pairs = [
      ("desk.number", "\(story.number)"), ("desk.serial", serial), ("desk.kicker", copy.kicker),
      ("desk.bylines.short", StoryTextView(copy, media: [:], self, text).bylines), ("desk.owner", reading.row.owner),
      ("desk.section", copy.section), ("desk.place", text.place(reading.row)),
      ("desk.length", text.characters(story.characters)),
      ("desk.revisions", text.words("desk.revisionName", ["n": "\(story.revision)"])),
      ("desk.stateWord", text.words("desk.state.\(story.state.rawValue)")),
    ]
    let view = ReviewSheetView(
      row: text.row(reading.row), heading: headline(reading.row, text),
      facts: pairs.filter { !$0.1.isEmpty }.map { PairView(name: text.words($0.0), content: $0.1) },
      steps: reading.progress.steps.map { step($0, reading, text) },
      history: text.history(reading.events, reading.progress, reading.names).reversed(),
      lines: reading.lines.map(text.line), hash: story.hash,
      printed: text.words(
        "desk.printedAt", ["name": session.person?.name ?? "", "when": text.moment(session.now).text]))
    var facts = facts(reading.row, text)
    facts.bodyClass = "sheet"
    return page("sheet", view, facts, session, message)
  }

  private func step(_ step: ReviewStep, _ reading: ReviewSheetReading, _ text: DeskText) -> SheetStepView {
    let signed = reading.progress.standing[step.key] ?? []
    return SheetStepView(
      title: text.step(step),
      people: signed.map { reading.names[$0.person] ?? "" }.joined(separator: text.words("desk.listGap")),
      when: signed.last.map { text.dates.full(Day($0.made, in: text.zone)) + " " + text.clock($0.made) } ?? "",
      revision: signed.last.map { text.words("desk.revisionName", ["n": "\($0.revision)"]) } ?? "",
      hash: signed.last.map { String($0.hash.prefix(16)) } ?? "",
      why: signed.map(\.why).filter { !$0.isEmpty }.joined(separator: " "),
      isExempt: signed.contains(where: \.isExempt))
  }
}
