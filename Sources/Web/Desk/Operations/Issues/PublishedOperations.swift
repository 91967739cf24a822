import Foundation
import Model
import Newsroom
import Press
import Store

/// What is done with what readers see already, and with looks given to outsiders.
enum PublishedOperations {
  static let all: [DeskOperation] =
    [publishCopy, previewStory, previewPlan, revokeStory, revokePlan]
    + [Subject.story, .serial].flatMap { [correct($0), withdraw($0)] } + [reopen]

  /// By what a published story is named.
  private enum Subject: String {
    case story, serial

    var folder: String { self == .story ? "/stories/{number}" : "/articles/{number}" }
    var ending: String { self == .story ? "" : "-by-serial" }

    /// The serial, and where the page of it is.
    func serial(_ call: Call) async throws -> (serial: Int, place: String) {
      let number = call.sent.whole("number")
      guard self == .story else { return (number, "/articles/\(number)") }
      guard let story = try await call.room.library.glance(number, for: try call.signedIn.viewer) else {
        throw DeskFault.notFound
      }
      guard let serial = story.serial else {
        throw Refusal(.state(Wording("The story was never published.", "稿件尚未发布。")), place: "story \(number)")
      }
      return (serial, "/stories/\(number)")
    }
  }

  private static let publishCopy = DeskOperation(
    OperationFacts(
      "publish-working-copy", .post, "/stories/{number}/publication", "Publish the signed working copy of a story",
      act: .publish, places: [Fields.number], fields: [Fields.why])
  ) { call in
    .of(
      try await call.room.desk.publishWorkingCopy(
        call.sent.whole("number"), why: call.sent.text("why"), as: try call.actor), "published")
  }

  private static func correct(_ subject: Subject) -> DeskOperation {
    DeskOperation(
      OperationFacts(
        "correct-story" + subject.ending, .post, subject.folder + "/corrections",
        "更正 or 答辩: public on the story at once", act: .correct, places: [Fields.number],
        fields: [
          OperationField("kind", .choice(CorrectionKind.allCases.map(\.rawValue)), "correction where it is not given"),
          OperationField("text", .text(max: ArticleNotice.textMax), isRequired: true, "What is said"),
          OperationField("due", .day, "The issue in which it is to be printed"),
          OperationField("place", .text(max: ArticleNotice.placeMax), "Where in it: 第2版"),
        ], isMaking: true)
    ) { call in
      let (serial, place) = try await subject.serial(call)
      let draft = NoticeDraft(
        kind: CorrectionKind(rawValue: call.sent.text("kind")) ?? .correction, text: call.sent.text("text"),
        dueIssue: call.sent.day("due"), duePlace: call.sent.text("place"))
      let notice = try await call.room.desk.correct(serial, draft, as: try call.actor)
      return Outcome(kind: .created, place: place, done: "corrected", json: .object(["id": .string("\(notice.id)")]))
    }
  }

  private static func withdraw(_ subject: Subject) -> DeskOperation {
    DeskOperation(
      OperationFacts(
        "withdraw-story" + subject.ending, .post, subject.folder + "/withdrawal",
        "撤稿: the address answers 410 with the reason", act: .withdraw, places: [Fields.number],
        fields: [
          Fields.needsWhy,
          OperationField(
            "confirm", .whole(1...OperationField.numberMax),
            "The number in the address, so that it is the right one; a form always asks for it"),
        ])
    ) { call in
      let (serial, place) = try await subject.serial(call)
      let confirmed = call.sent.optionalWhole("confirm")
      guard confirmed ?? (call.wantsJSON ? call.sent.whole("number") : nil) == call.sent.whole("number") else {
        throw DeskFault.field("confirm", "This is not the story's number.", "编号与本稿不符。")
      }
      try await call.room.desk.withdraw(serial, why: call.sent.text("why"), as: try call.actor)
      return Outcome(place: place, done: "withdrawn")
    }
  }

  private static let reopen = DeskOperation(
    OperationFacts(
      "open-working-copy-by-serial", .post, "/articles/{number}/working-copy",
      "Open a working copy of a published story by its serial, also of one that was imported",
      places: [Fields.number], fields: [Fields.why])
  ) { call in
    .of(
      try await call.room.desk.openWorkingCopy(
        ofSerial: call.sent.whole("number"), why: call.sent.text("why"), as: try call.actor), "reopened-story")
  }

  private static let lasting: [OperationField] = [
    OperationField("days", .whole(1...Preview.daysMax), "How many days it holds"),
    OperationField("hours", .whole(1...(Preview.daysMax * 24)), "The same in hours, made whole days"),
  ]

  private static let previewStory = DeskOperation(
    OperationFacts(
      "preview-story", .post, "/stories/{number}/previews", "Give somebody outside a look at a story", act: .preview,
      places: [Fields.number], fields: lasting, isMaking: true)
  ) { call in
    try await give(.story(call.sent.whole("number")), "/stories/\(call.sent.whole("number"))", call)
  }

  private static let previewPlan = DeskOperation(
    OperationFacts(
      "preview-plan", .post, "/plans/{plan}/previews", "Give somebody outside a look at an issue", act: .preview,
      places: [PlanOperations.plan], fields: lasting, isMaking: true)
  ) { call in
    let id = try PlanOperations.id(call)
    return try await give(.plan(id), "/plans/\(id)", call)
  }

  private static func give(_ subject: Preview.Subject, _ place: String, _ call: Call) async throws -> Outcome {
    let hours = call.sent.optionalWhole("hours").map { max(1, ($0 + 23) / 24) }
    let days = call.sent.optionalWhole("days") ?? hours ?? Preview.daysStandard
    let given = try await call.room.desk.givePreview(of: subject, days: days, as: try call.actor)
    let link = call.room.settings.site.baseURL + DeskAddress.previews + "/" + given.secret + "/"
    var outcome = Outcome(kind: .created, place: place, done: "preview")
    outcome.json = .object([
      "link": .string(link), "id": .string("\(given.preview.id)"), "expires": DeskJSON.instant(given.preview.expires),
    ])
    let once = ShownOnce.preview(link: link, expires: given.preview.expires)
    switch subject {
    case .plan: outcome.page = try await PlanPages.shown(once, call)
    case .story: outcome.page = try await StoryPages.shown(once, call)
    }
    return outcome
  }

  private static let preview = Fields.place("preview", "The preview")

  private static let revokeStory = DeskOperation(
    OperationFacts(
      "revoke-story-preview", .post, "/stories/{number}/previews/{preview}/revocation", "End a preview at once",
      places: [Fields.number, preview]), page: "/stories/{number}"
  ) { call in try await revoke(call, "/stories/\(call.sent.whole("number"))") }

  private static let revokePlan = DeskOperation(
    OperationFacts(
      "revoke-plan-preview", .post, "/plans/{plan}/previews/{preview}/revocation", "End a preview at once",
      places: [PlanOperations.plan, preview]), page: "/plans/{plan}"
  ) { call in try await revoke(call, "/plans/\(try PlanOperations.id(call))") }

  private static func revoke(_ call: Call, _ place: String) async throws -> Outcome {
    guard let id: ID<Preview> = call.sent.identity("preview") else { throw DeskFault.notFound }
    try await call.room.desk.revokePreview(id, as: try call.actor)
    return Outcome(place: place, done: "revoked")
  }
}
