import Foundation
import Model
import Store

/// Makes of a plan the issue as it is filed.
struct PlannedManuscript {
  let ledger: Ledger
  let plan: IssuePlan
  let now: Date

  /// - copies: the text of each story by its number.
  func make(_ stories: [Story], copies: [Int: Copy]) throws -> IssueManuscript {
    var manuscript = IssueManuscript(
      date: plan.date, kind: plan.kind, number: plan.number, total: plan.total, title: plan.title)
    manuscript.pages = plan.pages.map { page in
      PageManuscript(
        number: page.number, name: page.name, image: page.picture.map(MediaReference.stored),
        pdf: page.pdf.map(MediaReference.stored))
    }
    let known = try PlannedManuscript.known(plan, ledger)
    var taken = Set(try known.map { try ledger.stories(of: $0.key).map(\.file) } ?? [])
    manuscript.stories = try stories.compactMap { story in
      guard let copy = copies[story.number] else { return nil }
      return try self.story(story, copy, &taken)
    }
    return manuscript
  }

  /// The issue that a plan is, or would become part of; nil for a new one. Throws `Refusal` where several could be
  /// meant.
  static func known(_ plan: IssuePlan, _ ledger: Ledger) throws -> KnownIssue? {
    if let key = plan.issue { return try ledger.issue(key) }
    let head = IssueManuscript(date: plan.date, kind: plan.kind, number: plan.number, total: plan.total)
    return try IssueMatch.find(head, among: try ledger.issues(on: plan.date))
  }

  /// A story that was public keeps its file, its old addresses, its views, its time and the marks on its page.
  private func story(_ story: Story, _ copy: Copy, _ taken: inout Set<String>) throws -> StoryManuscript {
    var made: StoryManuscript
    if let serial = story.serial, let article = try ledger.article(serial) {
      let filed = article.known.face?.filed ?? article.known.filed
      made = try StoryManuscript(filed: filed, file: article.known.file, serial: serial, copy: copy)
      made.withdrawal = nil
    } else {
      made = StoryManuscript(file: PlannedManuscript.file(story.number, &taken), copy: copy)
      made.published = now
    }
    made.lead = story.place?.isLead ?? false
    if made.placements.first?.page != story.place?.page {
      made.placements = story.place?.page.map { [Placement(page: $0)] } ?? []
    }
    let pages = Set(plan.pages.map(\.number))
    made.placements = made.placements.filter { pages.contains($0.page) }.map { placement in
      let jump = placement.jump.flatMap { pages.contains($0) ? $0 : nil }
      return Placement(page: placement.page, hotspots: placement.hotspots, jump: jump)
    }
    return made
  }

  /// `s000123.md` for story 123; where an imported story has that name, with a number behind it.
  private static func file(_ number: Int, _ taken: inout Set<String>) -> String {
    let name = "s\(Day.padded(number, 6))"
    var file = name + ".md"
    var next = 2
    while !taken.insert(file).inserted {
      file = "\(name)-\(next).md"
      next += 1
    }
    return file
  }
}
