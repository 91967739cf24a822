import Foundation
import Model
import Store

/// Makes what readers see of a story from what was filed.
struct FaceMaking {
  /// Where the head of a text ends, with the paragraph that reaches it: several times the longest summary.
  private static let headBytes = 2_000

  let issue: IssueKey
  let timeZone: TimeZone
  let protectedTerms: [String]
  let now: Date

  /// `earlier` is what was public before; `modified` moves only when the text, a correction or the withdrawal changed.
  func face(
    of matched: StoryMatch.Matched, revision: NewRevision, number: Int, facts: FiledFacts, earlier: KnownFace?
  ) throws -> PublicFace {
    let (story, copy) = (matched.story, matched.story.copy)
    let published = story.published ?? issue.date.start(in: timeZone)
    var modified = published
    if let earlier {
      let isSameText = try earlier.hash == revision.hash && facts.hasStatements(of: earlier.filed)
      modified = max(published, earlier.modified, isSameText ? earlier.modified : now)
    }
    return PublicFace(
      serial: matched.serial, issue: issue, position: matched.position, revision: number, filed: facts.text,
      copy: copy, published: published, modified: modified, isLead: story.lead, summary: summary(of: copy),
      shape: Opening.shape(of: copy), opening: Opening.blocks(of: copy), placements: story.placements,
      views: story.views, corrections: story.corrections, withdrawal: story.withdrawal)
  }

  /// From the head of the text; only where that gives none, from all of it.
  private func summary(of copy: Copy) -> String {
    guard copy.summary.isEmpty else { return copy.summary }
    let paragraphs = copy.body.paragraphs
    var bytes = 0
    let head = paragraphs.prefix { paragraph in
      defer { bytes += paragraph.utf8.count }
      return bytes < FaceMaking.headBytes
    }
    let names = copy.bylines.map(\.name)
    let summary = Summary.make(paragraphs: Array(head), names: names, protected: protectedTerms)
    guard summary.isEmpty, head.count < paragraphs.count else { return summary }
    return Summary.make(paragraphs: paragraphs, names: names, protected: protectedTerms)
  }
}
