package import Foundation

/// An issue as it comes in, before it is filed.
package struct IssueManuscript: Sendable, Equatable {
  package var date: Day
  package var kind: IssueKind = .regular
  package var number: NumberRange?
  package var total: NumberRange?
  package var title: String = ""
  /// By number, ascending; no number twice.
  package var pages: [PageManuscript] = []
  /// In the order of the issue: page by page, then those on no page. No file twice, no serial twice.
  package var stories: [StoryManuscript] = []

  package init(
    date: Day, kind: IssueKind = .regular, number: NumberRange? = nil, total: NumberRange? = nil,
    title: String = "", pages: [PageManuscript] = [], stories: [StoryManuscript] = []
  ) {
    self.date = date
    self.kind = kind
    self.number = number
    self.total = total
    self.title = title
    self.pages = pages
    self.stories = stories
  }
}

/// A page as it comes in.
package struct PageManuscript: Sendable, Equatable {
  /// 版次, 1 to 999.
  package var number: Int
  /// 版名.
  package var name: String = ""
  package var image: MediaReference?
  package var pdf: MediaReference?

  package init(number: Int, name: String = "", image: MediaReference? = nil, pdf: MediaReference? = nil) {
    self.number = number
    self.name = name
    self.image = image
    self.pdf = pdf
  }
}

/// A story as it comes in.
package struct StoryManuscript: Sendable, Equatable {
  /// Its file's name in the issue folder: with the issue it identifies a story without a serial.
  package var file: String
  package var serial: Int?
  package var copy: Copy
  /// Where it stands: its own page first, then the pages it jumps to. Empty for none.
  package var placements: [Placement] = []
  package var published: Date?
  /// Views counted elsewhere before; at least 0.
  package var views: Int = 0
  /// Old addresses, each beginning with a slash, with their query.
  package var aliases: [String] = []
  package var lead: Bool = false
  package var corrections: [Correction] = []
  package var withdrawal: Withdrawal?

  package init(
    file: String, serial: Int? = nil, copy: Copy, placements: [Placement] = [], published: Date? = nil,
    views: Int = 0, aliases: [String] = [], lead: Bool = false, corrections: [Correction] = [],
    withdrawal: Withdrawal? = nil
  ) {
    self.file = file
    self.serial = serial
    self.copy = copy
    self.placements = placements
    self.published = published
    self.views = views
    self.aliases = aliases
    self.lead = lead
    self.corrections = corrections
    self.withdrawal = withdrawal
  }
}

/// The place of a story on one page.
package struct Placement: Sendable, Hashable {
  package var page: Int
  /// 热区; empty when none is drawn.
  package var hotspots: [Polygon] = []
  /// 转版: the page on which it goes on.
  package var jump: Int?

  package init(page: Int, hotspots: [Polygon] = [], jump: Int? = nil) {
    self.page = page
    self.hotspots = hotspots
    self.jump = jump
  }
}

/// An old address and where it leads now (a line of `redirects.csv`).
package struct Redirect: Sendable, Hashable {
  /// What it leads to.
  package enum Target: Sendable, Hashable {
    case serial(Int)
    case story(issue: IssueKey, file: String)
    case issue(IssueKey)
    case media(MediaReference)
  }

  /// Begins with a slash; may carry a query.
  package var old: String
  package var target: Target

  package init(old: String, target: Target) {
    self.old = old
    self.target = target
  }
}
