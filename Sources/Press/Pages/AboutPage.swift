package import Model

/// What the paper is, how it counts, which addresses stay, and how it can be read.
struct AboutView: View {
  var heading: String
  var subtitle: String
  var facts: [PairView]
  var viewsRule: String
  var addresses: [PairView]
  var mail: String

  static let fields: [String: Field<AboutView>] = [
    "heading": .text { $0.heading },
    "subtitle": .text { $0.subtitle },
    "facts": .many { $0.facts },
    "viewsRule": .text { $0.viewsRule },
    "addresses": .many { $0.addresses },
    "contact": .text { $0.mail },
  ]
}

extension Renderer {
  /// What the paper is.
  ///
  /// - Parameter issues: every issue, the newest first.
  package func about(issues: [IssueHead], today: Day) -> Document {
    let heading = words("about")
    var facts = Frame.Facts(title: titled(heading), heading: heading, description: settings.publication.subtitle)
    facts.path = Address.about.link
    facts.structured = way([(heading, .about)])
    let view = AboutView(
      heading: site.name, subtitle: settings.publication.subtitle, facts: register(issues),
      viewsRule: viewsRule, addresses: addresses(issues.first), mail: settings.publication.mail)
    return page("about", view, facts, today: today)
  }

  /// How views are counted, with the paper's own figures.
  private var viewsRule: String {
    let views = settings.views
    let burst = views.burstPerMinuteMax > 0 ? words.count("viewsRuleBurst", views.burstPerMinuteMax) : ""
    guard views.repeatMinutes > 0 else { return words("viewsRuleAlways", ["burst": burst]) }
    return words("viewsRule", ["minutes": words.count("viewsRuleMinutes", views.repeatMinutes), "burst": burst])
  }

  private func register(_ issues: [IssueHead]) -> [PairView] {
    let publication = settings.publication
    var pairs: [(String, String)] = [
      ("aboutPublisher", publication.publisher), ("supervisor", publication.supervisor),
      ("aboutCN", publication.cnNumber), ("aboutISSN", publication.issn), ("permit", publication.permitNumber),
      ("aboutFrequency", publication.frequency),
      ("aboutFounded", Day(publication.founded).map(dates.full) ?? publication.founded),
    ]
    if let latest = issues.first, let oldest = issues.last {
      pairs.append(("aboutIssues", words.count("issueCount", issues.count)))
      pairs.append(("aboutSpan", "\(dates.full(oldest.date)) – \(dates.full(latest.date))"))
    }
    pairs += [("address", publication.address), ("phone", publication.phone), ("mail", publication.mail)]
    return pairs.filter { !$0.1.isEmpty }.map { PairView(name: words($0.0), content: $0.1) }
  }

  /// By the example of the latest issue; those of issues are left out where there is none.
  private func addresses(_ latest: IssueHead?) -> [PairView] {
    let base = settings.site.baseURL
    var pairs = [("addressArticle", base + settings.site.permalink.description)]
    if let key = latest?.key {
      pairs += [
        ("addressIssue", links.absolute(.issue(key))), ("addressPage", links.absolute(.page(key, 1))),
        ("addressArchive", links.absolute(.archive(key.date.year))),
      ]
    }
    pairs.append(("addressFeed", links.absolute(.feed(.atom, .paper))))
    return pairs.map { PairView(name: words($0.0), content: $0.1) }
  }
}
