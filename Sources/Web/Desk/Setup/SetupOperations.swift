import Foundation
import HTTPTypes
import Model
import Newsroom
import Press
import Store

/// The first visit of an empty site: the paper gets its name, its first administrator and its first issue.
enum SetupOperations {
  static let all: [DeskOperation] = [go]

  private static let passwordMax = AccountLimits.passwordCharacters.upperBound * 2
  private static let go = DeskOperation(
    OperationFacts(
      "set-up", .post, "/setup", "A step of the first visit",
      fields: [
        OperationField("step", .whole(1...3), isRequired: true, "1: the paper, 2: the administrator, 3: the issue"),
        OperationField("name", .text(max: 60), "The name of the paper"),
        OperationField("publisher", .text(max: 100), "Who publishes it"),
        OperationField("language", .text(max: 20), "The language of the paper"),
        OperationField("person", .text(max: Person.nameMax), "The administrator's name"),
        OperationField("login", .text(max: Person.loginCharacters.upperBound), "Their login"),
        OperationField("password", .text(max: passwordMax), isSecret: true, "Their password"),
        OperationField("again", .text(max: passwordMax), isSecret: true, "The same once more"),
      ] + PlanForm.head.filter { !["kind", "title"].contains($0.name) } + [
        OperationField("pages", .texts(count: IssueLimits.pagesMax, max: IssueLimits.pageNameMax), "A line each")
      ]), access: .anyone, isOfInterface: false, page: "/setup"
  ) { call in
    switch SetupStep(rawValue: call.sent.whole("step")) {
    case .paper?: try await namePaper(call)
    case .administrator?: try await addAdministrator(call)
    default: try await planIssue(call)
    }
  }

  private static func namePaper(_ call: Call) async throws -> Outcome {
    try await SetupPage.check(call)
    let name = call.sent.text("name")[...].trimmed
    guard !name.isEmpty else { throw DeskFault.field("name", "Give the paper its name.", "请填写报名。") }
    try await call.room.reload(
      SiteNaming(
        name: name, publisher: call.sent.text("publisher")[...].trimmed, language: call.sent.text("language")),
      call.room)
    return Outcome(place: "/setup?step=2")
  }

  private static func addAdministrator(_ call: Call) async throws -> Outcome {
    try await SetupPage.check(call)
    try PasswordPair.check(call.sent, "password", "again")
    let (login, password) = (call.sent.text("login"), call.sent.text("password"))
    _ = try await call.room.accounts.bootstrap(
      login: login, name: call.sent.text("person"), password: password, origin: call.origin)
    let signedIn = try await call.room.accounts.signIn(
      login: login, password: password, origin: call.origin, agent: call.asking.fields[.userAgent] ?? "")
    return Outcome(place: "/setup", cookies: Outcome.cookies(of: signedIn, call))
  }

  /// The one act of planning that an administrator does: there is nobody else yet.
  private static func planIssue(_ call: Call) async throws -> Outcome {
    let visitor = try call.signedIn
    guard try await SetupPage.mayPlan(call) else { throw DeskFault.notFound }
    let actor = Actor(
      name: visitor.person.name, acts: [.plan], person: visitor.person.id, origin: call.origin)
    let names = call.sent.texts("pages").map { $0[...].trimmed }.filter { !$0.isEmpty }
    let pages = names.enumerated().map { PlannedPage(number: $0.offset + 1, name: $0.element) }
    _ = try await call.room.desk.makePlan(try PlanForm.draft(call.sent, over: nil), pages: pages, as: actor)
    return Outcome(place: "/", done: "set-up")
  }
}

/// The pages of the first visit.
enum SetupPage {
  static let all: [DeskPage] = [page]

  private static let page = DeskPage(
    path: "/setup", access: .anyone,
    fields: [
      OperationField("step", .whole(1...3), "The step"),
      OperationField("key", .text(max: 100), isSecret: true, "As it was printed"),
    ]
  ) { call, refused in
    var step = refused?.form["step"].flatMap { Int($0) }.flatMap(SetupStep.init) ?? .paper
    if try await call.room.accounts.hasPeople() {
      guard try await mayPlan(call) else { return nil }
      step = .issue
    } else {
      if let key = call.form["key"] { call.room.setup.show(key, of: call) }
      try await check(call)
      if refused == nil, call.sent.optionalWhole("step") == 2 { step = .administrator }
    }
    let reading = SetupReading(step: step, values: try await first(step, call))
    return call.room.renderer.setup(reading, call.session, call.message(refused))
  }

  /// What a step begins with.
  private static func first(_ step: SetupStep, _ call: Call) async throws -> [String: String] {
    switch step {
    case .paper: return ["language": call.room.settings.publication.language]
    case .administrator: return [:]
    case .issue:
      let tomorrow = Day(call.room.now.addingTimeInterval(86_400), in: call.room.edition.zone)
      let suggested = try await call.room.library.suggestedPlan(date: tomorrow)
      return [
        "date": "\(tomorrow)", "number": suggested.draft.number?.description ?? "1",
        "total": suggested.draft.total?.description ?? "1",
        "pages": suggested.pages.map(\.name).joined(separator: "\n"),
      ]
    }
  }

  /// Whether nobody is there yet, and this browser may be the first.
  static func check(_ call: Call) async throws {
    guard try await !call.room.accounts.hasPeople() else { throw DeskFault.notFound }
    guard call.room.setup.lets(call) else {
      throw DeskFault(
        status: .forbidden, code: "not_here",
        message: Wording(
          "Set the paper up from the machine that serves it, or with the link that `broadsheet serve` printed.",
          "请在运行本站的机器上完成设置，或使用 broadsheet serve 启动时打印的链接。"))
    }
  }

  /// Whether this is an administrator of a paper that has no issue yet.
  static func mayPlan(_ call: Call) async throws -> Bool {
    guard let visitor = call.visitor, visitor.person.roles.contains(.admin) else { return false }
    return try await call.room.library.plans(limit: 1).isEmpty
  }
}
