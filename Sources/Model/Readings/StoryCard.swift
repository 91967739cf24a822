package import Foundation

/// How a story is set on the front.
package enum StoryShape: String, Sendable {
  case news
  /// Opens with an 编者按.
  case note
  /// Opens with verse, or half its lines are verse.
  case verse
}

/// A story as it stands in a list.
package struct StoryCard: Sendable, Equatable {
  package let serial: Int
  /// The day in its permalink.
  package var day: Day
  package var published: Date
  package var modified: Date
  package var kicker: String
  package var headline: [String]
  package var subhead: String
  /// As written, else as made; may be empty.
  package var summary: String
  package var bylines: [Byline]
  package var source: String
  package var section: String
  package var keywords: [String]
  package var language: String
  package var isLead: Bool
  package var shape: StoryShape
  /// The first blocks of the text: paragraphs (at most about 300 characters), or the verse or note that makes its
  /// shape.
  package var opening: [Block]
  package var picture: Media?
  package var pictureAlternative: String
  package var pageNumber: Int?
  package var pageName: String
  package var issue: IssueHead
  package var views: Int
  package var withdrawal: Withdrawal?

  package init(
    serial: Int, day: Day, published: Date, modified: Date, kicker: String, headline: [String], subhead: String,
    summary: String, bylines: [Byline], source: String, section: String, keywords: [String], language: String,
    isLead: Bool, shape: StoryShape, opening: [Block], picture: Media? = nil, pictureAlternative: String,
    pageNumber: Int? = nil, pageName: String, issue: IssueHead, views: Int, withdrawal: Withdrawal? = nil
  ) {
    self.serial = serial
    self.day = day
    self.published = published
    self.modified = modified
    self.kicker = kicker
    self.headline = headline
    self.subhead = subhead
    self.summary = summary
    self.bylines = bylines
    self.source = source
    self.section = section
    self.keywords = keywords
    self.language = language
    self.isLead = isLead
    self.shape = shape
    self.opening = opening
    self.picture = picture
    self.pictureAlternative = pictureAlternative
    self.pageNumber = pageNumber
    self.pageName = pageName
    self.issue = issue
    self.views = views
    self.withdrawal = withdrawal
  }
}
