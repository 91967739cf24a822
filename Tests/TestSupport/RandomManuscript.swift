import Foundation
package import Model

extension Dice {
  /// An issue that can be filed: pages, stories with and without serials, placements with hotspots and jumps,
  /// corrections, a withdrawal at times. Its bodies point only to the files given.
  package mutating func manuscript(
    date: Day? = nil, stories: ClosedRange<Int> = 1...8, media: [MediaName] = []
  )
    -> IssueManuscript
  {
    var issue = IssueManuscript(date: date ?? recentDay())
    issue.title = once(in: 3) ? line(1...8) : ""
    issue.number = NumberRange(first: number(1...24), last: 24)
    issue.pages = (0..<number(0...4)).map { PageManuscript(number: $0 + 1, name: line(1...4)) }
    for index in issue.pages.indices where once(in: 3) && !media.isEmpty {
      issue.pages[index].image = .stored(one(of: media))
    }
    let count = number(stories)
    issue.stories = (0..<count).map { index in
      story(file: "\(Day.padded(index + 1, 2))-story.md", pages: issue.pages.count, media: media)
    }
    return issue
  }

  /// A story with a text of every kind of block.
  package mutating func story(file: String, pages: Int, media: [MediaName]) -> StoryManuscript {
    var story = StoryManuscript(file: file, copy: filedCopy(media: media))
    if pages > 0, !once(in: 5) {
      let own = number(1...pages)
      let next = number(1...pages)
      story.placements = [Placement(page: own, hotspots: some(0...2) { $0.polygon() }, jump: next == own ? nil : next)]
      if next != own { story.placements.append(Placement(page: next, hotspots: some(0...1) { $0.polygon() })) }
    }
    if once(in: 2) { story.published = Date(timeIntervalSince1970: Double(number(1_600_000_000...1_800_000_000))) }
    story.views = once(in: 2) ? number(1...500_000) : 0
    story.aliases = some(0...2) { "/old/\($0.number(1...1_000_000_000)).htm" }
    story.lead = once(in: 6)
    story.corrections = some(0...2) { dice in
      Correction(date: dice.recentDay(), text: dice.line(1...20), kind: dice.once(in: 3) ? .reply : .correction)
    }
    if once(in: 8) { story.withdrawal = Withdrawal(date: recentDay(), reason: line(1...20)) }
    return story
  }

  package mutating func recentDay() -> Day {
    Day(year: number(2020...2027), month: number(1...12), day: number(1...28)) ?? day()
  }

  /// A polygon within the page.
  package mutating func polygon() -> Polygon {
    let corners = some(3...12) { dice in
      Point(x: Double.random(in: 0...1, using: &dice), y: Double.random(in: 0...1, using: &dice))
    }
    return Polygon(corners) ?? polygon()
  }

  /// Text without control characters that is not all white space.
  package mutating func line(_ range: ClosedRange<Int>) -> String {
    "文" + text(range).filter { !$0.isNewline && $0 != "\t" }
  }

  private mutating func filedCopy(media: [MediaName]) -> Copy {
    var copy = copy()
    copy.kicker = once(in: 2) ? line(1...6) : ""
    copy.headline = some(1...3) { $0.line(1...12) }
    copy.subhead = once(in: 2) ? line(1...10) : ""
    copy.source = line(1...4)
    copy.editor = name()
    copy.section = one(of: ["要闻", "本地", "教育/体育", "副刊", ""])
    copy.keywords = some(0...3) { $0.line(1...4) }
    copy.summary = once(in: 3) ? line(4...40) : ""
    copy.body = copy.body.blocks.isEmpty ? Body([.paragraph([.text(line(1...40))])]) : copy.body
    guard !media.isEmpty else {
      copy.body = Body(copy.body.blocks.filter { Body([$0]).media.isEmpty })
      return copy
    }
    let name = one(of: media)
    copy.body = copy.body.replacingMedia { _ in .stored(name) }
    return copy
  }
}
