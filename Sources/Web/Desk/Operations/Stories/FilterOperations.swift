import Model
import Newsroom
import Press

/// Filters of the story list that people keep.
enum FilterOperations {
  static let all: [DeskOperation] = [save, remove]

  private static let save = DeskOperation(
    OperationFacts(
      "save-filter", .post, "/filters", "Keep a filter of the story list under a name",
      fields: [
        OperationField("name", .text(max: SavedFilter.nameMax), isRequired: true, "Its name; the same is replaced"),
        OperationField("query", .text(max: 1_000), "As in the address of the list"),
      ], isMaking: true), page: "/stories"
  ) { call in
    let asked = QueryString(call.sent.text("query"))
    let query = StoryQuery { asked[$0] }
    try await call.room.desk.save(filter: call.sent.text("name"), query, as: try call.actor)
    return Outcome(
      kind: .created, place: query.encoded.isEmpty ? "/stories" : "/stories?" + query.encoded, done: "filter")
  }

  private static let remove = DeskOperation(
    OperationFacts(
      "remove-filter", .post, "/filters/{filter}/removal", "Forget a filter of one's own",
      places: [Fields.place("filter", "The filter")]), page: "/stories"
  ) { call in
    try await call.room.desk.remove(filter: call.sent.text("filter"), as: try call.actor)
    return Outcome(place: "/stories", done: "filter-removed")
  }
}
