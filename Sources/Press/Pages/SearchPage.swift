package import Model

/// The search: its field and what was found.
struct SearchView: View {
  var query: String
  var found: String
  var isAsked: Bool
  var results: [FoundView]

  static let fields: [String: Field<SearchView>] = [
    "query": .text { $0.query },
    "found": .text { $0.found },
    "asked": .flag { $0.isAsked },
    "results": .many { $0.results },
    "hasResults": .flag { !$0.results.isEmpty },
  ]
}

/// A story that was found, with the words marked that were looked for.
struct FoundView: View {
  var story: StoryView
  var headline: [MarkedText]
  var summary: [MarkedText]

  static let fields: [String: Field<FoundView>] = [
    "href": .text { $0.story.href },
    "lang": .text { $0.story.language },
    "facts": .texts { $0.story.facts },
    "headline": .many { $0.headline },
    "summary": .many { $0.summary },
    "hasSummary": .flag { !$0.summary.isEmpty },
  ]
}

extension Renderer {
  /// The form, and what was found where something was looked for.
  package func search(_ reading: SearchReading?, today: Day) -> Document {
    let query = reading?.query ?? ""
    let heading = query.isEmpty ? words("search") : words("searchFor", ["query": query])
    var facts = Frame.Facts(title: titled(heading), heading: heading)
    facts.path = query.isEmpty ? Address.search.link : nil
    facts.isHidden = reading != nil
    facts.current = .search
    facts.structured = way([(words("search"), .search)])
    let view = SearchView(
      query: query, found: reading.map(found) ?? "", isAsked: reading != nil,
      results: (reading?.stories ?? []).map { card in
        FoundView(
          story: listed(card, facts: self.facts(of: card)),
          headline: MarkedText.parts(of: Copy.joined(card.headline), marking: query),
          summary: MarkedText.parts(of: card.summary, marking: query))
      })
    return page("search", view, facts, today: today, caching: reading == nil ? .page : .none)
  }

  /// `找到12篇，用时3毫秒`.
  private func found(_ reading: SearchReading) -> String {
    guard reading.total > 0 else { return words("foundNone", ["query": reading.query]) }
    let parts = reading.took.components
    let milliseconds = max(1, parts.seconds * 1_000 + parts.attoseconds / 1_000_000_000_000_000)
    let count = words.count("found", reading.total)
    let shown = reading.stories.count < reading.total ? words.count("foundShown", reading.stories.count) : ""
    return count + words("foundIn", ["ms": "\(milliseconds)"]) + shown
  }
}
