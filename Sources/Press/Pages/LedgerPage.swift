package import Model

/// The public ledger of corrections and withdrawals.
struct LedgerView: View {
  struct Entry: View {
    var story: StoryView
    var date: String
    var dateCode: String
    var text: String
    /// What it is: a correction, a reply, a withdrawal.
    var label: String

    static let fields: [String: Field<Entry>] = [
      "story": .one { $0.story },
      "date": .text { $0.date },
      "dateCode": .text { $0.dateCode },
      "text": .text { $0.text },
      "label": .text { $0.label },
    ]
  }

  var heading: String
  var feed: String
  var entries: [Entry]

  static let fields: [String: Field<LedgerView>] = [
    "heading": .text { $0.heading },
    "feed": .text { $0.feed },
    "entries": .many { $0.entries },
    "hasEntries": .flag { !$0.entries.isEmpty },
  ]
}

extension Renderer {
  /// The ledger of corrections and withdrawals.
  package func corrections(_ reading: LedgerReading, today: Day) -> Document {
    let heading = words("corrections")
    var facts = Frame.Facts(title: titled(heading), heading: heading)
    facts.path = Address.corrections.link
    facts.structured = way([(heading, .corrections)])
    facts.feeds = FeedFormat.allCases.map {
      AlternateView($0, of: .corrections, title: "\(site.name) \(heading)")
    }
    let entries = reading.entries.map { entry in
      LedgerView.Entry(
        story: listed(entry.story, facts: self.facts(of: entry.story)), date: dates.full(entry.date),
        dateCode: "\(entry.date)", text: entry.text,
        label: words(entry.isWithdrawal ? "withdrawn" : entry.kind.rawValue))
    }
    let view = LedgerView(heading: heading, feed: Address.feed(.atom, .corrections).link, entries: entries)
    return page("corrections", view, facts, today: today)
  }
}
