import Foundation
import Model
import Store

/// Files an issue with its pages and stories, whoever had the right to: importing and publishing both do it by this.
/// It checks what can be filed; permission and record are those of the act.
///
/// A draft of a story that is public already becomes a revision that nobody sees; its places, corrections and the
/// issue's own head and pages stay as they are in public.
struct ManuscriptFiling {
  let prepared: PreparedIssue
  let media: [FiledMedia]
  let isPublishing: Bool
  let timeZone: TimeZone
  let now: Date

  private var manuscript: IssueManuscript { prepared.manuscript }

  /// What was filed, with the state of the issue before and the serials of new and changed stories.
  struct Filed {
    var filing: Filing
    let key: IssueKey
    /// By the file of the story.
    var serials: [String: Int] = [:]
    /// Of new and changed stories.
    var new: [Int] = []
    var changed: [Int] = []
    let before: String?
  }

  /// - Parameter known: the issue that it is; nil for a new one.
  func file(into known: KnownIssue?, _ ledger: Ledger) throws -> Filed {
    try FilingCheck(manuscript: manuscript).run()
    try keepMedia(ledger)
    let before = try known.map { try IssueState.read($0, ledger) }
    let issue = try IssueFiling(manuscript: manuscript, isPublishing: isPublishing).file(before, ledger)
    var filing = Filing(issue: issue.key)
    filing.issueChange = issue.change
    filing.vanishedPages = issue.vanishedPages
    var filed = Filed(filing: filing, key: issue.key, before: before?.hash)
    try fileStories(known: before?.stories ?? [], into: &filed, ledger)
    return filed
  }

  /// The state of an issue after it was filed, as the record keeps it.
  static func hash(of key: IssueKey, _ ledger: Ledger) throws -> String {
    guard let issue = try ledger.issue(key) else { throw Refusal(.noSuchIssue(key), place: "") }
    return try IssueState.read(issue, ledger).hash
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
        if let reference { try ManuscriptFiling.require(reference, place: "\(manuscript.date)", ledger) }
      }
    }
    for story in manuscript.stories {
      for reference in story.copy.body.media {
        try ManuscriptFiling.require(reference, place: "\(manuscript.date)/\(story.file)", ledger)
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

  private func fileStories(known: [KnownStory], into filed: inout Filed, _ ledger: Ledger) throws {
    let match = StoryMatch(
      folder: "\(manuscript.date)", known: known, highestSerial: try ledger.highestSerial(), home: ledger.home)
    let statements = DeskStatements(ledger: ledger, timeZone: timeZone)
    let matched = try match.match(manuscript.stories).map { found in
      guard found.known != nil else { return found }
      return StoryMatch.Matched(
        story: try statements.keeping(found.story, serial: found.serial), position: found.position,
        serial: found.serial, known: found.known)
    }
    try arrange(matched, into: &filed.filing, ledger)
    let making = FaceMaking(issue: filed.key, timeZone: timeZone, now: now)
    let pages = Set(try ledger.pages(of: filed.key).filter { $0.isPublic || !isPublishing }.map(\.number))
    for story in matched {
      let act = StoryFiling(
        matched: story, prepared: prepared.stories[story.position], issue: filed.key, pages: pages,
        place: "\(manuscript.date)/\(story.story.file)", making: making, isPublishing: isPublishing)
      filed.serials[story.story.file] = story.serial
      switch try act.file(ledger) {
      case .new:
        filed.filing.new.append(story.story.file)
        filed.new.append(story.serial)
      case .changed:
        filed.filing.changed.append(story.story.file)
        filed.changed.append(story.serial)
      case .same: filed.filing.same.append(story.story.file)
      }
    }
    let found = Set(matched.map(\.serial))
    filed.filing.vanished = known.filter { !found.contains($0.serial) }.map(\.file).sorted()
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
}

extension Filing {
  /// The issue itself is other than before; a new one stays new.
  mutating func markChanged() {
    if issueChange == .same { issueChange = .changed }
  }
}
