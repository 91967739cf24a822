package import Model
import Store

/// An issue with all that can be made of its stories before it is filed, so that several can be made ready at once
/// while one is being filed.
package struct PreparedIssue: Sendable {
  package let manuscript: IssueManuscript
  /// In the order of the manuscript.
  let stories: [PreparedStory]

  init(_ manuscript: IssueManuscript, protectedTerms: [String]) {
    self.manuscript = manuscript
    stories = manuscript.stories.map { PreparedStory($0, protectedTerms: protectedTerms) }
  }
}

/// What is made of a story by pure rules alone.
struct PreparedStory: Sendable {
  /// Where the head of a text ends, with the paragraph that reaches it: several times the longest summary.
  private static let headBytes = 2_000

  let revision: NewRevision
  /// As written, else as made.
  let summary: String
  let shape: StoryShape
  let opening: [Block]
  let search: SearchEntry

  init(_ story: StoryManuscript, protectedTerms: [String]) {
    let copy = story.copy
    revision = NewRevision(copy)
    summary = PreparedStory.summary(of: copy, protectedTerms)
    shape = Opening.shape(of: copy)
    opening = Opening.blocks(of: copy)
    search = SearchEntry(copy)
  }

  /// From the head of the text; only where that gives none, from all of it.
  private static func summary(of copy: Copy, _ protectedTerms: [String]) -> String {
    guard copy.summary.isEmpty else { return copy.summary }
    let paragraphs = copy.body.paragraphs
    var bytes = 0
    let head = paragraphs.prefix { paragraph in
      defer { bytes += paragraph.utf8.count }
      return bytes < headBytes
    }
    let names = copy.bylines.map(\.name)
    let summary = Summary.make(paragraphs: Array(head), names: names, protected: protectedTerms)
    guard summary.isEmpty, head.count < paragraphs.count else { return summary }
    return Summary.make(paragraphs: paragraphs, names: names, protected: protectedTerms)
  }
}
