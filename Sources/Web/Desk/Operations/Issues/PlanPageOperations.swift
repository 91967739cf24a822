import Foundation
import Model
import Newsroom
import Press
import Store

/// What is done with the pages of a planned issue, and with the stories on them.
enum PlanPageOperations {
  static let all: [DeskOperation] = [add, set, remove, arrange, placeStory, placeNotice]

  private static let number = OperationField("number", .whole(1...999), isRequired: true, "版次")
  private static let page = OperationField("page", .whole(1...999), "版次")
  private static let fields: [OperationField] = [
    OperationField("name", .text(max: IssueLimits.pageNameMax), "版名"),
    OperationField("room", .whole(1...IssueLimits.roomMax), "How many characters it takes; none: not counted"),
    OperationField("picture", .text(max: 100), "The name of its picture in the library"),
    OperationField("pdf", .text(max: 100), "The name of its PDF in the library"),
    OperationField("files", .file, "Its picture or PDF, sent in at once"),
  ]

  private static let add = DeskOperation(
    OperationFacts(
      "add-page", .post, "/plans/{plan}/pages", "Add a page to an issue", act: .plan, places: [PlanOperations.plan],
      fields: [number] + fields, isMaking: true)
  ) { call in
    let page = try await PageForm(call: call).page(over: PlannedPage(number: call.sent.whole("number"), name: ""))
    let plan = try await call.room.desk.setPage(page, of: try PlanOperations.id(call), as: try call.actor)
    var outcome = Outcome.of(plan, "page")
    outcome.kind = .created
    return outcome
  }

  private static let set = DeskOperation(
    OperationFacts(
      "set-page", .post, "/plans/{plan}/pages/{page}", "Change a page of an issue", act: .plan,
      places: [PlanOperations.plan, page],
      fields: [OperationField("number", .whole(1...999), "Its new number")] + fields), page: "/plans/{plan}"
  ) { call in
    let former = call.sent.whole("page")
    guard let issue = try await call.room.library.plannedIssue(try PlanOperations.id(call)),
      let known = issue.plan.pages.first(where: { $0.number == former })
    else { throw DeskFault.notFound }
    let page = try await PageForm(call: call).page(over: known)
    return .of(
      try await call.room.desk.setPage(page, of: issue.plan.id, former: former, as: try call.actor), "page")
  }

  private static let remove = DeskOperation(
    OperationFacts(
      "remove-page", .post, "/plans/{plan}/pages/{page}/removal", "Remove a page; its stories stay in the issue",
      act: .plan, places: [PlanOperations.plan, page]), page: "/plans/{plan}"
  ) { call in
    .of(
      try await call.room.desk.removePage(
        call.sent.whole("page"), of: try PlanOperations.id(call), as: try call.actor), "page-removed")
  }

  private static let arrange = DeskOperation(
    OperationFacts(
      "arrange-story", .post, "/plans/{plan}/places", "Move a story within an issue", act: .plan,
      places: [PlanOperations.plan],
      fields: [
        OperationField("story", .whole(1...OperationField.numberMax), isRequired: true, "The story's number"),
        OperationField(
          "do", .choice(["up", "down", "lead", "plain", "off", "page"]), isRequired: true,
          "page: put it on `page` at `position`; off: take it off the issue"),
        page, OperationField("position", .whole(0...IssueLimits.storiesMax), "From 0; none for the end"),
      ])
  ) { call in
    let id = try PlanOperations.id(call)
    try await PlanPlacing(call: call).arrange(call.sent.whole("story"), in: id)
    guard let issue = try await call.room.library.plannedIssue(id) else { throw DeskFault.notFound }
    var outcome = Outcome.of(issue.plan, "placed")
    outcome.json = outcome.json.adding(["stories": .array(issue.stories.map(DeskJSON.story))])
    return outcome
  }

  private static let placeStory = DeskOperation(
    OperationFacts(
      "place-story", .post, "/stories/{number}/place", "Place a story in an issue, or nowhere", act: .plan,
      places: [Fields.number],
      fields: [OperationField("place", .text(max: 50), "PLAN, PLAN/2, or empty for nowhere")])
  ) { call in
    let number = call.sent.whole("number")
    let parts = call.sent.text("place").split(separator: "/").map(String.init)
    let plan: ID<IssuePlan>? = parts.first.flatMap { ID($0) }
    guard parts.isEmpty || plan != nil, parts.count < 3 else {
      throw DeskFault.field("place", "There is no such place.", "没有这个版位。")
    }
    try await PlanPlacing(call: call).place([number], in: plan, page: parts.count > 1 ? Int(parts[1]) : nil)
    return Outcome(place: "/stories/\(number)", done: plan == nil ? "unplaced" : "placed")
  }

  private static let placeNotice = DeskOperation(
    OperationFacts(
      "place-notice", .post, "/notices/{notice}/place", "Put a correction or reply into an issue, or take it out",
      act: .plan, places: [Fields.place("notice", "The correction or reply")],
      fields: [OperationField("plan", .identity, "The issue; none takes it out"), page]), page: "/plans"
  ) { call in
    guard let notice: ID<ArticleNotice> = call.sent.identity("notice") else { throw DeskFault.notFound }
    let plan: ID<IssuePlan>? = call.sent.identity("plan")
    try await call.room.desk.placeNotice(
      notice, in: plan, page: call.sent.optionalWhole("page"), as: try call.actor)
    return Outcome(place: plan.map { "/plans/\($0)" } ?? "/plans", done: "placed")
  }
}

/// Stories put in their places.
struct PlanPlacing {
  let call: Call

  func place(_ stories: [Int], in plan: ID<IssuePlan>?, page: Int?) async throws {
    if let plan {
      _ = try await call.room.desk.place(stories, in: plan, page: page, as: try call.actor)
    } else {
      _ = try await call.room.desk.takeOff(stories, as: try call.actor)
    }
  }

  /// Does what `do` names with a story of an issue.
  func arrange(_ story: Int, in id: ID<IssuePlan>) async throws {
    let desk = call.room.desk
    let actor = try call.actor
    let what = call.sent.text("do")
    if what == "page" {
      _ = try await desk.place(
        [story], in: id, page: call.sent.optionalWhole("page"), position: call.sent.optionalWhole("position"),
        as: actor)
      return
    }
    guard let issue = try await call.room.library.plannedIssue(id),
      let place = issue.stories.first(where: { $0.number == story })?.place
    else { throw DeskFault.notFound }
    let onPage = issue.stories(onPage: place.page).map(\.number)
    let index = onPage.firstIndex(of: story) ?? 0
    switch what {
    case "off": _ = try await desk.takeOff([story], as: actor)
    case "lead", "plain":
      _ = try await desk.place(
        [story], in: id, page: place.page, position: index, isLead: what == "lead", as: actor)
    default:
      let position = what == "up" ? max(0, index - 1) : min(onPage.count - 1, index + 1)
      _ = try await desk.place([story], in: id, page: place.page, position: position, as: actor)
    }
  }
}

/// A page of an issue as a form sends it, with its files.
struct PageForm {
  let call: Call

  func page(over known: PlannedPage) async throws -> PlannedPage {
    let sent = call.sent
    var page = known
    if let number = sent.optionalWhole("number") { page.number = number }
    if sent.has("name") { page.name = sent.text("name") }
    if call.form.values.contains(where: { $0.name == "room" }) { page.room = sent.optionalWhole("room") }
    if sent.has("picture") { page.picture = try name(sent.text("picture"), "picture") }
    if sent.has("pdf") { page.pdf = try name(sent.text("pdf"), "pdf") }
    guard !sent.files.isEmpty else { return page }
    let intake = call.room.intake
    do {
      var files: [LibraryFile] = []
      for file in sent.files {
        let filed = try await intake.take(file: file.path, named: file.name)
        files.append(LibraryFile(filed: filed, note: MediaNote(title: file.name)))
        guard filed.media.name.type == .pdf else {
          page.picture = filed.media.name
          continue
        }
        page.pdf = filed.media.name
        let sheet = try await intake.sheet(pdf: file.path, named: file.name)
        files.append(LibraryFile(filed: sheet, note: MediaNote(title: file.name)))
        page.picture = sheet.media.name
      }
      try await call.room.desk.addMedia(files, as: try call.actor)
      intake.keepAdded()
    } catch {
      await intake.takeBack(await intake.hold())
      throw error
    }
    return page
  }

  private func name(_ text: String, _ field: String) throws(DeskFault) -> MediaName? {
    if text.isEmpty { return nil }
    guard let name = MediaName(text) else { throw .field(field, "There is no such file.", "没有这个文件。") }
    return name
  }
}
