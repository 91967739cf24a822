package import Model

extension NewsroomRenderer {
  /// One story: its editor, or its text where this person may not change it, with its reviews at the side.
  ///
  /// - Parameters:
  ///   - body: the body of `copy` in CommonMark, for the field without scripts.
  ///   - copy: what was typed and not kept; nil for that of the latest revision.
  ///   - once: a preview's address that was just made.
  package func story(
    _ reading: StoryRoomReading, body: String, copy: Copy? = nil, once: ShownOnce? = nil, _ session: DeskSession,
    _ message: DeskMessage? = nil
  ) -> Document {
    let text = text(session)
    let room = StoryRoom(reading: reading, text: text, renderer: self)
    let story = reading.row.story
    let view = StoryRoomView(
      row: text.row(reading.row), heading: room.heading,
      form: room.form(copy ?? reading.copy, body: body, person: session.person?.id),
      read: reading.may.revise ? nil : room.read, isOwn: story.owner == session.person?.id, may: reading.may,
      steps: room.steps, decision: room.decision, workflowRule: text.words("desk.reviewRule"),
      returned: room.returned, notes: room.notes,
      openNotes: room.openNotes, revisions: room.revisions,
      revisionCount: text.words.count("desk.revisionCount", reading.revisionCount),
      presence: reading.presence.map { text.words("desk.alsoOpen", ["name": $0.person.name]) }, history: room.history,
      facts: room.facts, places: room.places,
      holders: text.options(reading.people, chosen: story.holder, none: text.words("desk.nobody")),
      inPublic: room.inPublic, previews: room.previews, once: once.map(text.once))
    var facts = DeskFrame.Facts(title: room.heading, place: .stories)
    facts.isSaving = reading.may.revise
    facts.bodyClass = "one"
    return page("story", view, facts, session, message)
  }
}

/// The parts of a story's page.
struct StoryRoom {
  let reading: StoryRoomReading
  let text: DeskText
  let renderer: NewsroomRenderer

  var words: Words { text.words }
  var story: Story { reading.row.story }

  var heading: String { story.headline.isEmpty ? words("desk.untitled") : story.headline }

  func form(_ copy: Copy, body: String, person: ID<Person>?) -> StoryFormView {
    let lines = copy.headline.map { text.characters(Int(Headline.width($0).rounded(.up))) }
    return StoryFormView(
      number: story.number, person: person.map { "\($0)" } ?? "", seen: "\(story.revision)", copy: copy, body: body,
      headlineCounts: lines.joined(separator: words("gap")), count: text.characters(story.characters),
      sections: text.options(reading.sections, chosen: copy.section, none: words("desk.noSection")),
      languages: renderer.languages(copy.language, text))
  }

  var read: StoryTextView { StoryTextView(reading.copy, media: reading.media, renderer, text) }

  var facts: [PairView] {
    let row = reading.row
    let pairs = [
      ("desk.number", "\(story.number)"), ("desk.section", story.section), ("desk.owner", row.owner),
      ("desk.holder", row.holder), ("desk.place", text.place(row)), ("desk.length", text.characters(story.characters)),
      ("desk.changed", text.moment(story.changed).text),
    ]
    return pairs.filter { !$0.1.isEmpty }.map { PairView(name: words($0.0), content: $0.1) }
  }

  /// `PLAN/2` for a page of an issue, `PLAN` for in it but on no page yet.
  var places: [OptionView] {
    let place = story.place
    var options = [OptionView(value: "", text: words("desk.noPlace"), isChosen: place == nil)]
    for plan in reading.plans {
      let name = text.number(PlanHead(plan))
      options.append(
        OptionView(
          value: "\(plan.id)", text: words("desk.onNoPage", ["issue": name]),
          isChosen: place?.plan == plan.id && place?.page == nil))
      for page in plan.pages {
        options.append(
          OptionView(
            value: "\(plan.id)/\(page.number)", text: name + " " + text.dates.page(page.number, page.name),
            isChosen: place?.plan == plan.id && place?.page == page.number))
      }
    }
    return options
  }

  var inPublic: InPublicView? {
    reading.inPublic.map { known in
      InPublicView(
        href: renderer.settings.site.permalink.path(serial: known.serial, day: known.day), number: story.number,
        revision: words("desk.revisionName", ["n": "\(known.revision)"]),
        corrections: known.corrections.map(text.correction),
        withdrawn: known.withdrawal?.reason ?? "", mayCorrect: reading.may.correct,
        mayWithdraw: reading.may.withdraw)
    }
  }

  var previews: [DeskPreviewView] { reading.previews.map(text.preview) }
}

extension StoryTextView {
  init(_ copy: Copy, media: [MediaName: Media], _ renderer: NewsroomRenderer, _ text: DeskText) {
    let own = copy.language.isEmpty ? renderer.settings.publication.language : copy.language
    let bylines = copy.bylines.map { byline in
      [byline.label(language: own), byline.name].filter { !$0.isEmpty }.joined(separator: " ")
    }
    self.init(
      language: own, kicker: copy.kicker.isEmpty ? nil : Headline(phrasesOf: copy.kicker),
      headline: Headline(copy.headline.isEmpty ? [text.words("desk.untitled")] : copy.headline),
      subhead: copy.subhead.isEmpty ? nil : Headline(phrasesOf: copy.subhead),
      bylines: bylines.joined(separator: text.words("desk.listGap")),
      body: HTML(text: DeskMedia.inside(copy.body.html(media: { media[$0] }, labels: text.labels))))
  }
}

extension DeskText {
  var labels: BodyLabels {
    BodyLabels(
      editorNote: words("editorNote"), backgroundNote: words("backgroundNote"), colon: words("colon"),
      table: words("table"), gallery: words("gallery"), recording: words("recording"))
  }

  func preview(_ head: PreviewHead) -> DeskPreviewView {
    let isPast = head.expires <= now
    let state = head.revoked != nil ? "desk.previewRevoked" : isPast ? "desk.previewPast" : ""
    return DeskPreviewView(
      id: head.id, person: head.person, expires: moment(head.expires), state: state.isEmpty ? "" : words(state),
      isOpen: state.isEmpty)
  }
}
