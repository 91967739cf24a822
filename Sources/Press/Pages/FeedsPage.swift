package import Model

/// The feeds that the paper offers.
struct FeedsView: View {
  struct Row: View {
    var name: String
    var links: [LinkView]

    static let fields: [String: Field<Row>] = [
      "name": .text { $0.name },
      "links": .many { $0.links },
    ]
  }

  var heading: String
  var paperFeeds: [LinkView]
  var rows: [Row]

  static let fields: [String: Field<FeedsView>] = [
    "heading": .text { $0.heading },
    "paperFeeds": .many { $0.paperFeeds },
    "rows": .many { $0.rows },
    "hasRows": .flag { !$0.rows.isEmpty },
  ]
}

extension Renderer {
  /// The feeds that there are.
  ///
  /// - Parameter sections: those that have feeds of their own.
  package func feedsPage(sections: [NameCount], today: Day) -> Document {
    let heading = words("feeds")
    var facts = Frame.Facts(title: titled(heading), heading: heading)
    facts.path = Address.feeds.link
    facts.structured = way([(heading, .feeds)])
    let corrections = words("corrections")
    let view = FeedsView(
      heading: heading, paperFeeds: links(to: .paper, of: site.name),
      rows: [FeedsView.Row(name: corrections, links: links(to: .corrections, of: corrections))]
        + sections.map { FeedsView.Row(name: $0.name, links: links(to: .section($0.name), of: $0.name)) })
    return page("feeds", view, facts, today: today)
  }

  private func links(to scope: FeedScope, of name: String) -> [LinkView] {
    [(FeedFormat.atom, "Atom"), (.rss, "RSS"), (.json, "JSON Feed")].map { format, text in
      LinkView(href: Address.feed(format, scope).link, text: text, label: "\(name) \(text)")
    }
  }
}
