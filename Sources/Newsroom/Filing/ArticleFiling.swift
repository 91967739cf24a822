import Foundation
import Model
import Store

/// Shows a public article anew in its place, after its text or what is said of it has changed.
struct ArticleFiling {
  let ledger: Ledger
  let timeZone: TimeZone
  let protectedTerms: [String]
  let now: Date

  /// - change: sets what is other than it was; the rest stays as it was last filed.
  @discardableResult
  func file(
    _ article: PublishedArticle, _ change: (inout StoryManuscript) -> Void
  ) throws -> Filing.Change {
    let known = article.known
    var story = try StoryManuscript(
      filed: known.face?.filed ?? known.filed, file: known.file, serial: known.serial, copy: article.copy)
    change(&story)
    story = try DeskStatements(ledger: ledger, timeZone: timeZone).keeping(story, serial: known.serial)
    let place = "\(article.issue)/\(known.file)"
    let check = IssueManuscript(date: article.issue.date, stories: [story])
    try FilingCheck(manuscript: check).run()
    for reference in story.copy.body.media { try ManuscriptFiling.require(reference, place: place, ledger) }
    let filing = StoryFiling(
      matched: StoryMatch.Matched(
        story: story, position: known.face?.position ?? known.position, serial: known.serial, known: known),
      prepared: PreparedStory(story, protectedTerms: protectedTerms), issue: article.issue,
      pages: Set(try ledger.pages(of: article.issue).map(\.number)), place: place,
      making: FaceMaking(issue: article.issue, timeZone: timeZone, now: now), isPublishing: true)
    return try filing.file(ledger)
  }

  /// The hash of what readers see of an article: of its text and of what is said of it.
  static func hash(_ article: PublishedArticle) -> String {
    let face = article.known.face
    let state: JSON = .array([
      .integer(article.known.serial), .string(face?.hash ?? article.known.hash), .string(face?.filed ?? ""),
    ])
    return ContentHash.text(of: Array(state.text.utf8))
  }
}
