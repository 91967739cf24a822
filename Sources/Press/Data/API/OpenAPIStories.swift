import Model

/// The shapes of stories.
extension OpenAPI {
  /// What a story says of itself in lists and on its own.
  private static var common: [String: JSON] {
    [
      "serial": Schema.whole(from: 1), "url": Schema.address, "api": Schema.address, "published": Schema.instant,
      "modified": Schema.instant, "kicker": Schema.text, "headline": Schema.list(Schema.text, least: 1),
      "subhead": Schema.text, "summary": Schema.text, "bylines": Schema.list(Schema.reference("Byline")),
      "source": Schema.text, "section": Schema.text,
      "section_path": Schema.optional(Schema.text), "author_paths": Schema.list(Schema.text),
      "keywords": Schema.list(Schema.text),
      "language": Schema.text, "views": Schema.whole(from: 0),
    ]
  }

  static var story: JSON {
    let own: [String: JSON] = [
      "is_lead": Schema.truth, "issue": Schema.text(pattern: issueKeyPattern),
      "page": Schema.optional(Schema.whole(1...999)), "picture": Schema.optional(Schema.reference("Media")),
      "picture_alternative": Schema.text, "withdrawal": Schema.optional(Schema.reference("Withdrawal")),
    ]
    return Schema.object(
      common.merging(own) { _, added in added },
      "A story as it stands in a list. Of one withdrawn only the headline is left.")
  }

  static var article: JSON {
    let own: [String: JSON] = [
      "revision": Schema.whole(from: 1), "editor": Schema.text, "issue": Schema.reference("Issue"),
      "page": Schema.optional(Schema.reference("Page")), "hotspots": Schema.list(Schema.reference("Polygon")),
      "jump_to": Schema.optional(Schema.whole(1...999)), "corrections": Schema.list(Schema.reference("Correction")),
      "body": Schema.reference("Body"), "html": Schema.text, "text": Schema.text,
      "media": .object(["type": .string("object"), "additionalProperties": Schema.reference("Media")]),
      "previous": Schema.optional(Schema.reference("StoryReference")),
      "next": Schema.optional(Schema.reference("StoryReference")),
    ]
    return Schema.object(
      common.merging(own) { _, added in added },
      "A story with its text as blocks, as HTML and as plain text; `media` has every file of the text by its name")
  }

  static var articles: JSON {
    Schema.object(
      [
        "items": Schema.list(Schema.reference("Story")), "next_after": Schema.optional(Schema.whole(from: 1)),
        "next": Schema.optional(Schema.address),
      ], "Stories by ascending serial; `next` leads to those after them, null at the end")
  }

  static var mostRead: JSON {
    let item = Schema.object(
      ["views": Schema.whole(from: 0), "story": Schema.reference("Story")],
      "A story and how often it was opened in that time; its own `views` are of all time")
    return Schema.object(
      [
        "period": Schema.choice(ViewPeriod.allCases.map(\.rawValue)),
        "issue": Schema.optional(Schema.reference("Issue")), "items": Schema.list(item),
      ], "The most read stories of a time, most first. Hours are counted in UTC, the present one among them.")
  }

  static var search: JSON {
    let names = Schema.list(Schema.reference("Count"))
    let facets = Schema.object(
      ["years": names, "sections": names, "authors": names],
      "Over all that was found: years from the newest, sections and authors from the fullest, the first of each")
    return Schema.object(
      [
        "total": Schema.whole(from: 0), "took_ms": Schema.number, "items": Schema.list(Schema.reference("Found")),
        "facets": facets, "next": Schema.optional(Schema.text),
      ],
      "One page of what was found. `total` is exact; `next` is the `cursor` of the following page, null at the end, "
        + "and following it visits every story once.")
  }

  static var found: JSON {
    Schema.object(
      [
        "serial": Schema.whole(from: 1), "url": Schema.address, "headline": Schema.text, "snippet": Schema.text,
        "date": Schema.date, "page": Schema.optional(Schema.whole(1...999)), "score": Schema.number,
      ],
      "A story that was found. `headline` is plain text, its lines as one; `snippet` is HTML, escaped, with what "
        + "matched in `mark`; `score` is 0 where it is not ranked.")
  }

  static var count: JSON {
    Schema.object(["name": Schema.text, "count": Schema.whole(from: 1)], "A name with its number of stories")
  }

  static var storyReference: JSON {
    Schema.object(
      [
        "serial": Schema.whole(from: 1), "headline": Schema.list(Schema.text, least: 1), "url": Schema.address,
        "api": Schema.address,
      ], "The story before or after another in its issue")
  }

  static var body: JSON {
    Schema.object(
      ["format": Schema.whole(from: 1), "blocks": Schema.list(Schema.reference("Block"))],
      "The text as blocks. Pass over a type that is not known: later formats add some.")
  }

  static var block: JSON {
    .object([
      "type": .string("object"), "properties": .object(["type": Schema.text]), "required": .array([.string("type")]),
      "description": .string(
        "One of paragraph, subheading, quote, list, table, figure, gallery, audio, video, verse, rule and note"),
    ])
  }

  static var byline: JSON {
    Schema.object(
      ["name": Schema.text, "role": Schema.choice(BylineRole.allCases.map(\.rawValue))],
      "A person and what they did; empty: named without a role")
  }

  static var withdrawal: JSON { Schema.object(["date": Schema.date, "reason": Schema.text], "When and why") }

  static var correction: JSON {
    Schema.object(
      ["date": Schema.date, "text": Schema.text, "kind": Schema.choice(CorrectionKind.allCases.map(\.rawValue))],
      "When, and what is right; or the reply of one whom the story concerns")
  }
}
