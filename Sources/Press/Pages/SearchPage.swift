package import Model

/// The search: its field, and what was found where something was looked for.
struct SearchView: View {
  var query: String
  /// The order where it is not the usual one.
  var sort = ""
  var answer: AnswerView?
  /// The shape of an answer, for the script that fills it where no server answers.
  var shape: AnswerView
  /// The address of that script.
  var engine: String

  static let fields: [String: Field<SearchView>] = [
    "query": .text { $0.query },
    "sort": .text { $0.sort },
    "answer": .one { $0.answer },
    "helps": .flag { ($0.answer?.results ?? []).isEmpty },
    "shape": .one { $0.shape },
    "engine": .text { $0.engine },
  ]
}

/// What was found, and the ways on from there.
struct AnswerView: View {
  var found: String
  /// What is to be known of the order.
  var note = ""
  var sorts: [LinkView] = []
  var results: [FoundView] = []
  var groups: [FacetGroupView] = []
  var next = ""

  static let fields: [String: Field<AnswerView>] = [
    "found": .text { $0.found },
    "note": .text { $0.note },
    "sorts": .many { $0.sorts },
    "results": .many { $0.results },
    "hasResults": .flag { !$0.results.isEmpty },
    "groups": .many { $0.groups },
    "hasGroups": .flag { !$0.groups.isEmpty },
    "next": .text { $0.next },
  ]
}

/// A story that was found, with the words marked that were looked for.
struct FoundView: View {
  var href: String
  var language = ""
  var headline: [MarkedText]
  var summary: [MarkedText]
  var facts: [String]

  static let fields: [String: Field<FoundView>] = [
    "href": .text { $0.href },
    "lang": .text { $0.language },
    "facts": .texts { $0.facts },
    "headline": .many { $0.headline },
    "summary": .many { $0.summary },
    "hasSummary": .flag { !$0.summary.isEmpty },
  ]
}

/// One way to narrow a search: years, sections or authors, each with its number of hits.
struct FacetGroupView: View {
  var name: String
  /// The operator of a query that sets it.
  var filter: String
  var entries: [FacetView]

  static let fields: [String: Field<FacetGroupView>] = [
    "name": .text { $0.name },
    "filter": .text { $0.filter },
    "entries": .many { $0.entries },
  ]
}

/// A value that a search can be narrowed to, or is narrowed to.
struct FacetView: View {
  var href: String
  var text: String
  var count: String
  var isSet = false

  static let fields: [String: Field<FacetView>] = [
    "href": .text { $0.href },
    "text": .text { $0.text },
    "count": .text { $0.count },
    "set": .flag { $0.isSet },
  ]
}

extension Renderer {
  /// The most values that one way of narrowing shows.
  static let facetsShownMax = 10

  /// The form, and what was found where something was looked for.
  package func search(_ reading: SearchReading?, today: Day) -> Document {
    let query = reading?.text ?? ""
    let heading = query.isEmpty ? words("search") : words("searchFor", ["query": query])
    var facts = Frame.Facts(title: titled(heading), heading: heading)
    facts.path = query.isEmpty ? Address.search.link : nil
    facts.isHidden = reading != nil
    facts.current = .search
    facts.structured = way([(words("search"), .search)])
    var view = SearchView(
      query: query, answer: reading.map(answer), shape: Renderer.shape(of: words), engine: assets.engine.path)
    if let sort = reading?.sort, sort != .relevance { view.sort = sort.rawValue }
    return page("search", view, facts, today: today, caching: reading == nil ? .page : .none)
  }

  private func answer(_ reading: SearchReading) -> AnswerView {
    let links = SearchLinks(text: reading.text, sort: reading.sort)
    var view = AnswerView(found: found(reading))
    guard reading.total > 0 else { return view }
    if reading.isRankedOverNewest, reading.sort == .relevance { view.note = words("rankedOverNewest") }
    view.sorts = SearchSort.allCases.map { sort in
      LinkView(href: links.sorted(by: sort), text: words("sort_\(sort.rawValue)"), isCurrent: sort == reading.sort)
    }
    view.results = reading.hits.map(found)
    view.groups = groups(reading, links)
    view.next = reading.next.map(links.following) ?? ""
    return view
  }

  private func found(_ hit: SearchHit) -> FoundView {
    FoundView(
      href: path(of: hit.card), language: language(hit.card.language), headline: hit.headline.map(MarkedText.init),
      summary: hit.snippet.map(MarkedText.init), facts: facts(of: hit.card))
  }

  /// `找到12篇，用时3毫秒`.
  private func found(_ reading: SearchReading) -> String {
    guard reading.total > 0 else { return words("foundNone", ["query": reading.text]) }
    let parts = reading.took.components
    let milliseconds = max(1, parts.seconds * 1_000 + parts.attoseconds / 1_000_000_000_000_000)
    return words.count("found", reading.total) + words("foundIn", ["ms": "\(milliseconds)"])
  }

  private func groups(_ reading: SearchReading, _ links: SearchLinks) -> [FacetGroupView] {
    SearchLinks.Filter.allCases.compactMap { filter in
      let (names, isSet) =
        switch filter {
        case .year: (reading.years, reading.query.year != nil)
        case .section: (reading.sections, reading.query.section != nil)
        case .author: (reading.authors, reading.query.author != nil)
        }
      let entries = names.prefix(Renderer.facetsShownMax).compactMap { entry in
        // A filter that is set leads back; a name that no query can say leads nowhere.
        (isSet ? links.without(filter) : links.with(filter, entry.name)).map { href in
          FacetView(href: href, text: entry.name, count: Numerals.grouped(entry.count), isSet: isSet)
        }
      }
      let shown = isSet ? Array(entries.prefix(1)) : entries
      guard !shown.isEmpty, isSet || names.count > 1 else { return nil }
      return FacetGroupView(name: words("facet_\(filter.rawValue)"), filter: filter.rawValue, entries: shown)
    }
  }

  /// One of everything that an answer may hold.
  private static func shape(of words: Words) -> AnswerView {
    let blank = [MarkedText(text: "…")]
    var shape = AnswerView(found: "…")
    shape.sorts = SearchSort.allCases.map { sort in
      LinkView(href: SearchLinks.link("", sort), text: words("sort_\(sort.rawValue)"))
    }
    shape.results = [FoundView(href: Address.search.link, headline: blank, summary: blank, facts: ["…"])]
    shape.groups = SearchLinks.Filter.allCases.map { filter in
      FacetGroupView(
        name: words("facet_\(filter.rawValue)"), filter: filter.rawValue,
        entries: [FacetView(href: Address.search.link, text: "…", count: "0")])
    }
    shape.next = Address.search.link
    return shape
  }
}
