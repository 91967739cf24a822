import Foundation
import Model
import Store

/// Files an issue with its pages and stories.
///
/// A draft of a story that is public already becomes a revision that nobody sees; its places, corrections and the
/// issue's own head and pages stay as they are in public.
struct FileIssue: Sendable {
  let prepared: PreparedIssue
  let media: [FiledMedia]
  let actor: Actor
  let why: String
  let isPublishing: Bool
  let timeZone: TimeZone
  let now: Date

  private var manuscript: IssueManuscript { prepared.manuscript }

  func perform(_ ledger: Ledger) throws -> Filing {
    try Permission.check(actor, .importIssue, why: why)
    try FilingCheck(manuscript: manuscript).run()
    try keepMedia(ledger)
    let known = try IssueMatch.find(manuscript, among: try ledger.issues(on: manuscript.date))
    let before = try known.map { try IssueState.read($0, ledger) }
    let issue = try IssueFiling(manuscript: manuscript, isPublishing: isPublishing).file(before, ledger)
    var filing = Filing(issue: issue.key)
    filing.issueChange = issue.change
    filing.vanishedPages = issue.vanishedPages
    let stories = try fileStories(of: issue.key, known: before?.stories ?? [], into: &filing, ledger)
    if try filing.hasChanges || ledger.hasUnrecorded() { try record(filing, stories, before: before, ledger) }
    return filing
  }

  /// Only what this issue points to; what else was brought is not kept.
  private func keepMedia(_ ledger: Ledger) throws {
    let references =
      manuscript.pages.flatMap { [$0.image, $0.pdf].compactMap { $0 } } + manuscript.stories.flatMap(\.copy.body.media)
    let used = Set(references)
    for filed in media where used.contains(.stored(filed.media.name)) {
      try ledger.add(filed.media, source: filed.sourceHash)
    }
    for page in manuscript.pages {
      for reference in [page.image, page.pdf] {
        if let reference { try FileIssue.require(reference, place: "\(manuscript.date)", ledger) }
      }
    }
    for story in manuscript.stories {
      for reference in story.copy.body.media {
        try FileIssue.require(reference, place: "\(manuscript.date)/\(story.file)", ledger)
      }
    }
  }

  /// A file that an act points to is in the store.
  static func require(_ reference: MediaReference, place: String, _ ledger: Ledger) throws {
    switch reference {
    case .file(let file): throw Refusal(.mediaNotFiled(file), place: place)
    case .stored(let name):
      guard try ledger.has(name) else { throw Refusal(.mediaNotFiled(name.description), place: place) }
    }
  }

  /// The serials of new and changed stories.
  private struct Serials {
    var new: [Int] = []
    var changed: [Int] = []
  }

  private func fileStories(
    of key: IssueKey, known: [KnownStory], into filing: inout Filing, _ ledger: Ledger
  ) throws -> Serials {
    let match = StoryMatch(
      folder: "\(manuscript.date)", known: known, highestSerial: try ledger.highestSerial(), home: ledger.home)
    let matched = try match.match(manuscript.stories)
    try arrange(matched, into: &filing, ledger)
    let making = FaceMaking(issue: key, timeZone: timeZone, now: now)
    let pages = Set(try ledger.pages(of: key).filter { $0.isPublic || !isPublishing }.map(\.number))
    var serials = Serials()
    for story in matched {
      let act = StoryFiling(
        matched: story, prepared: prepared.stories[story.position], issue: key, pages: pages,
        place: "\(manuscript.date)/\(story.story.file)", making: making, isPublishing: isPublishing)
      switch try act.file(ledger) {
      case .new:
        filing.new.append(story.story.file)
        serials.new.append(story.serial)
      case .changed:
        filing.changed.append(story.story.file)
        serials.changed.append(story.serial)
      case .same: filing.same.append(story.story.file)
      }
    }
    let found = Set(matched.map(\.serial))
    filing.vanished = known.filter { !found.contains($0.serial) }.map(\.file).sorted()
    return serials
  }

  /// Known stories whose file or place in the order is another now.
  private func arrange(_ matched: [StoryMatch.Matched], into filing: inout Filing, _ ledger: Ledger) throws {
    var moved: [(serial: Int, file: String, position: Int)] = []
    for story in matched {
      guard let known = story.known else { continue }
      if known.file != story.story.file || known.position != story.position {
        moved.append((story.serial, story.story.file, story.position))
      }
      if isPublishing, let face = known.face, face.position != story.position {
        try ledger.setPublicPosition(story.position, of: story.serial)
        filing.markChanged()
      }
    }
    guard !moved.isEmpty else { return }
    try ledger.arrange(moved)
    filing.markChanged()
  }

  private func record(_ filing: Filing, _ serials: Serials, before: IssueState?, _ ledger: Ledger) throws {
    guard let key = filing.issue, let issue = try ledger.issue(key) else { return }
    let after = try IssueState.read(issue, ledger)
    try ledger.record(
      Record(
        made: now, actor: actor.name, person: actor.person, origin: actor.origin,
        act: Act.importIssue.rawValue, subject: key.description,
        hashBefore: before?.hash, hashAfter: after.hash, why: why,
        detail: .object([
          "new": .array(serials.new.map(JSON.integer)), "changed": .array(serials.changed.map(JSON.integer)),
          "draft": .boolean(!isPublishing),
        ])))
  }
}

extension Filing {
  /// The issue itself is other than before; a new one stays new.
  mutating func markChanged() {
    if issueChange == .same { issueChange = .changed }
  }
}
