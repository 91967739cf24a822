import Model
import Store

/// All that is stored of an issue, to be compared before and after.
struct IssueState {
  var issue: KnownIssue
  var pages: [KnownPage]
  /// By serial.
  var stories: [KnownStory]

  /// As it is in the store.
  static func read(_ issue: KnownIssue, _ ledger: Ledger) throws -> IssueState {
    IssueState(issue: issue, pages: try ledger.pages(of: issue.key), stories: try ledger.stories(of: issue.key))
  }

  /// What the record keeps of it: a SHA-256 that differs when anything does.
  var hash: String {
    let head = issue.issue
    let issueLine: JSON = .array([
      .string(issue.key.description), .string(head.kind.rawValue), .string(head.number?.description ?? ""),
      .string(head.total?.description ?? ""), .string(head.title), .boolean(issue.isPublic),
    ])
    let pageLines = pages.map { page in
      JSON.array([
        .integer(page.number), .string(page.name), .string(page.picture?.description ?? ""),
        .string(page.pdf?.description ?? ""), .boolean(page.isPublic),
      ])
    }
    let storyLines = stories.map { story in
      JSON.array([
        .integer(story.serial), .string(story.file), .integer(story.position), .string(story.hash),
        .string(story.filed), .string(story.face?.hash ?? ""), .string(story.face?.filed ?? ""),
        .integer(story.face?.position ?? -1),
      ])
    }
    let state: JSON = .array([issueLine, .array(pageLines), .array(storyLines)])
    return ContentHash.text(of: Array(state.text.utf8))
  }
}
