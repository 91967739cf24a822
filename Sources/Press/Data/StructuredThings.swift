import Model

extension StructuredData {
  /// `NewsArticle`, with the page and section of the printed paper and the issue it is part of.
  func newsArticle(_ reading: ArticleReading) -> JSON {
    let article = reading.article
    let copy = article.copy
    let address = links.article(serial: article.serial, day: article.day)
    var thing: [String: JSON] = [
      "@type": .string("NewsArticle"), "@id": .string(address), "url": .string(address),
      "mainEntityOfPage": .string(address), "identifier": .string(String(article.serial)),
      "headline": .string(copy.headlineText), "datePublished": .string(links.time(article.published)),
      "dateModified": .string(links.time(article.modified)),
      "inLanguage": .string(links.language(copy.language)), "isAccessibleForFree": .boolean(true),
      "publisher": publisher, "isPartOf": issueReference(reading.issue),
    ]
    StructuredData.set("alternativeHeadline", copy.subhead, in: &thing)
    StructuredData.set("description", reading.summary, in: &thing)
    StructuredData.set("articleSection", copy.section, in: &thing)
    StructuredData.set("keywords", copy.keywords.joined(separator: ","), in: &thing)
    if let page = reading.page {
      thing["printPage"] = .string(String(page.number))
      StructuredData.set("printSection", page.name, in: &thing)
    }
    people(copy, into: &thing)
    let pictures = pictures(reading)
    if !pictures.isEmpty { thing["image"] = .array(pictures) }
    let corrections = article.corrections.filter { $0.kind == .correction }
    if !corrections.isEmpty {
      thing["correction"] = .array(
        corrections.map {
          .object([
            "@type": .string("CorrectionComment"), "text": .string($0.text), "datePublished": .string("\($0.date)"),
          ])
        })
    }
    return .object(thing)
  }

  /// `PublicationIssue` with its stories.
  func publicationIssue(_ reading: IssueReading) -> JSON {
    guard case .object(var thing) = issueReference(reading.issue) else { return .null }
    let stories = reading.pages.flatMap(\.stories) + reading.unplaced
    thing["hasPart"] = .array(
      stories.filter { $0.withdrawal == nil }.map { card in
        var part: [String: JSON] = [
          "@type": .string("NewsArticle"), "@id": .string(links.article(card)), "url": .string(links.article(card)),
          "headline": .string(Copy.joined(card.headline)), "datePublished": .string(links.time(card.published)),
        ]
        if let number = card.pageNumber { part["printPage"] = .string(String(number)) }
        return .object(part)
      })
    return .object(thing)
  }

  /// `Newspaper`.
  var newspaper: JSON {
    let publication = settings.publication
    let front = links.absolute(.front)
    var thing: [String: JSON] = [
      "@type": .string("Newspaper"), "@id": .string(front + "#newspaper"), "url": .string(front),
      "name": .string(publication.name), "inLanguage": .string(publication.language), "publisher": publisher,
    ]
    StructuredData.set("alternateName", publication.subtitle, in: &thing)
    StructuredData.set("issn", publication.issn, in: &thing)
    return .object(thing)
  }

  private func issueReference(_ issue: IssueHead) -> JSON {
    let address = links.absolute(.issue(issue.key))
    var thing: [String: JSON] = [
      "@type": .string("PublicationIssue"), "@id": .string(address), "url": .string(address),
      "datePublished": .string("\(issue.date)"), "isPartOf": newspaper,
    ]
    if let number = issue.number { thing["issueNumber"] = .string(number.description) }
    StructuredData.set("name", issue.title, in: &thing)
    return .object(thing)
  }

  private var publisher: JSON {
    let publication = settings.publication
    let name = publication.publisher.isEmpty ? publication.name : publication.publisher
    var thing: [String: JSON] = [
      "@type": .string("NewsMediaOrganization"), "name": .string(name), "url": .string(links.absolute(.front)),
      "logo": .object(["@type": .string("ImageObject"), "url": .string(links.absolute(.icon))]),
    ]
    StructuredData.set("address", publication.address, in: &thing)
    StructuredData.set("telephone", publication.phone, in: &thing)
    StructuredData.set("email", publication.mail, in: &thing)
    return .object(thing)
  }

  /// Those who wrote are authors, those who made pictures contribute; a story of nobody is by the paper.
  private func people(_ copy: Copy, into thing: inout [String: JSON]) {
    func named(_ roles: [BylineRole]) -> [JSON] {
      copy.bylines.filter { roles.contains($0.role) }.map { person($0.name) }
    }
    let authors = named([.reporter, .correspondent, .writer, .unnamed])
    let contributors = named([.photographer, .illustrator])
    thing["author"] =
      if !authors.isEmpty { .array(authors) } else if !contributors.isEmpty { .array(contributors) } else { publisher }
    if !authors.isEmpty, !contributors.isEmpty { thing["contributor"] = .array(contributors) }
    let translators = named([.translator])
    if !translators.isEmpty { thing["translator"] = .array(translators) }
    let editors = named([.editor]) + (copy.editor.isEmpty ? [] : [person(copy.editor)])
    if !editors.isEmpty { thing["editor"] = .array(editors) }
  }

  private func person(_ name: String) -> JSON {
    let name = Folding.name(name)
    return .object([
      "@type": .string("Person"), "name": .string(name), "url": .string(links.absolute(.author(name, page: 1))),
    ])
  }

  private func pictures(_ reading: ArticleReading) -> [JSON] {
    reading.article.copy.body.figures.compactMap { figure in
      guard case .stored(let name) = figure.media, let media = reading.media[name], media.width > 0 else { return nil }
      var thing: [String: JSON] = [
        "@type": .string("ImageObject"), "url": .string(links.media(name)), "width": .integer(media.width),
        "height": .integer(media.height),
      ]
      StructuredData.set("caption", figure.caption, in: &thing)
      StructuredData.set("creditText", figure.credit, in: &thing)
      return .object(thing)
    }
  }

  private static func set(_ key: String, _ text: String, in thing: inout [String: JSON]) {
    if !text.isEmpty { thing[key] = .string(text) }
  }
}
