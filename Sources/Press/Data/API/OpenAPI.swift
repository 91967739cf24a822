import Model

/// `/api/v1/openapi.json`: the interface described in OpenAPI 3.1, what anyone may read and what the newsroom may do.
enum OpenAPI {
  /// As `IssueKey` prints.
  static let issueKeyPattern =
    "^[0-9]{4}-[0-9]{2}-[0-9]{2}(-(regular|combined|extra|supplement)(-[0-9]{1,7}(-[0-9]{1,7})?)?)?$"
  /// As `NumberRange` prints, or nothing.
  static let numberPattern = "^([0-9]{1,7}(-[0-9]{1,7})?)?$"

  static func document(settings: Settings, desk: [OperationFacts] = []) -> JSON {
    let schemas = schemas.merging(recordSchemas) { own, _ in own }
    var components: [String: JSON] = ["schemas": .object(schemas)]
    if !desk.isEmpty {
      components = [
        "schemas": .object(schemas.merging(deskSchemas) { own, _ in own }), "securitySchemes": deskSecurity,
      ]
    }
    let paths = paths.merging(deskPaths(desk)) { own, _ in own }.merging(recordPath(settings)) { own, _ in own }
    return .object([
      "openapi": .string("3.1.0"),
      "info": .object([
        "title": .string(settings.publication.name), "version": .string("1"),
        "description": .string(
          "Everything the paper has published, to read. Answers carry an ETag; send it back as If-None-Match and an "
            + "unchanged answer is 304 without a body. Times are in the paper's time zone, with their offset."),
      ]),
      "servers": .array([.object(["url": .string(settings.site.baseURL + "/api/v1")])]),
      "paths": .object(paths),
      "components": .object(components),
    ])
  }

  private static var paths: [String: JSON] {
    [
      "/publication": get("publication", "The paper itself", answer: "Publication"),
      "/issues": get("issues", "Every issue, the newest first", answer: "Issues"),
      "/issues/{key}": get(
        "issue", "An issue with its stories", [issueKey], answer: "IssueWithStories", mayMiss: true),
      "/issues/{key}/pages/{number}": get(
        "page", "A page with the areas of its stories", [issueKey, pageNumber], answer: "PageWithHotspots",
        mayMiss: true),
      "/articles": get(
        "articles", "Stories by ascending serial, a run at a time", articlesParameters, answer: "Articles"),
      "/articles/{serial}": get(
        "article", "A story with its text", [serial], answer: "Article", mayMiss: true, mayBeWithdrawn: true),
      "/most-read": get(
        "most-read", "The most read stories of a time, most first", mostReadParameters, answer: "MostRead",
        mayMiss: true),
      "/search": get("search", "Stories in which words stand", searchParameters, answer: "Search"),
      "/openapi.json": get("openapi", "This document", answer: nil),
    ]
  }

  private static func get(
    _ name: String, _ summary: String, _ parameters: [JSON] = [], answer: String?, mayMiss: Bool = false,
    mayBeWithdrawn: Bool = false
  ) -> JSON {
    let schema = answer.map(Schema.reference) ?? .object(["type": .string("object")])
    var responses: [String: JSON] = [
      "200": response("The answer", schema), "304": .object(["description": .string("Not changed")]),
      "405": response("Only GET and HEAD are offered", Schema.reference("Error")),
    ]
    if !parameters.isEmpty {
      responses["400"] = response("A parameter is not understood", Schema.reference("Error"))
    }
    if mayMiss { responses["404"] = response("There is none", Schema.reference("Error")) }
    if mayBeWithdrawn { responses["410"] = response("The story was withdrawn", Schema.reference("Withdrawn")) }
    return .object([
      "get": .object([
        "operationId": .string(name), "summary": .string(summary), "parameters": .array(parameters),
        "responses": .object(responses),
      ])
    ])
  }

  static func response(_ description: String, _ schema: JSON) -> JSON {
    .object([
      "description": .string(description),
      "content": .object(["application/json": .object(["schema": schema])]),
    ])
  }

  private static var issueKey: JSON {
    parameter(
      "key", in: "path", "Its date; a second issue of that date has its kind and number behind it",
      Schema.text(pattern: issueKeyPattern))
  }

  private static var pageNumber: JSON { parameter("number", in: "path", "The page", Schema.whole(1...999)) }

  private static var serial: JSON {
    parameter("serial", in: "path", "The story's number for life", Schema.whole(1...ArticlesQuery.serials.upperBound))
  }

  private static var articlesParameters: [JSON] {
    let name = Schema.text(characters: 1...ArticlesQuery.nameMax)
    return [
      parameter("after", in: "query", "Only stories with a higher serial", Schema.whole(ArticlesQuery.serials)),
      parameter(
        "limit", in: "query", "How many at most; \(ArticlesQuery.limitStandard) when not given",
        Schema.whole(ArticlesQuery.limits)),
      parameter("section", in: "query", "Only stories of this section", name),
      parameter("author", in: "query", "Only stories whose byline has this name", name),
      parameter("year", in: "query", "Only stories of issues of this year", Schema.whole(ArticlesQuery.years)),
    ]
  }

  private static var mostReadParameters: [JSON] {
    [
      parameter(
        "period", in: "query", "The last 24 hours, 7 days or 30 days, or all; all when not given",
        Schema.choice(ViewPeriod.allCases.map(\.rawValue))),
      parameter("issue", in: "query", "Only stories of this issue", Schema.text(pattern: issueKeyPattern)),
      parameter(
        "limit", in: "query", "How many at most; \(MostReadQuery.limitStandard) when not given",
        Schema.whole(MostReadQuery.limits)),
    ]
  }

  private static var searchParameters: [JSON] {
    [
      parameter(
        "q", in: "query",
        "Words that must all stand in a story, \"a phrase\", -without, title:, author:, section:, page:, year:, "
          + "before: and after:; what is not understood is a word. The first \(SearchQuery.textMax) characters are "
          + "read.",
        Schema.text),
      parameter(
        "sort", in: "query", "Relevance when not given; date: the newest first",
        Schema.choice(SearchSort.allCases.map(\.rawValue))),
      parameter(
        "limit", in: "query", "How many at most; \(SearchRequest.limitUsual) when not given",
        Schema.whole(SearchParameters.limits)),
      parameter(
        "cursor", in: "query", "What `next` of the answer before gave; any other text is the first page", Schema.text),
    ]
  }

  private static func parameter(_ name: String, in place: String, _ description: String, _ schema: JSON) -> JSON {
    .object([
      "name": .string(name), "in": .string(place), "required": .boolean(place == "path"),
      "description": .string(description), "schema": schema,
    ])
  }
}
