package import Model

/// What the pages of the stories of one issue have in common, made once for all of them. Without it each page makes
/// its own; the bytes are the same.
package struct IssueCommons: Sendable {
  /// Stories as they are listed beside others, by serial.
  let listed: [Int: StoryView]
  let date: String
  let numbers: String
  let link: LinkView
  /// See `StructuredData.printedReference`.
  let reference: [UInt8]

  fileprivate init(_ issue: IssueHead, listed: [Int: StoryView], _ renderer: Renderer) {
    self.listed = listed
    date = renderer.dates.withWeekday(issue.date)
    numbers = renderer.dates.numbers(issue)
    link = renderer.link(issue)
    reference = renderer.structured.printedReference(issue)
  }
}

extension Renderer {
  /// For the stories of an issue.
  package func commons(of whole: WholeIssue) -> IssueCommons {
    let cards = whole.issue.pages.flatMap(\.stories) + whole.issue.unplaced
    let views = cards.map { card in
      // As they are read for the page of a story: without their openings.
      var card = card
      card.opening = []
      var view = listed(card, facts: [])
      view.kept = PrintedParts()
      return (card.serial, view)
    }
    return IssueCommons(whole.issue.issue, listed: Dictionary(uniqueKeysWithValues: views), self)
  }

  /// For one story alone.
  func commons(of issue: IssueHead) -> IssueCommons { IssueCommons(issue, listed: [:], self) }
}
