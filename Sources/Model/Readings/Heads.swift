/// An issue as it is named in lists and heads.
package struct IssueHead: Sendable, Equatable {
  package let id: ID<Issue>
  package var key: IssueKey
  package var date: Day
  package var kind: IssueKind
  package var number: NumberRange?
  package var total: NumberRange?
  package var title: String
  /// How many pages it has (今日N版); 0 for an issue on the web only.
  package var pageCount: Int
  /// Whether it has an address; not while it is taken back as a whole.
  package var isPublic: Bool

  package init(
    id: ID<Issue>, key: IssueKey, date: Day, kind: IssueKind, number: NumberRange? = nil,
    total: NumberRange? = nil, title: String, pageCount: Int, isPublic: Bool = true
  ) {
    self.id = id
    self.key = key
    self.date = date
    self.kind = kind
    self.number = number
    self.total = total
    self.title = title
    self.pageCount = pageCount
    self.isPublic = isPublic
  }
}

/// A page as it is named in lists and heads.
package struct PageHead: Sendable, Equatable {
  package var number: Int
  package var name: String
  package var picture: Media?
  package var pdf: Media?

  package init(number: Int, name: String, picture: Media? = nil, pdf: Media? = nil) {
    self.number = number
    self.name = name
    self.picture = picture
    self.pdf = pdf
  }
}
