import Foundation
import Model
import Newsroom
import Store
import TestSupport

/// A newsroom of invented people, with a desk whose clock goes on a second with every look at it.
struct Room {
  let storage: Storage
  let people: [String: Person]
  var reviewing = ReviewSettings()
  let clock: Clock

  /// A clock that every look moves.
  final class Clock: Sendable {
    private let seconds = Counter()

    func now() -> Date { Paper.morning.addingTimeInterval(Double(seconds.next())) }
  }

  /// He Wei writes, three review, one reads proofs, one publishes.
  static let cast: [(login: String, name: String, roles: Set<Role>)] = [
    ("hewei", "何　苇", [.reporter]), ("linxi", "林　汐", [.reporter]), ("fangting", "方　汀", [.firstReviewer]),
    ("mengwei", "孟　桅", [.secondReviewer]), ("xuanqing", "许岸青", [.finalReviewer]),
    ("tangbo", "汤　泊", [.proofreader]), ("luojing", "罗　静", [.pageEditor]), ("zhouyan", "周　砚", [.publisher]),
    ("guest", "客　人", [.correspondent]), ("qiao", "乔　编", [.editor]), ("root", "管　理", [.admin]),
  ]

  static func with<Value>(
    _ reviewing: ReviewSettings = ReviewSettings(), _ body: (Room) async throws -> Value
  ) async throws -> Value {
    try await Paper.with { paper in
      let people = cast.map { entry in
        Person(id: ID(raw: UUID()), login: entry.login, name: entry.name, roles: entry.roles)
      }
      try await paper.storage.write { session in
        for person in people { try Ledger(session: session).add(person, password: nil, at: Paper.morning) }
      }
      let byLogin = Dictionary(uniqueKeysWithValues: people.map { ($0.login, $0) })
      return try await body(
        Room(storage: paper.storage, people: byLogin, reviewing: reviewing, clock: Clock()))
    }
  }

  var desk: Desk {
    let clock = clock
    return Desk(storage: storage, timeZone: Paper.zone, reviewing: reviewing, now: { clock.now() })
  }

  var library: NewsroomLibrary {
    let clock = clock
    return NewsroomLibrary(storage: storage, reviewing: reviewing, now: { clock.now() })
  }

  /// Someone of the cast, as they act.
  func actor(_ login: String) -> Actor {
    guard let person = people[login] else { return Actor(name: login, acts: []) }
    return Actor(person, origin: "127.0.0.1")
  }

  func viewer(_ login: String) -> Viewer {
    let actor = actor(login)
    return Viewer(person: actor.person ?? ID(raw: UUID()), acts: actor.acts, sections: actor.sections)
  }

  static func copy(_ headline: String = "步行桥今天开放", _ paragraphs: String...) -> Copy {
    let texts = paragraphs.isEmpty ? ["桥开了。", "人来了。"] : paragraphs
    return Copy(headline: [headline], section: "要闻", body: Body(texts.map { .paragraph([.text($0)]) }))
  }

  /// A story of He Wei's, handed in.
  func submitted(_ copy: Copy = Room.copy()) async throws -> Story {
    let story = try await desk.start(copy, as: actor("hewei"))
    return try await desk.submit(story.number, seen: 1, as: actor("hewei"))
  }

  /// A story with every signature of its workflow.
  func signed(_ copy: Copy = Room.copy()) async throws -> Story {
    var story = try await submitted(copy)
    let signers = ["first": "fangting", "second": "mengwei", "final": "xuanqing"]
    while story.state == .review {
      let signer = signers[story.step] ?? "tangbo"
      story = try await desk.approve(story.number, step: story.step, seen: story.revision, as: actor(signer))
    }
    return story
  }

  func events(of story: Int) async throws -> [ReviewEvent] {
    try await storage.read { try Ledger(session: $0).reviewEvents(ofStory: story) }
  }

  func latest(of story: Int) async throws -> StoryRevision? {
    try await storage.read { session in
      let ledger = Ledger(session: session)
      return try ledger.story(story).flatMap { try ledger.revision($0.revision, ofStory: story) }
    }
  }

  func records() async throws -> [Record] { try await storage.read { try Ledger(session: $0).records(limit: 1_000) } }
}
