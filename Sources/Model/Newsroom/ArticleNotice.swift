package import Foundation

/// 更正 or 答辩 as the newsroom keeps it: public on the article at once, and to be printed in an issue.
///
/// A correction stands in the next issue in an equal position (新出报刊[1999]859号, article 4).
package struct ArticleNotice: Sendable, Equatable {
  /// Characters of its text.
  package static let textMax = 1_000
  /// Characters of the place where it is due.
  package static let placeMax = 100

  package let id: ID<ArticleNotice>
  /// The serial of the article that it is about.
  package let article: Int
  package let kind: CorrectionKind
  package let text: String
  /// The day of the issue in which it is due; nil where it is not to be printed.
  package var dueIssue: Day?
  /// Where in it, as people say it: `第2版`. May be empty.
  package var duePlace: String
  package let person: ID<Person>
  package let made: Date
  /// The planned issue in which it stands, and its page; nil while it stands in none.
  package var plan: ID<IssuePlan>?
  package var page: Int?

  package init(
    id: ID<ArticleNotice>, article: Int, kind: CorrectionKind, text: String, dueIssue: Day? = nil,
    duePlace: String = "", person: ID<Person>, made: Date, plan: ID<IssuePlan>? = nil, page: Int? = nil
  ) {
    self.id = id
    self.article = article
    self.kind = kind
    self.text = text
    self.dueIssue = dueIssue
    self.duePlace = duePlace
    self.person = person
    self.made = made
    self.plan = plan
    self.page = page
  }
}

/// What is written when something published is corrected, or answered by whom it concerns.
package struct NoticeDraft: Sendable, Equatable {
  package var kind: CorrectionKind
  /// At most `ArticleNotice.textMax` characters; lines become one.
  package var text: String
  package var dueIssue: Day?
  package var duePlace: String

  package init(kind: CorrectionKind = .correction, text: String, dueIssue: Day? = nil, duePlace: String = "") {
    self.kind = kind
    self.text = text
    self.dueIssue = dueIssue
    self.duePlace = duePlace
  }
}
