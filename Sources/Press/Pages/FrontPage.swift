package import Model

/// An issue with all its stories: the front, and an issue's own page.
struct FrontView: View {
  var isEmpty = false
  /// On an issue's own page the paper's name is not the heading.
  var isIssue = false
  var heading = ""
  var date = ""
  var dateCode = ""
  var weekday = ""
  var numbers = ""
  var issueTitle = ""
  var pageCount = ""
  var sheets: [SheetView] = []
  var lead: StoryView?
  var beside: BandView?
  var bands: [BandView] = []
  var mostRead: [StoryView] = []
  var chart: LinkView?
  var turn: TurnView?

  static let fields: [String: Field<FrontView>] = [
    "isEmpty": .flag { $0.isEmpty },
    "isIssue": .flag { $0.isIssue },
    "heading": .text { $0.heading },
    "date": .text { $0.date },
    "dateCode": .text { $0.dateCode },
    "weekday": .text { $0.weekday },
    "numbers": .text { $0.numbers },
    "issueTitle": .text { $0.issueTitle },
    "pageCount": .text { $0.pageCount },
    "sheets": .many { $0.sheets },
    "hasSheets": .flag { !$0.sheets.isEmpty },
    "hasMany": .flag { $0.sheets.count > FrontPlan.sheetsMax },
    "hasPictures": .flag { $0.sheets.contains { $0.picture != nil } },
    "lead": .one { $0.lead },
    "isAlone": .flag { $0.beside == nil },
    "beside": .one { $0.beside },
    "bands": .many { $0.bands },
    "mostRead": .many { $0.mostRead },
    "chart": .one { $0.chart },
    "hasMostRead": .flag { !$0.mostRead.isEmpty },
    "turn": .one { $0.turn },
  ]
}

/// The stories of a page under its folio.
struct BandView: View {
  var id: String
  var folio = ""
  var name = ""
  var href = ""
  var label = ""
  /// The first, set large.
  var top: StoryView?
  /// 副刊: an essay whose title stands, and verse.
  var essay: StoryView?
  var poem: StoryView?
  var rest: [StoryView] = []

  static let fields: [String: Field<BandView>] = [
    "id": .text { $0.id },
    "folio": .text { $0.folio },
    "name": .text { $0.name },
    "href": .text { $0.href },
    "label": .text { $0.label },
    "top": .one { $0.top },
    "essay": .one { $0.essay },
    "poem": .one { $0.poem },
    "rest": .many { $0.rest },
    "hasRest": .flag { !$0.rest.isEmpty },
  ]
}

extension Renderer {
  /// The latest issue; without one, an empty paper with its name.
  package func front(_ reading: IssueReading?, today: Day) -> Document {
    var facts = Frame.Facts(title: site.name, heading: site.name, description: frontDescription(reading))
    facts.path = Address.front.link
    facts.image = links.absolute(.shareImage)
    facts.bodyClass = "front"
    facts.isFront = true
    facts.structured = structured.front()
    facts.names = [PairView(name: "twitter:card", content: "summary")]
    guard let reading else { return page("front", FrontView(isEmpty: true), facts, today: today) }
    facts.places = [reading.previous].compactMap { $0 }.map { turnLink("previousIssue", $0) }
    return page("front", frontView(reading, isIssue: false), facts, today: today)
  }

  /// An issue at its own address.
  package func issue(_ reading: IssueReading, today: Day) -> Document {
    let heading = dates.titled(reading.issue)
    var facts = Frame.Facts(title: titled(heading), heading: heading, description: frontDescription(reading))
    facts.path = Address.issue(reading.issue.key).link
    facts.image = links.absolute(.shareImage)
    facts.bodyClass = "front past"
    facts.structured = structured.issue(reading)
    facts.names = [PairView(name: "twitter:card", content: "summary")]
    facts.places = [("previousIssue", reading.previous), ("nextIssue", reading.next)].compactMap { key, issue in
      issue.map { turnLink(key, $0) }
    }
    facts.feeds = [AlternateView(.atom, of: .issue(reading.issue.key), title: "\(site.name) \(heading)")]
    return page("front", frontView(reading, isIssue: true), facts, today: today)
  }

  /// `上一期` with its full name for those who do not see where it stands.
  private func turnLink(_ key: String, _ issue: IssueHead) -> LinkView {
    LinkView(
      href: Address.issue(issue.key).link, text: words(key), label: "\(words(key)) \(dates.titled(issue))")
  }

  private func frontDescription(_ reading: IssueReading?) -> String {
    let publication = settings.publication
    guard let reading else { return publication.subtitle }
    let all = reading.pages.flatMap(\.stories) + reading.unplaced
    let heads = all.filter { $0.withdrawal == nil }.prefix(3).map { Copy.joined($0.headline) }
    return ([dates.titled(reading.issue)] + heads).joined(separator: words("listGap"))
  }

  private func frontView(_ reading: IssueReading, isIssue: Bool) -> FrontView {
    let issue = reading.issue
    var view = FrontView(isIssue: isIssue, heading: dates.titled(issue))
    view.date = dates.full(issue.date)
    view.dateCode = "\(issue.date)"
    view.weekday = dates.weekday(issue.date)
    view.numbers = dates.numbers(issue)
    view.issueTitle = issue.title
    view.pageCount = issue.pageCount > 0 ? words.count(isIssue ? "pageCount" : "pageCountToday", issue.pageCount) : ""
    let sizes = "(min-width: 78em) 5rem, (min-width: 48em) 4rem, 36px"
    view.sheets = reading.pages.map { sheet($0.page, of: issue, sizes: sizes) }
    var (bands, lead) = FrontPlan.parted(reading, others: words("otherStories"))
    if let lead {
      view.lead = story(lead.card, as: .lead, sizes: "(min-width: 64em) 47rem, 100vw", isEager: true)
      let place = bands.remove(at: lead.band)
      let isBare = place.stories.isEmpty && place.page == nil
      view.beside = isBare ? nil : beside(place, of: issue, isTall: view.lead?.picture != nil)
    }
    view.bands = bands.filter { !$0.stories.isEmpty }.map { band($0, of: issue) }
    view.mostRead = reading.mostRead.map { listed($0, facts: []) }
    view.chart = reading.hasViewChart ? chart(at: .issueViewChart(issue.key)) : nil
    view.turn = turn(previous: reading.previous, next: reading.next)
    return view
  }

  func turn(previous: IssueHead?, next: IssueHead?) -> TurnView {
    func side(_ key: String, _ issue: IssueHead?) -> TurnView.Side {
      TurnView.Side(
        label: words(key), href: issue.map { Address.issue($0.key).link }, text: issue.map(dates.named) ?? "")
    }
    return TurnView(
      label: words("issueTurn"), back: side("previousIssue", previous), forth: side("nextIssue", next))
  }
}
