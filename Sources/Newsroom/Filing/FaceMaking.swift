import Foundation
import Model
import Store

/// Makes what readers see of a story from what was filed.
struct FaceMaking {
  let issue: IssueKey
  let timeZone: TimeZone
  let now: Date

  /// `earlier` is what was public before; `modified` moves only when the text, a correction or the withdrawal changed.
  func face(
    of matched: StoryMatch.Matched, _ prepared: PreparedStory, number: Int, facts: FiledFacts, earlier: KnownFace?
  ) throws -> PublicFace {
    let (story, copy) = (matched.story, matched.story.copy)
    let published = story.published ?? issue.date.start(in: timeZone)
    var modified = published
    if let earlier {
      let isSameText = try earlier.hash == prepared.revision.hash && facts.hasStatements(of: earlier.filed)
      modified = max(published, earlier.modified, isSameText ? earlier.modified : now)
    }
    return PublicFace(
      serial: matched.serial, issue: issue, position: matched.position, revision: number, filed: facts.text,
      copy: copy, published: published, modified: modified, isLead: story.lead, summary: prepared.summary,
      shape: prepared.shape, opening: prepared.opening, placements: story.placements, views: story.views,
      corrections: story.corrections, withdrawal: story.withdrawal, search: prepared.search)
  }
}
