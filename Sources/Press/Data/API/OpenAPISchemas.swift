import Model

extension OpenAPI {
  /// The shapes of what is answered, by name.
  static var schemas: [String: JSON] {
    [
      "Publication": publication, "Issue": issueHead, "IssueWithStories": issue, "Issues": issues,
      "Page": Schema.object(page, "A page of an issue"), "PageWithStories": pageWithStories,
      "PageWithHotspots": pageWithHotspots, "Story": story, "StoryReference": storyReference, "Articles": articles,
      "Article": article, "MostRead": mostRead, "Search": search, "Found": found, "Count": count, "Body": body,
      "Block": block, "Byline": byline, "Polygon": polygon,
      "Rendition": Schema.object(file, "A derived size or format of a picture"), "Media": media,
      "Withdrawal": withdrawal, "Correction": correction, "Error": error, "Withdrawn": withdrawn,
    ]
  }

  private static var publication: JSON {
    var fields: [String: JSON] = [
      "kind": Schema.choice(PublicationKind.allCases.map(\.rawValue)), "url": Schema.address,
      "latest_issue": Schema.optional(Schema.reference("Issue")),
    ]
    for name in [
      "name", "subtitle", "language", "time_zone", "frequency", "publisher", "supervisor", "cn_number", "issn",
      "permit_number", "founded", "address", "phone", "mail", "copyright",
    ] { fields[name] = Schema.text }
    return Schema.object(fields, "The paper itself. Empty text: not given.")
  }

  private static var issueHead: JSON {
    Schema.object(
      [
        "key": Schema.text(pattern: issueKeyPattern), "date": Schema.date,
        "kind": Schema.choice(IssueKind.allCases.map(\.rawValue)), "number": Schema.text(pattern: numberPattern),
        "total": Schema.text(pattern: numberPattern), "title": Schema.text, "page_count": Schema.whole(from: 0),
        "url": Schema.address, "api": Schema.address,
      ], "One number of the paper. `number` counts within the year, `total` for life; empty: not numbered.")
  }

  private static var issues: JSON {
    Schema.object(["items": Schema.list(Schema.reference("Issue"))], "Every issue, the newest first")
  }

  private static var issue: JSON {
    Schema.object(
      [
        "issue": Schema.reference("Issue"), "pages": Schema.list(Schema.reference("PageWithStories")),
        "unplaced": Schema.list(Schema.reference("Story")),
        "previous": Schema.optional(Schema.reference("Issue")), "next": Schema.optional(Schema.reference("Issue")),
      ], "An issue with its stories, page by page, then those on no page")
  }

  private static var page: [String: JSON] {
    [
      "number": Schema.whole(1...999), "name": Schema.text, "picture": Schema.optional(Schema.reference("Media")),
      "pdf": Schema.optional(Schema.reference("Media")), "url": Schema.address, "api": Schema.address,
    ]
  }

  private static var pageWithStories: JSON {
    let stories = ["stories": Schema.list(Schema.reference("Story"))]
    return Schema.object(page.merging(stories) { _, added in added }, "A page with its stories in order")
  }

  private static var pageWithHotspots: JSON {
    let placed = Schema.object(
      [
        "story": Schema.reference("Story"), "hotspots": Schema.list(Schema.reference("Polygon")),
        "jump_to": Schema.optional(Schema.whole(1...999)), "jump_from": Schema.optional(Schema.whole(1...999)),
      ], "A story with its place on the page, and the pages on which it goes on or from which it comes")
    return Schema.object(
      ["issue": Schema.reference("Issue"), "page": Schema.reference("Page"), "stories": Schema.list(placed)],
      "A page with the areas of its stories")
  }

  private static var polygon: JSON {
    let corner = JSON.object([
      "type": .string("array"), "minItems": .integer(2), "maxItems": .integer(2),
      "items": .object(["type": .string("number"), "minimum": .integer(0), "maximum": .integer(1)]),
    ])
    return Schema.list(corner, least: 3)
  }

  private static var file: [String: JSON] {
    [
      "name": Schema.text, "type": Schema.choice(MediaType.allCases.map(\.contentType)),
      "bytes": Schema.whole(from: 0), "width": Schema.whole(from: 0), "height": Schema.whole(from: 0),
      "url": Schema.address,
    ]
  }

  private static var media: JSON {
    let renditions = ["renditions": Schema.list(Schema.reference("Rendition"))]
    return Schema.object(
      file.merging(renditions) { _, added in added },
      "A file. Width and height in pixels, 0 for what has no size.")
  }

  private static var error: JSON {
    let fault = Schema.object(
      ["status": Schema.whole(400...599), "code": Schema.text, "message": Schema.text],
      "The code is short and never changes; the message is for people")
    return Schema.object(["error": fault], "Why there is no answer")
  }

  private static var withdrawn: JSON {
    let fault = Schema.object(
      [
        "status": Schema.whole(410...410), "code": Schema.choice(["withdrawn"]), "message": Schema.text,
        "serial": Schema.whole(from: 1), "date": Schema.date, "reason": Schema.text,
      ], "When and why")
    return Schema.object(["error": fault], "A story that was withdrawn")
  }
}
