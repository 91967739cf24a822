import Model

/// The reviews of a story, its notes, its revisions and its history.
extension StoryRoom {
  var steps: [StepView] {
    let progress = reading.progress
    let due = progress.due
    return progress.steps.enumerated().map { place, step in
      let signed = progress.standing[step.key] ?? []
      let isSigned = signed.count >= step.count
      let isDue = step.key == due?.key
      let code = isSigned ? "review" : "draft"
      let filled = isSigned ? (place + 1) * 12 / progress.steps.count : 0
      return StepView(
        title: text.step(step), state: StateView(code: code, filled: filled, text: text.step(step)),
        names: signed.map { name($0.person) }, when: signed.last.map { text.moment($0.made) },
        note: isDue ? words("desk.since", ["span": text.span(since: story.since)]) : "", isDue: isDue,
        why: signed.map(\.why).filter { !$0.isEmpty })
    }
  }

  var decision: DecisionView? {
    guard reading.may.decide, let due = reading.progress.due else { return nil }
    return DecisionView(
      step: due.key, approve: words("desk.approve", ["step": text.step(due)]),
      objection: reading.may.objection.map(objection) ?? "", isExempt: reading.may.exempt)
  }

  private func objection(_ objection: ReviewRule.Objection) -> String {
    switch objection {
    case .ownCopy: words("desk.objection.own")
    case .holdsAnother: words("desk.objection.another")
    case .notNeutral: words("desk.objection.changed")
    case .signedAlready: words("desk.objection.already")
    case .notDue, .notAllowed, .changed, .reasonMissing: words("desk.objection.now")
    }
  }

  var notes: [NoteView] {
    let sorted = reading.notes.filter { $0.resolved == nil } + reading.notes.filter { $0.resolved != nil }
    return sorted.map { note in
      NoteView(
        id: "\(note.id)",
        place: note.paragraph.map { words("desk.paragraph", ["n": "\($0 + 1)"]) } ?? words("desk.wholeStory"),
        paragraph: note.paragraph.map(String.init) ?? "", quote: note.quote, text: note.text, author: note.author,
        when: text.moment(note.made), isResolved: note.resolved != nil, resolver: note.resolver.map(name) ?? "")
    }
  }

  /// `方　汀：缺楼组长的话。`
  var returned: String {
    guard story.state == .returned, let event = reading.events.last(where: { $0.kind == .return }) else { return "" }
    return [name(event.person), event.why].filter { !$0.isEmpty }.joined(separator: words("colon"))
  }

  var openNotes: String {
    let count = reading.notes.count { $0.resolved == nil }
    return count == 0 ? "" : words.count("desk.openNotes", count)
  }

  var revisions: [RevisionView] { text.revisions(reading.revisions, of: story.number, latest: story.revision) }

  var history: [EventView] { text.history(reading.events, reading.progress, reading.names) }

  private func name(_ id: ID<Person>) -> String { reading.names[id] ?? "" }
}

extension DeskText {
  /// The newest first.
  func history(_ events: [ReviewEvent], _ progress: ReviewProgress, _ names: [ID<Person>: String]) -> [EventView] {
    events.reversed().map { event in
      let step = progress.steps.first { $0.key == event.step }.map(step) ?? event.step
      return EventView(
        text: words("desk.event.\(event.kind.rawValue)", ["step": step]), person: names[event.person] ?? "",
        when: moment(event.made), why: event.why, revision: words("desk.revisionName", ["n": "\(event.revision)"]),
        isExempt: event.isExempt)
    }
  }

  func revisions(_ heads: [RevisionHead], of story: Int, latest: Int) -> [RevisionView] {
    heads.enumerated().map { place, head in
      let before = heads.indices.contains(place + 1) ? heads[place + 1].number : nil
      return RevisionView(
        number: head.number, name: words("desk.revisionName", ["n": "\(head.number)"]), when: moment(head.made),
        person: head.person, kind: words("desk.revision.\(head.isSigned ? "signed" : head.kind.rawValue)"),
        why: head.why,
        difference: before.map { "/desk/stories/\(story)/difference?old=\($0)&new=\(head.number)" } ?? "",
        characters: characters(head.characters), isLatest: head.number == latest)
    }
  }
}
