import Foundation
import Model
import Newsroom
import Press
import Store

/// What is done with stories: begun, revised, put back, tidied.
enum StoryOperations {
  static let all: [DeskOperation] = [list, read, start, revise, restore, tidy, submit, recall]

  private static let listFields: [OperationField] = [
    OperationField("shelf", .text(max: 50), "mine, waiting, all, a state, or step- and the key of a step"),
    OperationField("q", .text(max: StoryQuery.textMax), "Words that must stand in it"),
    OperationField("plan", .identity, "The planned issue"),
    OperationField("person", .identity, "Who began it or holds it"),
    OperationField("section", .text(max: StoryQuery.textMax), "The section"),
    OperationField("days", .whole(1...StoryQuery.daysMax), "Unchanged for at least so many days"),
    OperationField("after", .text(max: 200), "What `next` of the page before said"),
  ]

  private static let list = DeskOperation(
    OperationFacts("list-stories", .get, "/stories", "A page of the story list", fields: listFields)
  ) { call in
    let query = StoryQuery { call.form[$0] }
    let reading = try await call.room.library.stories(query, for: try call.signedIn.viewer)
    return Outcome(kind: .nothing, place: "/stories", json: DeskJSON.list(reading))
  }

  private static let read = DeskOperation(
    OperationFacts("read-story", .get, "/stories/{number}", "A story with its latest text", places: [Fields.number])
  ) { call in
    guard let reading = try await call.room.library.room(call.sent.whole("number"), for: try call.signedIn.viewer)
    else { throw DeskFault.notFound }
    return Outcome(kind: .nothing, place: "", json: DeskJSON.room(reading))
  }

  private static let start = DeskOperation(
    OperationFacts(
      "start-story", .post, "/stories", "Begin a story", act: .write, fields: Fields.copy, isMaking: true)
  ) { call in
    let copy = try CopyForm(sent: call.sent, isJSON: call.form.isJSON).copy(over: Copy(headline: [], body: Body()))
    let story = try await call.room.desk.start(copy, as: try call.actor)
    return Outcome(kind: .created, place: "/stories/\(story.number)", json: DeskJSON.story(story))
  }

  private static let kind = OperationField(
    "kind", .choice(["save", "auto", "merged"]), "save: by hand; auto: saved by itself, thinned later")
  private static let then = OperationField(
    "then", .choice(["save", "submit", "picture"]), "submit: hand it in at once; picture: a form goes on to choose one")

  private static let revise = DeskOperation(
    OperationFacts(
      "revise-story", .post, "/stories/{number}/revisions",
      "Keep a new state of the copy. One made from an older state overwrites nothing: 409, with both texts and what "
        + "they are together.",
      places: [Fields.number], fields: [Fields.seen, kind, then] + Fields.copy)
  ) { call in try await StorySaving(call: call).save() }

  private static let restore = DeskOperation(
    OperationFacts(
      "restore-revision", .post, "/stories/{number}/restoration", "Make an older revision the latest again",
      places: [Fields.number],
      fields: [
        OperationField("revision", .whole(1...OperationField.numberMax), isRequired: true, "The one to restore"),
        Fields.seen,
      ], isMaking: true)
  ) { call in
    let number = call.sent.whole("number")
    let revised = try await call.room.desk.restore(
      number, revision: call.sent.whole("revision"), seen: call.sent.whole("seen"), as: try call.actor)
    switch revised {
    case .kept(let story):
      return Outcome(kind: .created, place: "/stories/\(number)", done: "restored", json: DeskJSON.story(story))
    case .same(let story): return Outcome(kind: .nothing, place: "/stories/\(number)", json: DeskJSON.story(story))
    case .stale(let stale): throw DeskFault.stale(stale)
    }
  }

  private static let tidy = DeskOperation(
    OperationFacts(
      "tidy-text", .post, "/stories/{number}/tidy",
      "一键排版: what a text is with its typing put right. Nothing is saved.", places: [Fields.number],
      fields: [
        OperationField("body_json", .object, isRequired: true, "The text as blocks"),
        OperationField("language", .text(max: 100), "BCP 47; empty for that of the paper"),
      ])
  ) { call in
    guard try await call.room.library.glance(call.sent.whole("number"), for: try call.signedIn.viewer) != nil else {
      throw DeskFault.notFound
    }
    let own = call.sent.text("language")
    let language = own.isEmpty ? call.room.settings.publication.language : own
    let tidied = Tidying(Body(json: call.sent.object("body_json") ?? .null), language: language)
    return Outcome(kind: .nothing, place: "/stories/\(call.sent.whole("number"))", json: DeskJSON.tidied(tidied))
  }

  private static let submit = DeskOperation(
    OperationFacts(
      "submit-story", .post, "/stories/{number}/submission", "Hand a story in for its reviews",
      places: [Fields.number], fields: [Fields.seen, Fields.why])
  ) { call in
    let story = try await call.room.desk.submit(
      call.sent.whole("number"), seen: call.sent.whole("seen"), why: call.sent.text("why"), as: try call.actor)
    return .of(story, "submitted")
  }

  private static let recall = DeskOperation(
    OperationFacts(
      "recall-story", .post, "/stories/{number}/recall", "Take a story back from its reviews; what was signed falls",
      places: [Fields.number], fields: [Fields.why, Fields.optionalSeen])
  ) { call in
    let story = try await call.room.desk.recall(
      call.sent.whole("number"), why: call.sent.text("why"), as: try call.actor)
    return .of(story, "recalled")
  }
}

extension Fields {
  /// Sent by forms that do not need it.
  static let optionalSeen = OperationField(
    "seen", .whole(1...OperationField.numberMax), "The revision that was looked at")
}

extension Outcome {
  /// A story was changed.
  static func of(_ story: Story, _ done: String) -> Outcome {
    Outcome(place: "/stories/\(story.number)", done: done, json: DeskJSON.story(story))
  }
}

extension DeskFault {
  static func stale(_ stale: StaleSave) -> DeskFault {
    DeskFault(Refusal(.stale(seen: stale.seen, now: stale.latest.number), place: "story \(stale.latest.story)"))
  }
}
