import Model
import Newsroom
import Press
import Store

/// What reviewers and desks do with a story: sign, send back, give away, mark, note, open anew.
enum ReviewOperations {
  static let all: [DeskOperation] = [
    approve, sendBack, assign, mark, spike, note, resolve, reopen, batch,
  ]

  private static let step = OperationField("step", .text(max: 50), isRequired: true, "The key of the step that is due")

  private static let approve = DeskOperation(
    OperationFacts(
      "approve-story", .post, "/stories/{number}/signatures", "Sign the step that is due, for the text that was seen",
      places: [Fields.number], fields: [step, Fields.seen, Fields.why], isMaking: true)
  ) { call in
    let sent = call.sent
    let story = try await call.room.desk.approve(
      sent.whole("number"), step: sent.text("step"), seen: sent.whole("seen"), why: sent.text("why"),
      as: try call.actor)
    var outcome = Outcome.of(story, "signed")
    outcome.kind = .created
    return outcome
  }

  private static let sendBack = DeskOperation(
    OperationFacts(
      "return-story", .post, "/stories/{number}/returns", "Send a story back with a reason", places: [Fields.number],
      fields: [step, Fields.seen, Fields.needsWhy])
  ) { call in
    let sent = call.sent
    let story = try await call.room.desk.sendBack(
      sent.whole("number"), step: sent.text("step"), seen: sent.whole("seen"), why: sent.text("why"),
      as: try call.actor)
    return .of(story, "returned")
  }

  private static let assign = DeskOperation(
    OperationFacts(
      "assign-story", .post, "/stories/{number}/assignment", "Give a story into somebody's hands, or nobody's",
      act: .assign, places: [Fields.number],
      fields: [OperationField("person", .identity, "Who; empty for nobody")])
  ) { call in
    let story = try await call.room.desk.assign(
      [call.sent.whole("number")], to: call.sent.identity("person"), as: try call.actor)
    return try .first(story, "assigned")
  }

  private static let mark = DeskOperation(
    OperationFacts(
      "mark-story", .post, "/stories/{number}/importance", "Mark a story as important, which adds a review",
      act: .assign, places: [Fields.number], fields: [Fields.on, Fields.why])
  ) { call in
    let story = try await call.room.desk.mark(
      [call.sent.whole("number")], isImportant: call.sent.flag("on"), why: call.sent.text("why"), as: try call.actor)
    return try .first(story, call.sent.flag("on") ? "marked" : "unmarked")
  }

  private static let spike = DeskOperation(
    OperationFacts(
      "spike-story", .post, "/stories/{number}/spiking", "Put a story aside with a reason, or take it up again",
      act: .assign, places: [Fields.number], fields: [Fields.on, Fields.why])
  ) { call in
    let story = try await call.room.desk.spike(
      [call.sent.whole("number")], call.sent.flag("on"), why: call.sent.text("why"), as: try call.actor)
    return try .first(story, call.sent.flag("on") ? "spiked" : "unspiked")
  }

  private static let note = DeskOperation(
    OperationFacts(
      "note-story", .post, "/stories/{number}/notes", "Note on a story or a paragraph of it", places: [Fields.number],
      fields: [
        OperationField("text", .text(max: StoryLimits.noteMax), isRequired: true, "The note"),
        OperationField("paragraph", .whole(0...StoryLimits.blocksMax), "The block, from 0; none for the whole"),
        OperationField("quote", .text(max: 500), "The words that it is about"),
      ], isMaking: true)
  ) { call in
    let number = call.sent.whole("number")
    try await call.room.desk.note(
      number, call.sent.text("text"), paragraph: call.sent.optionalWhole("paragraph"), quote: call.sent.text("quote"),
      as: try call.actor)
    return Outcome(kind: .created, place: "/stories/\(number)", done: "noted")
  }

  private static let resolve = DeskOperation(
    OperationFacts(
      "resolve-note", .post, "/stories/{number}/notes/{note}/resolution", "Resolve a note, or open it again",
      places: [Fields.number, Fields.place("note", "The note")], fields: [Fields.on]),
    page: "/stories/{number}"
  ) { call in
    let number = call.sent.whole("number")
    guard let note: ID<StoryNote> = call.sent.identity("note") else { throw DeskFault.notFound }
    try await call.room.desk.resolve(note, ofStory: number, call.sent.flag("on"), as: try call.actor)
    return Outcome(place: "/stories/\(number)", done: call.sent.flag("on") ? "resolved" : "reopened")
  }

  private static let reopen = DeskOperation(
    OperationFacts(
      "open-working-copy", .post, "/stories/{number}/working-copy",
      "Open a working copy of a published story; readers go on seeing the public text", places: [Fields.number],
      fields: [Fields.why])
  ) { call in
    let number = call.sent.whole("number")
    guard let reading = try await call.room.library.room(number, for: try call.signedIn.viewer) else {
      throw DeskFault.notFound
    }
    guard let serial = reading.row.story.serial else {
      throw DeskFault(
        Refusal(.state(Wording("The story was never published.", "稿件尚未发布。")), place: "story \(number)"))
    }
    let story = try await call.room.desk.openWorkingCopy(
      ofSerial: serial, why: call.sent.text("why"), as: try call.actor)
    return .of(story, "reopened-story")
  }
}

extension ReviewOperations {
  private static let batchFields: [OperationField] = [
    OperationField("story", .wholes(count: StoryLimits.bulkMax), isRequired: true, "The stories' numbers"),
    OperationField("do", .choice(["place", "assign", "spike"]), isRequired: true, "What is done with all of them"),
    OperationField("plan", .identity, "Where to place them; none for nowhere"),
    OperationField("page", .whole(1...999), "The page"),
    OperationField("person", .identity, "Whom to assign them to; none for nobody"),
    Fields.why,
    OperationField("query", .text(max: 1_000), "The query of the list, to come back to"),
  ]

  /// Several stories at once: all of them, or none.
  private static let batch = DeskOperation(
    OperationFacts(
      "change-stories", .post, "/stories/batch", "Place, assign or put aside several stories at once",
      fields: batchFields), page: "/stories"
  ) { call in
    let numbers = call.sent.wholes("story")
    let actor = try call.actor
    let done: String
    switch call.sent.text("do") {
    case "assign":
      _ = try await call.room.desk.assign(numbers, to: call.sent.identity("person"), as: actor)
      done = "assigned"
    case "spike":
      _ = try await call.room.desk.spike(numbers, true, why: call.sent.text("why"), as: actor)
      done = "spiked"
    default:
      try await PlanPlacing(call: call).place(
        numbers, in: call.sent.identity("plan"), page: call.sent.optionalWhole("page"))
      done = "placed"
    }
    let query = StoryQuery { name in QueryString(call.sent.text("query"))[name] }
    return Outcome(
      place: query.encoded.isEmpty ? "/stories" : "/stories?" + query.encoded, done: done,
      json: .object(["stories": .array(numbers.map(JSON.integer))]))
  }
}

extension Outcome {
  /// The one of one story.
  static func first(_ stories: [Story], _ done: String) throws(DeskFault) -> Outcome {
    guard let story = stories.first else { throw .notFound }
    return .of(story, done)
  }
}
