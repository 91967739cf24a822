package import Model

/// What stands where a story was withdrawn.
struct GoneView: View {
  var headline: Headline
  var language = ""
  var withdrawn: WithdrawnView
  /// Nil while the issue as a whole is taken back.
  var issue: LinkView?
  var page: LinkView?

  static let fields: [String: Field<GoneView>] = [
    "headline": .one { $0.headline },
    "lang": .text { $0.language },
    "withdrawn": .one { $0.withdrawn },
    "issue": .one { $0.issue },
    "page": .one { $0.page },
  ]
}

extension Renderer {
  /// A withdrawn story: 410, with when and why.
  package func gone(_ reading: ArticleReading, today: Day) -> Document {
    let article = reading.article
    let withdrawal = article.withdrawal ?? Withdrawal(date: article.day, reason: "")
    let heading = "\(words("withdrawn"))\(words("colon"))\(article.copy.headlineText)"
    var facts = Frame.Facts(title: titled(heading), heading: heading)
    facts.isHidden = true
    let issueLink = reading.issue.isPublic ? link(reading.issue) : nil
    let pageLink = reading.issue.isPublic ? reading.page.map { link($0, of: reading.issue) } : nil
    facts.places = [issueLink, pageLink].compactMap(\.self)
    let view = GoneView(
      headline: Headline(article.copy.headline), language: language(article.copy.language),
      withdrawn: WithdrawnView(
        date: dates.full(withdrawal.date), dateCode: "\(withdrawal.date)", reason: withdrawal.reason),
      issue: issueLink, page: pageLink)
    return page("gone", view, facts, today: today, status: 410, modified: article.modified)
  }
}
