import Foundation
import Model
import Store

/// What the newsroom says of a public story: its corrections, replies and withdrawal. Filing the same story again does
/// not take them away.
struct DeskStatements {
  let ledger: Ledger
  let timeZone: TimeZone

  /// A manuscript of a known story, with what the newsroom says of it beside what it says itself.
  func keeping(_ story: StoryManuscript, serial: Int) throws -> StoryManuscript {
    var story = story
    for notice in try ledger.notices(ofArticle: serial) {
      let correction = correction(notice)
      if !story.corrections.contains(correction) { story.corrections.append(correction) }
    }
    if story.withdrawal == nil { story.withdrawal = try ledger.withdrawal(ofArticle: serial)?.withdrawal }
    return story
  }

  /// As readers see it: dated by the day on which it was made, where the paper appears.
  func correction(_ notice: ArticleNotice) -> Correction {
    Correction(date: Day(notice.made, in: timeZone), text: notice.text, kind: notice.kind)
  }
}
