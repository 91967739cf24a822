import Model

/// The parts that the answers are made of.
extension APIDocuments {
  func head(_ issue: IssueHead) -> JSON {
    .object([
      "key": .string(issue.key.description), "date": .string("\(issue.date)"), "kind": .string(issue.kind.rawValue),
      "number": .string(issue.number?.description ?? ""), "total": .string(issue.total?.description ?? ""),
      "title": .string(issue.title), "page_count": .integer(issue.pageCount),
      "url": .string(links.absolute(.issue(issue.key))), "api": .string(links.absolute(.api(.issue(issue.key)))),
    ])
  }

  func page(_ page: PageHead, of issue: IssueHead, adding more: [String: JSON] = [:]) -> JSON {
    let own: [String: JSON] = [
      "number": .integer(page.number), "name": .string(page.name), "picture": page.picture.map(media) ?? .null,
      "pdf": page.pdf.map(media) ?? .null, "url": .string(links.absolute(.page(issue.key, page.number))),
      "api": .string(links.absolute(.api(.page(issue.key, page.number)))),
    ]
    return .object(own.merging(more) { _, added in added })
  }

  /// A story as it stands in a list. Of one withdrawn the headline stays, and the rest of its text is empty.
  func card(_ card: StoryCard) -> JSON {
    let isPublic = card.withdrawal == nil
    let withdrawal = card.withdrawal.map {
      JSON.object(["date": .string("\($0.date)"), "reason": .string($0.reason)])
    }
    return .object([
      "serial": .integer(card.serial), "url": .string(links.article(card)),
      "api": .string(links.absolute(.api(.article(card.serial)))),
      "published": .string(links.time(card.published)), "modified": .string(links.time(card.modified)),
      "kicker": .string(isPublic ? card.kicker : ""), "headline": strings(card.headline),
      "subhead": .string(isPublic ? card.subhead : ""), "summary": .string(isPublic ? card.summary : ""),
      "bylines": bylines(isPublic ? card.bylines : []), "source": .string(card.source),
      "section": .string(card.section), "section_path": sectionPath(card.section),
      "author_paths": authorPaths(isPublic ? card.bylines : []), "keywords": strings(isPublic ? card.keywords : []),
      "language": .string(links.language(card.language)), "is_lead": .boolean(card.isLead),
      "issue": .string(card.issue.key.description), "page": card.pageNumber.map(JSON.integer) ?? .null,
      "picture": isPublic ? card.picture.map(media) ?? .null : .null,
      "picture_alternative": .string(isPublic ? card.pictureAlternative : ""), "views": .integer(card.views),
      "withdrawal": withdrawal ?? .null,
    ])
  }

  /// The story before or after another.
  func reference(_ card: StoryCard) -> JSON {
    .object([
      "serial": .integer(card.serial), "headline": strings(card.headline), "url": .string(links.article(card)),
      "api": .string(links.absolute(.api(.article(card.serial)))),
    ])
  }

  func media(_ media: Media) -> JSON {
    let renditions = media.renditions.map {
      file($0.name, bytes: $0.bytes, width: $0.width, height: $0.height)
    }
    let own = file(media.name, bytes: media.bytes, width: media.width, height: media.height)
    guard case .object(let values) = own else { return own }
    return .object(values.merging(["renditions": .array(renditions)]) { _, added in added })
  }

  private func file(_ name: MediaName, bytes: Int, width: Int, height: Int) -> JSON {
    .object([
      "name": .string(name.description), "type": .string(name.type.contentType), "bytes": .integer(bytes),
      "width": .integer(width), "height": .integer(height), "url": .string(links.media(name)),
    ])
  }

  /// Corners as pairs of x and y, 0 to 1 from the top left of the page.
  func polygon(_ polygon: Polygon) -> JSON {
    .array(polygon.corners.map { .array([.number($0.x), .number($0.y)]) })
  }

  func bylines(_ bylines: [Byline]) -> JSON {
    .array(bylines.map { .object(["name": .string(Folding.name($0.name)), "role": .string($0.role.rawValue)]) })
  }

  /// The page of a section, as a path; null without a section.
  func sectionPath(_ section: String) -> JSON {
    section.isEmpty ? .null : .string(Address.section(section, page: 1).link)
  }

  /// The pages of those named, as paths, none twice.
  func authorPaths(_ bylines: [Byline]) -> JSON {
    var seen: Set<String> = []
    let names = bylines.map { Folding.name($0.name) }.filter { !$0.isEmpty && seen.insert($0).inserted }
    return strings(names.map { Address.author($0, page: 1).link })
  }

  func strings(_ texts: [String]) -> JSON { .array(texts.map(JSON.string)) }
}
