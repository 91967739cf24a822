import Model

/// The answers of the read-only interface below `/api/v1/`. Their shapes are those of the OpenAPI document, which the
/// tests hold against each of them. Every key is always there; what is not known is null.
struct APIDocuments {
  let settings: Settings
  let links: PaperLinks
  /// The text of a story as HTML whose addresses are absolute.
  let html: (Body, [MediaName: Media]) -> String

  init(_ settings: Settings, html: @escaping (Body, [MediaName: Media]) -> String) {
    self.settings = settings
    self.links = PaperLinks(settings)
    self.html = html
  }

  func publication(latest: IssueHead?) -> JSON {
    let publication = settings.publication
    return .object([
      "name": .string(publication.name), "subtitle": .string(publication.subtitle),
      "kind": .string(publication.kind.rawValue), "language": .string(publication.language),
      "time_zone": .string(publication.timeZone), "frequency": .string(publication.frequency),
      "publisher": .string(publication.publisher), "supervisor": .string(publication.supervisor),
      "cn_number": .string(publication.cnNumber), "issn": .string(publication.issn),
      "permit_number": .string(publication.permitNumber), "founded": .string(publication.founded),
      "address": .string(publication.address), "phone": .string(publication.phone),
      "mail": .string(publication.mail), "copyright": .string(settings.footer.copyright),
      "url": .string(links.absolute(.front)), "latest_issue": latest.map(head) ?? .null,
    ])
  }

  /// Every issue, the newest first.
  func issues(_ heads: [IssueHead]) -> JSON { .object(["items": .array(heads.map(head))]) }

  func issue(_ reading: IssueReading) -> JSON {
    let pages = reading.pages.map { section in
      page(section.page, of: reading.issue, adding: ["stories": .array(section.stories.map(card))])
    }
    return .object([
      "issue": head(reading.issue), "pages": .array(pages), "unplaced": .array(reading.unplaced.map(card)),
      "previous": reading.previous.map(head) ?? .null, "next": reading.next.map(head) ?? .null,
    ])
  }

  func page(_ reading: PageReading) -> JSON {
    let stories = reading.stories.map { placed in
      JSON.object([
        "story": card(placed.card), "hotspots": .array(placed.hotspots.map(polygon)),
        "jump_to": placed.jumpTo.map(JSON.integer) ?? .null, "jump_from": placed.jumpFrom.map(JSON.integer) ?? .null,
      ])
    }
    return .object([
      "issue": head(reading.issue), "page": page(reading.page, of: reading.issue), "stories": .array(stories),
    ])
  }

  /// A run of stories by ascending serial, and where the next one begins; nil at the end.
  func articles(_ cards: [StoryCard], next: Int?, of query: ArticlesQuery) -> JSON {
    let link = next.map { JSON.string(settings.site.baseURL + query.link(after: $0)) }
    return .object([
      "items": .array(cards.map(card)), "next_after": next.map(JSON.integer) ?? .null, "next": link ?? .null,
    ])
  }

  /// The most read stories of a time, most first.
  func mostRead(_ reading: MostReadReading) -> JSON {
    let items = reading.entries.map { entry in
      JSON.object(["views": .integer(entry.views), "story": card(entry.card)])
    }
    return .object([
      "period": .string(reading.period.rawValue), "issue": reading.issue.map(head) ?? .null, "items": .array(items),
    ])
  }

  /// A story with its text as blocks, HTML and plain text. For one withdrawn, see `withdrawn`.
  func article(_ reading: ArticleReading) -> JSON {
    let article = reading.article
    let copy = article.copy
    let corrections = article.corrections.map {
      JSON.object([
        "date": .string("\($0.date)"), "text": .string($0.text), "kind": .string($0.kind.rawValue),
      ])
    }
    var media: [String: JSON] = [:]
    for (name, file) in reading.media { media[name.description] = self.media(file) }
    return .object([
      "serial": .integer(article.serial), "url": .string(links.article(serial: article.serial, day: article.day)),
      "api": .string(links.absolute(.api(.article(article.serial)))), "revision": .integer(article.revision),
      "published": .string(links.time(article.published)), "modified": .string(links.time(article.modified)),
      "kicker": .string(copy.kicker), "headline": strings(copy.headline), "subhead": .string(copy.subhead),
      "summary": .string(reading.summary), "bylines": bylines(copy.bylines), "source": .string(copy.source),
      "editor": .string(copy.editor), "section": .string(copy.section), "section_path": sectionPath(copy.section),
      "author_paths": authorPaths(copy.bylines), "keywords": strings(copy.keywords),
      "language": .string(links.language(copy.language)), "views": .integer(reading.views),
      "issue": head(reading.issue), "page": reading.page.map { page($0, of: reading.issue) } ?? .null,
      "hotspots": .array(reading.hotspots.map(polygon)), "jump_to": reading.jumpTo.map(JSON.integer) ?? .null,
      "corrections": .array(corrections), "body": copy.body.json,
      "html": .string(html(copy.body, reading.media)), "text": .string(copy.body.plainText), "media": .object(media),
      "previous": reading.previous.map(reference) ?? .null, "next": reading.next.map(reference) ?? .null,
    ])
  }

  /// What is said in the place of a story withdrawn.
  func withdrawn(_ withdrawal: Withdrawal, serial: Int) -> JSON {
    .object([
      "error": .object([
        "status": .integer(410), "code": .string("withdrawn"), "message": .string("This story was withdrawn."),
        "serial": .integer(serial), "date": .string("\(withdrawal.date)"), "reason": .string(withdrawal.reason),
      ])
    ])
  }
}
