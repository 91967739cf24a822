import Foundation
import Interchange
import Model
import Newsroom
import Press
import Store

/// The pages of stories: the list, one of them, its revisions.
enum StoryPages {
  static let all: [DeskPage] = [dashboard, list, story]

  private static let dashboard = DeskPage(path: "/") { call, refused in
    let visitor = try call.signedIn
    let blocks = try await TonightBlocks(call: call).find(for: visitor)
    let reading = try await call.room.library.dashboard(for: visitor.viewer, blocks: { blocks[$0.id] ?? [] })
    return call.room.renderer.dashboard(reading, call.session, call.message(refused))
  }

  private static let list = DeskPage(path: "/stories") { call, refused in
    // A list that is shown again after a refusal is the one that the form stood on.
    let query =
      refused?.form["query"].map { text in QueryString(text) } ?? QueryString(RequestTarget.query(call.asking.target))
    let reading = try await call.room.library.stories(StoryQuery { query[$0] }, for: try call.signedIn.viewer)
    return call.room.renderer.stories(reading, call.session, call.message(refused))
  }

  private static let story = DeskPage(path: "/stories/{number}", places: [Fields.number]) { call, refused in
    try await page(call, refused)
  }

  /// The page of a story with a secret that is shown this one time.
  static func shown(_ once: ShownOnce, _ call: Call) async throws -> Document? {
    try await page(call, nil, once: once)
  }

  private static func page(_ call: Call, _ refused: Retry?, once: ShownOnce? = nil) async throws -> Document? {
    let visitor = try call.signedIn
    let number = call.sent.whole("number")
    call.room.presence.note(visitor.name, at: number, call.room.now)
    let others = call.room.presence.others(than: visitor.person.id, at: number, call.room.now)
    guard let reading = try await call.room.library.room(number, for: visitor.viewer, presence: others) else {
      return nil
    }
    let typed = try TypedCopy.of(refused, over: reading.copy, call)
    return call.room.renderer.story(
      reading, body: typed?.body ?? StoryProse.text(of: reading.copy.body), copy: typed?.copy, once: once,
      call.session, call.message(refused))
  }
}

/// What was typed in the form of a copy that was refused: shown again to the letter.
struct TypedCopy {
  let copy: Copy
  let body: String

  /// Nil where no such form was refused.
  static func of(_ refused: Retry?, over base: Copy, _ call: Call) throws -> TypedCopy? {
    guard let refused, refused.operation == "revise-story" else { return nil }
    var copy = base
    func text(_ name: String) -> String? { refused.form[name].map { $0.replacing("\r\n", with: "\n") } }
    func lines(_ name: String) -> [String]? { text(name)?.split(separator: "\n").map(String.init) }
    copy.kicker = text("kicker") ?? copy.kicker
    copy.headline = lines("headline") ?? copy.headline
    copy.subhead = text("subhead") ?? copy.subhead
    copy.bylines = lines("bylines").map { $0.map { Byline(name: $0, role: .unnamed) } } ?? copy.bylines
    copy.source = text("source") ?? copy.source
    copy.section = text("section") ?? copy.section
    copy.keywords = text("keywords").map { [$0] } ?? copy.keywords
    copy.summary = text("summary") ?? copy.summary
    copy.language = text("language") ?? copy.language
    copy.editor = text("editor") ?? copy.editor
    return TypedCopy(copy: copy, body: text("body") ?? StoryProse.text(of: copy.body))
  }
}

/// What stands in the way of the issue that is made next, for those who make issues.
struct TonightBlocks {
  let call: Call

  func find(for visitor: Visitor) async throws -> [ID<IssuePlan>: [Wording]] {
    guard !visitor.actor.acts.isDisjoint(with: [.plan, .publish]), visitor.viewer.seesAll else { return [:] }
    let plans = try await call.room.library.standingPlans()
    let scheduled = plans.filter { $0.state == .scheduled }
      .min { ($0.due ?? .distantFuture) < ($1.due ?? .distantFuture) }
    guard let next = scheduled ?? plans.last(where: { $0.state == .open }) else { return [:] }
    let findings = try await call.room.desk.preflight(next.id, as: visitor.actor)
    return [next.id: findings.filter { $0.severity == .error }.map(\.wording)]
  }
}
