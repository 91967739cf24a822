package import Model

/// What a caller of `/api/v1/search` may ask.
package struct SearchParameters: Sendable, Equatable {
  /// How many hits may be asked for at once.
  package static let limits = 1...SearchRequest.limitMax

  private var text = ""
  private var sort = SearchSort.relevance
  private var limit = SearchRequest.limitUsual
  private var cursor: String?

  /// Reads names and values, already percent-decoded. Names that are not known are passed over; a known one must not
  /// stand twice. Any `q` is a query and any `cursor` a place.
  package init(_ pairs: [(name: String, value: String)]) throws(ArticlesQuery.Fault) {
    var seen: Set<String> = []
    for (name, value) in pairs {
      switch name {
      case "q": text = value
      case "cursor": cursor = value.isEmpty ? nil : value
      case "limit": limit = try ArticlesQuery.number(name, value, SearchParameters.limits)
      case "sort":
        guard let read = SearchSort(rawValue: value) else {
          let choices = SearchSort.allCases.map(\.rawValue).joined(separator: " or ")
          throw ArticlesQuery.Fault(parameter: name, message: "sort is \(choices).")
        }
        sort = read
      default: continue
      }
      guard seen.insert(name).inserted else {
        throw ArticlesQuery.Fault(parameter: name, message: "\(name) stands twice.")
      }
    }
  }

  /// The search that is asked for.
  package var request: SearchRequest { SearchRequest(text, sort: sort, limit: limit, cursor: cursor) }
}
