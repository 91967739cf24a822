import Model

extension StructuredData {
  /// `NewsArticle`, with the page and section of the printed paper and the issue it is part of.
  func newsArticle(
    _ reading: ArticleReading, at address: String, issue: [UInt8], into list: inout ScriptJSON
  ) {
    let article = reading.article
    let copy = article.copy
    let people = people(copy)
    list.object { out in
      out.add("@id", text: address)
      out.add("@type", text: "NewsArticle")
      out.add("alternativeHeadline", text: copy.subhead)
      out.add("articleSection", text: copy.section)
      out.add("author", printed: people["author"].map(ScriptJSON.printed) ?? printedPublisher)
      if let contributors = people["contributor"] { out.add("contributor", contributors) }
      let corrections = article.corrections.filter { $0.kind == .correction }
      if !corrections.isEmpty { out.add("correction", StructuredData.list(corrections)) }
      out.add("dateModified", text: links.time(article.modified))
      out.add("datePublished", text: links.time(article.published))
      out.add("description", text: reading.summary)
      if let editors = people["editor"] { out.add("editor", editors) }
      out.add("headline", text: copy.headlineText, evenEmpty: true)
      out.add("identifier", text: String(article.serial))
      let pictures = pictures(reading)
      if !pictures.isEmpty { out.add("image", .array(pictures)) }
      out.add("inLanguage", text: links.language(copy.language), evenEmpty: true)
      out.add("isAccessibleForFree", flag: true)
      out.add("isPartOf", printed: issue)
      out.add("keywords", text: copy.keywords.joined(separator: ","))
      out.add("mainEntityOfPage", text: address)
      if let page = reading.page {
        out.add("printPage", text: String(page.number))
        out.add("printSection", text: page.name)
      }
      out.add("publisher", printed: printedPublisher)
      if let translators = people["translator"] { out.add("translator", translators) }
      out.add("url", text: address)
    }
  }

  private static func list(_ corrections: [Correction]) -> JSON {
    .array(
      corrections.map {
        .object([
          "@type": .string("CorrectionComment"), "text": .string($0.text), "datePublished": .string("\($0.date)"),
        ])
      })
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

  /// What each story of an issue says of it.
  func printedReference(_ issue: IssueHead) -> [UInt8] { ScriptJSON.printed(issueReference(issue)) }

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

  var publisher: JSON { StructuredData.publisher(links) }

  static func publisher(_ links: PaperLinks) -> JSON {
    let publication = links.settings.publication
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
  private func people(_ copy: Copy) -> [String: JSON] {
    guard !copy.bylines.isEmpty || !copy.editor.isEmpty else { return [:] }
    func named(_ roles: [BylineRole]) -> [JSON] {
      copy.bylines.filter { roles.contains($0.role) }.map { person($0.name) }
    }
    let authors = named([.reporter, .correspondent, .writer, .unnamed])
    let contributors = named([.photographer, .illustrator])
    let others = authors.isEmpty ? [] : contributors
    let lists = [
      "author": authors.isEmpty ? contributors : authors, "contributor": others, "translator": named([.translator]),
      "editor": named([.editor]) + (copy.editor.isEmpty ? [] : [person(copy.editor)]),
    ]
    return lists.filter { !$0.value.isEmpty }.mapValues { .array($0) }
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
