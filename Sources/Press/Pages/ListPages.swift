package import Model

/// A list of stories under a name: of a section, an author, or the most read.
struct ListView: View {
  var heading: String
  var facts: String
  var stories: [StoryView]
  /// Whether the place in the list means a rank.
  var isRanked = false
  /// The same list over other times.
  var periods: [LinkView] = []
  var pager: PagerView?
  var feed = ""

  static let fields: [String: Field<ListView>] = [
    "heading": .text { $0.heading },
    "facts": .text { $0.facts },
    "stories": .many { $0.stories },
    "hasStories": .flag { !$0.stories.isEmpty },
    "ranked": .flag { $0.isRanked },
    "periods": .many { $0.periods },
    "hasPeriods": .flag { !$0.periods.isEmpty },
    "pager": .one { $0.pager },
    "feed": .text { $0.feed },
  ]
}

/// The way through the pages of a list.
struct PagerView: View {
  var back: String
  var forth: String
  var at: String

  static let fields: [String: Field<PagerView>] = [
    "back": .text { $0.back },
    "forth": .text { $0.forth },
    "at": .text { $0.at },
  ]
}

/// Names with the number of stories behind each.
struct NamesView: View {
  struct Entry: View {
    var href: String
    var name: String
    var count: String
    var countLabel: String

    static let fields: [String: Field<Entry>] = [
      "href": .text { $0.href },
      "name": .text { $0.name },
      "count": .text { $0.count },
      "countLabel": .text { $0.countLabel },
    ]
  }

  var heading: String
  var facts: String
  var names: [Entry]

  static let fields: [String: Field<NamesView>] = [
    "heading": .text { $0.heading },
    "facts": .text { $0.facts },
    "entries": .many { $0.names },
  ]
}

extension Renderer {
  /// Every section with the number of its stories.
  package func sections(_ names: [NameCount], today: Day) -> Document {
    self.names(names, "sections", .sections, countKey: "sectionCount", today: today) { .section($0, page: 1) }
  }

  /// Every author with the number of stories.
  package func authors(_ names: [NameCount], today: Day) -> Document {
    self.names(names, "authors", .authors, countKey: "authorCount", today: today) { .author($0, page: 1) }
  }

  /// One page of a section's stories.
  package func section(_ reading: ListReading, today: Day) -> Document {
    list(reading, in: "sections", .sections, feed: .section(reading.name), today: today) {
      .section(reading.name, page: $0)
    }
  }

  /// One page of an author's stories.
  package func author(_ reading: ListReading, today: Day) -> Document {
    list(reading, in: "authors", .authors, feed: .author(reading.name), today: today) {
      .author(reading.name, page: $0)
    }
  }

  /// When and where a story stood: `2026年3月5日`, `第01版 要闻`.
  func facts(of card: StoryCard) -> [String] {
    [dates.full(card.issue.date), place(of: card), credits(card.bylines).map(\.text).joined(separator: " ")]
      .filter { !$0.isEmpty }
  }

  func place(of card: StoryCard) -> String {
    card.pageNumber.map { dates.page($0, card.pageName) } ?? dates.number(card.issue)
  }

  private func list(
    _ reading: ListReading, in key: String, _ parent: Address, feed: FeedScope, today: Day,
    address: (Int) -> Address
  ) -> Document {
    let paging = words("listPage", ["n": "\(reading.page)"])
    let heading = reading.page > 1 ? "\(reading.name)\(words("gap"))\(paging)" : reading.name
    var facts = Frame.Facts(title: titled(heading), heading: heading)
    facts.path = address(reading.page).link
    facts.places = [LinkView(href: parent.link, text: words(key))]
    facts.structured = way([(words(key), parent), (reading.name, address(1))])
    facts.feeds = [AlternateView(.atom, of: feed, title: "\(site.name) \(reading.name)")]
    var view = ListView(
      heading: reading.name, facts: words.count("storyCount", reading.total),
      stories: reading.stories.map { listed($0, facts: self.facts(of: $0)) })
    view.feed = Address.feed(.atom, feed).link
    if reading.pageCount > 1 {
      view.pager = PagerView(
        back: reading.page > 1 ? address(reading.page - 1).link : "",
        forth: reading.page < reading.pageCount ? address(reading.page + 1).link : "",
        at: words("listPageOf", ["n": "\(reading.page)", "of": "\(reading.pageCount)"]))
    }
    return page("list", view, facts, today: today)
  }

  private func names(
    _ names: [NameCount], _ key: String, _ own: Address, countKey: String, today: Day, address: (String) -> Address
  ) -> Document {
    let heading = words(key)
    var facts = Frame.Facts(title: titled(heading), heading: heading)
    facts.path = own.link
    facts.structured = way([(heading, own)])
    let entries = names.map {
      NamesView.Entry(
        href: address($0.name).link, name: $0.name, count: Numerals.grouped($0.count),
        countLabel: words.count("storyCount", $0.count))
    }
    let view = NamesView(heading: heading, facts: words.count(countKey, names.count), names: entries)
    return page("names", view, facts, today: today)
  }
}
