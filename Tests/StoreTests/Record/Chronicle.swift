import Foundation
import Model
import Newsroom
import TestSupport

@testable import Store

/// A newsroom at work by chance: every act is a legal one, done through the desk, and the clock goes on between them.
struct Chronicle {
  let storage: Storage
  let key: RecordKey
  private(set) var now = Date(timeIntervalSince1970: 1_772_300_000)
  private let reporters: [Person]
  private let reviewers: [Person]
  private var filed: [IssueManuscript] = []
  private var published = 0
  /// Issues that were published.
  private(set) var issued = 0

  static let zone = TimeZone(identifier: "Asia/Shanghai") ?? .gmt

  static func with<Value>(_ body: (inout Chronicle) async throws -> Value) async throws -> Value {
    try await Shop.with { shop in
      let key = try RecordKeyFile(folder: shop.storage.folder).key()
      var chronicle = try await Chronicle(storage: shop.storage, key: key)
      return try await body(&chronicle)
    }
  }

  private init(storage: Storage, key: RecordKey) async throws {
    self.storage = storage
    self.key = key
    func person(_ login: String, _ roles: Set<Role>) -> Person {
      Person(id: ID(raw: UUID()), login: login, name: login, roles: roles)
    }
    reporters = (1...2).map { person("reporter-\($0)", [.reporter]) }
    reviewers = (1...4).map {
      person("reviewer-\($0)", [.editor, .firstReviewer, .secondReviewer, .finalReviewer, .proofreader, .publisher])
    }
    let (people, made) = (reporters + reviewers, now)
    try await storage.write { session in
      for person in people { try Ledger(session: session).add(person, password: nil, at: made) }
    }
  }

  private var desk: Desk {
    let now = now
    return Desk(
      storage: storage, timeZone: Chronicle.zone, reviewing: ReviewSettings(standard: Workflow.twoEyes.name),
      now: { now })
  }

  private static let importer = Actor(name: "林汐", acts: [.importIssue, .redirect])

  private func actor(_ person: Person) -> Actor { Actor(person, origin: "127.0.0.1") }

  /// Does one act after a while; one that the desk refuses leaves nothing.
  mutating func act(_ dice: inout Dice) async throws {
    now += Double(dice.number(60...20_000))
    do {
      switch dice.number(1...16) {
      case 1: try await file(&dice)
      case 2: try await refile(&dice)
      case 3: try await redirect(&dice)
      case 4, 5: try await start(&dice)
      case 6: try await desk.sealDays(with: key)
      case 7: try await work(&dice)
      case 8: try await reopen(&dice)
      case 9: try await publish(&dice)
      case 10: try await changePublic(&dice)
      default: try await review(&dice)
      }
    } catch is Refusal {}
  }

  /// Seals what is over, and the day after too.
  mutating func sealAll() async throws {
    now += 200_000
    try await desk.sealDays(with: key)
  }

  private static var media: [FiledMedia] {
    (0..<3).compactMap { index in
      let hash = ContentHash.text(of: Array("picture \(index)".utf8))
      let small = ContentHash.text(of: Array("small picture \(index)".utf8))
      guard let name = MediaName(hash: hash, type: .jpg), let derived = MediaName(hash: small, type: .webp)
      else { return nil }
      let rendition = Rendition(name: derived, bytes: 10, width: 480, height: 320)
      let media = Media(name: name, bytes: 100, width: 1200, height: 800, renditions: [rendition])
      return FiledMedia(media: media, sourceHash: "source-\(index)")
    }
  }

  private mutating func file(_ dice: inout Dice) async throws {
    let media = Chronicle.media
    let issue = dice.manuscript(stories: 1...3, media: media.map(\.media.name))
    filed.append(issue)
    _ = try await desk.file(
      issue, media: media, as: Chronicle.importer, why: "signed elsewhere", publish: !dice.once(in: 4))
  }

  /// The same issue again: another headline, or the same media with another rendition, or nothing new.
  private mutating func refile(_ dice: inout Dice) async throws {
    guard !filed.isEmpty else { return }
    var issue = dice.one(of: filed)
    if dice.once(in: 2) { issue.stories[0].copy.headline = [dice.line(2...8)] }
    if dice.once(in: 2) { issue.stories.reverse() }
    var media = Chronicle.media
    if dice.once(in: 2), let name = MediaName(hash: ContentHash.text(of: Array("\(dice.next())".utf8)), type: .webp) {
      let known = media[0].media
      media[0] = FiledMedia(
        media: Media(
          name: known.name, bytes: known.bytes, width: known.width, height: known.height,
          renditions: known.renditions + [Rendition(name: name, bytes: 9, width: 240, height: 160)]),
        sourceHash: "source-0")
    }
    _ = try await desk.file(
      issue, media: media, as: Chronicle.importer, why: "again", publish: !dice.once(in: 3))
  }

  private mutating func redirect(_ dice: inout Dice) async throws {
    let highest = try await storage.read { try $0.number("SELECT max(serial) FROM article") }
    guard highest > 0 else { return }
    var redirects = (0..<3).map { _ in
      Redirect(old: "/was/\(dice.number(1...20)).htm", target: .serial(dice.number(1...highest)))
    }
    let media = Chronicle.media
    redirects.append(Redirect(old: "/was/picture.jpg", target: .media(.stored(dice.one(of: media).media.name))))
    _ = try await desk.redirect(redirects, media: media, as: Chronicle.importer, why: "the old site")
  }

  private func start(_ dice: inout Dice) async throws {
    let reporter = dice.one(of: reporters)
    let copy = Copy(
      headline: [dice.line(2...8)], section: "本地", body: Body([.paragraph([.text(dice.line(5...30))])]))
    let story = try await desk.start(copy, as: actor(reporter))
    guard !dice.once(in: 4) else { return }
    _ = try await desk.submit(story.number, seen: story.revision, as: actor(reporter))
  }

  /// What a writer does with a story of theirs.
  private func work(_ dice: inout Dice) async throws {
    guard let story = try await story(&dice) else { return }
    let writer = actor(reporters.first { $0.id == story.owner } ?? dice.one(of: reviewers))
    let copy = Copy(
      headline: [dice.line(2...8)], section: "本地", body: Body([.paragraph([.text(dice.line(5...30))])]))
    switch dice.number(1...4) {
    case 1: _ = try await desk.submit(story.number, seen: story.revision, as: writer)
    case 2: _ = try await desk.recall(story.number, as: writer)
    case 3:
      _ = try await desk.revise(
        story.number, copy, seen: story.revision, kind: dice.once(in: 2) ? .auto : .save, as: writer)
    default: _ = try await desk.mark([story.number], isImportant: dice.once(in: 2), as: actor(dice.one(of: reviewers)))
    }
  }

  private func reopen(_ dice: inout Dice) async throws {
    let highest = try await storage.read { try $0.number("SELECT max(serial) FROM article") }
    guard highest > 0 else { return }
    _ = try await desk.openWorkingCopy(ofSerial: dice.number(1...highest), as: actor(dice.one(of: reviewers)))
  }

  /// An issue of what is signed, now and then taken back again.
  private mutating func publish(_ dice: inout Dice) async throws {
    let publisher = actor(dice.one(of: reviewers))
    let signed = try await storage.read { session in
      try session.rows("SELECT number FROM story WHERE state = 'signed' AND article IS NULL") { $0.integer() }
    }
    guard !signed.isEmpty else { return }
    let plan = try await desk.makePlan(
      PlanDraft(date: Day(now, in: Chronicle.zone), number: NumberRange(first: published + 1, last: published + 1)),
      pages: [PlannedPage(number: 1, name: "要闻")], as: publisher)
    published += 1
    _ = try await desk.place(signed, in: plan.id, page: 1, as: publisher)
    _ = try await desk.publish(plan.id, as: publisher)
    issued += 1
    if dice.once(in: 4) {
      _ = try await desk.rollBack(plan.id, why: "整期有误", as: publisher)
      now += 60
      if dice.once(in: 2) { _ = try await desk.publish(plan.id, as: publisher) }
    }
  }

  /// Something said of a public story, or its end.
  private func changePublic(_ dice: inout Dice) async throws {
    let publisher = actor(dice.one(of: reviewers))
    let serials = try await storage.read { session in
      try session.rows("SELECT serial FROM public_article WHERE withdrawn_on IS NULL") { $0.integer() }
    }
    let copies = try await storage.read { session in
      try session.rows("SELECT number FROM story WHERE state = 'signed' AND public_revision IS NOT NULL") {
        $0.integer()
      }
    }
    if let copy = copies.first { _ = try await desk.publishWorkingCopy(copy, as: publisher) }
    guard !serials.isEmpty else { return }
    let serial = dice.one(of: serials)
    switch dice.number(1...4) {
    case 1: try await desk.withdraw(serial, why: "作者要求", as: publisher)
    default:
      _ = try await desk.correct(
        serial, NoticeDraft(kind: dice.once(in: 2) ? .reply : .correction, text: dice.line(4...20)), as: publisher)
    }
  }

  private func review(_ dice: inout Dice) async throws {
    guard let story = try await story(&dice), story.state == .review else { return }
    let reviewer = actor(dice.one(of: reviewers))
    let seen = story.revision
    switch dice.number(1...6) {
    case 1: _ = try await desk.sendBack(story.number, step: story.step, seen: seen, why: "数字待核", as: reviewer)
    case 2:
      let copy = Copy(headline: [dice.line(2...8)], body: Body([.paragraph([.text(dice.line(5...30))])]))
      _ = try await desk.revise(story.number, copy, seen: seen, as: reviewer)
    default: _ = try await desk.approve(story.number, step: story.step, seen: seen, as: reviewer)
    }
  }

  private func story(_ dice: inout Dice) async throws -> Story? {
    let count = try await storage.read { try $0.number("SELECT max(number) FROM story") }
    guard count > 0 else { return nil }
    let number = dice.number(1...count)
    return try await storage.read { try Ledger(session: $0).story(number) }
  }

  func verify() async throws -> Verification { try await Verifier(storage: storage).run() }
}
