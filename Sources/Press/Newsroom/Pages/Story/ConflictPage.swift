package import Model

/// Two people's texts of one story, with what they are together.
struct ConflictView: View {
  var row: StoryRowView
  var heading: String
  var explanation: String
  var mine: [DifferenceView]
  var theirs: [DifferenceView]
  var theirName: String
  var form: StoryFormView

  static let fields: [String: Field<ConflictView>] = [
    "row": .one { $0.row },
    "at": .text { "/desk/stories/\($0.row.number)" },
    "heading": .text { $0.heading },
    "explanation": .text { $0.explanation },
    "mine": .many { $0.mine },
    "theirs": .many { $0.theirs },
    "theirName": .text { $0.theirName },
    "form": .one { $0.form },
  ]
}

extension NewsroomRenderer {
  /// A save that came too late: what each side changed, and both together in the form, to be kept as the next revision.
  ///
  /// - Parameter body: the merged body in CommonMark.
  package func conflict(_ reading: ConflictReading, body: String, _ session: DeskSession) -> Document {
    let text = text(session)
    let merged = CopyMerge.merge(base: reading.base.copy, mine: reading.mine, theirs: reading.theirs.copy).copy
    let lines = merged.headline.map { text.characters(Int(Headline.width($0).rounded(.up))) }
    let number = reading.row.story.number
    let form = StoryFormView(
      number: number, person: session.person.map { "\($0.id)" } ?? "", seen: "\(reading.theirs.number)", copy: merged,
      body: body, headlineCounts: lines.joined(separator: text.words("gap")),
      count: text.characters(merged.body.plainText.count),
      sections: text.options(
        [merged.section].filter { !$0.isEmpty }, chosen: merged.section, none: text.words("desk.noSection")),
      languages: languages(merged.language, text))
    let view = ConflictView(
      row: text.row(reading.row), heading: headline(reading.row, text),
      explanation: text.words("desk.conflictText", ["name": reading.theirName]),
      mine: changes(from: reading.base.copy, to: reading.mine, text),
      theirs: changes(from: reading.base.copy, to: reading.theirs.copy, text), theirName: reading.theirName, form: form)
    return page("conflict", view, facts(reading.row, text), session, status: 409)
  }

  private func changes(from old: Copy, to new: Copy, _ text: DeskText) -> [DifferenceView] {
    text.differences(CopyDifference(from: old, to: new)).filter { !$0.isSame }
  }

  /// The languages of a story, that of the paper first.
  func languages(_ chosen: String, _ text: DeskText) -> [OptionView] {
    var all = [("", text.words("desk.ofThePaper"))] + NewsroomRenderer.languages
    if !all.contains(where: { $0.0 == chosen }) { all.append((chosen, chosen)) }
    return all.map { OptionView(value: $0.0, text: $0.1, isChosen: $0.0 == chosen) }
  }
}
