/// What the hits of a search are ordered by; the raw value stands in addresses.
package enum SearchSort: String, Sendable, CaseIterable {
  case relevance
  /// The newest first.
  case date
}

/// One page of a search, as it is asked for.
package struct SearchRequest: Sendable, Equatable {
  /// The most hits of one page.
  package static let limitMax = 100
  /// The hits of one page where nothing else is asked for.
  package static let limitUsual = 20

  package let query: SearchQuery
  /// As typed, at most `SearchQuery.textMax` characters.
  package let text: String
  package let sort: SearchSort
  /// 1 to `limitMax`.
  package let limit: Int
  /// What `SearchReading.next` gave; nil for the first page. One that is none is the first page too.
  package let cursor: String?

  /// Takes any text and any numbers; what is beyond a limit is cut to it.
  package init(
    _ text: String, sort: SearchSort = .relevance, limit: Int = SearchRequest.limitUsual, cursor: String? = nil
  ) {
    self.text = String(text.prefix(SearchQuery.textMax))
    query = SearchQuery(text)
    self.sort = sort
    self.limit = max(1, min(limit, SearchRequest.limitMax))
    self.cursor = cursor
  }
}
