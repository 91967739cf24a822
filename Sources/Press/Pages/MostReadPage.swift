package import Model

extension Renderer {
  /// The most read stories of a time, most first.
  package func mostRead(_ reading: MostReadReading, today: Day) -> Document {
    let heading = words("mostRead")
    let period = reading.period
    let named = period == .all ? heading : "\(heading)\(words("gap"))\(words(periodKey(period)))"
    var facts = Frame.Facts(title: titled(named), heading: named)
    facts.path = Address.mostRead(period).link
    facts.structured = way([(heading, .mostRead(.all))])
    let stories = reading.entries.map { entry in
      let card = entry.card
      let views = words.count("views", entry.views)
      let facts = [views, dates.full(card.issue.date), place(of: card)]
      return listed(card, facts: facts.filter { !$0.isEmpty })
    }
    var view = ListView(heading: heading, facts: words("viewsRuleShort"), stories: stories, isRanked: true)
    view.periods = ViewPeriod.allCases.map {
      LinkView(href: Address.mostRead($0).link, text: words(periodKey($0)), isCurrent: $0 == period)
    }
    return page("list", view, facts, today: today)
  }

  /// The key of a period's words: `过去24小时`.
  func periodKey(_ period: ViewPeriod) -> String { "period_\(period.rawValue)" }
}
