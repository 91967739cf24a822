package import Foundation

/// An issue that is being put together. Nothing of it is public before it is published as a whole.
package struct IssuePlan: Sendable, Equatable {
  /// Characters of an issue's own title.
  package static let titleMax = 100

  package let id: ID<IssuePlan>
  package var date: Day
  package var kind: IssueKind
  package var number: NumberRange?
  package var total: NumberRange?
  package var title: String
  package var state: IssuePlanState
  /// When it is to be published, to the minute; only while it is scheduled.
  package var due: Date?
  /// Who signed it for publication.
  package var signer: ID<Person>?
  /// The key of the issue that it became.
  package var issue: IssueKey?
  /// By number, ascending.
  package var pages: [PlannedPage]
  package var changed: Date

  package init(
    id: ID<IssuePlan>, date: Day, kind: IssueKind = .regular, number: NumberRange? = nil, total: NumberRange? = nil,
    title: String = "", state: IssuePlanState = .open, due: Date? = nil, signer: ID<Person>? = nil,
    issue: IssueKey? = nil, pages: [PlannedPage] = [], changed: Date
  ) {
    self.id = id
    self.date = date
    self.kind = kind
    self.number = number
    self.total = total
    self.title = title
    self.state = state
    self.due = due
    self.signer = signer
    self.issue = issue
    self.pages = pages
    self.changed = changed
  }
}

/// How far an issue is. The raw value stands in tables.
package enum IssuePlanState: String, Sendable, CaseIterable {
  case open, scheduled, published
  /// Taken back as a whole; it may be put right and published again.
  case rolledBack = "rolled-back"
}

/// A page of a planned issue.
package struct PlannedPage: Sendable, Equatable {
  /// 版次, 1 to 999.
  package var number: Int
  /// 版名.
  package var name: String
  package var picture: MediaName?
  package var pdf: MediaName?
  /// How many characters the page takes; nil where it is not counted.
  package var room: Int?

  package init(number: Int, name: String, picture: MediaName? = nil, pdf: MediaName? = nil, room: Int? = nil) {
    self.number = number
    self.name = name
    self.picture = picture
    self.pdf = pdf
    self.room = room
  }
}
