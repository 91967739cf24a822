package import Model

/// What a page says of itself to machines: JSON-LD in the words of schema.org.
package struct StructuredData: Sendable {
  let links: PaperLinks
  /// The publisher, printed once for all stories.
  let printedPublisher: [UInt8]

  package init(settings: Settings) { self.init(links: PaperLinks(settings)) }

  init(links: PaperLinks) {
    self.links = links
    printedPublisher = ScriptJSON.printed(StructuredData.publisher(links))
  }

  var settings: Settings { links.settings }

  /// One thing for the front: the paper.
  package func front() -> String { script([newspaper]) }

  /// An article's page: the story, and the way to it.
  ///
  /// - Parameter issue: what `printedReference` gives of its issue, where it is at hand.
  package func article(_ reading: ArticleReading, issue: [UInt8]? = nil) -> String {
    let article = reading.article
    var way = [crumb(reading.issue)]
    if let page = reading.page { way.append(crumb(page, of: reading.issue)) }
    let address = links.article(serial: article.serial, day: article.day)
    way.append(Crumb(name: article.copy.headlineText, address: address))
    var out = ScriptJSON()
    out.object { out in
      out.add("@context", text: "https://schema.org")
      out.add("@graph") { list in
        newsArticle(reading, at: address, issue: issue ?? printedReference(reading.issue), into: &list)
        breadcrumbs(way, into: &list)
      }
    }
    return String(decoding: out.bytes, as: UTF8.self)
  }

  /// An issue's page: the issue with its stories, and the way to it.
  package func issue(_ reading: IssueReading) -> String {
    script([publicationIssue(reading), breadcrumbs([crumb(reading.issue)])])
  }

  /// A page of an issue: the way to it.
  package func page(_ reading: PageReading) -> String {
    script([breadcrumbs([crumb(reading.issue), crumb(reading.page, of: reading.issue)])])
  }

  /// Any other page: the way to it, from below the front. Each step has a name and an address.
  package func way(_ steps: [(name: String, address: Address)]) -> String {
    script([breadcrumbs(steps.map { Crumb(name: $0.name, address: links.absolute($0.address)) })])
  }

  /// Things as the text of a `<script type="application/ld+json">`: `<`, `>` and `&` are escaped, so that no value can
  /// end the element or be read as anything else.
  func script(_ things: [JSON]) -> String {
    let json = JSON.object(["@context": .string("https://schema.org"), "@graph": .array(things)])
    return String(decoding: ScriptJSON.printed(json), as: UTF8.self)
  }
}

/// A step of the way from the front.
struct Crumb {
  let name: String
  /// In full.
  let address: String
}

extension StructuredData {
  func crumb(_ issue: IssueHead) -> Crumb { Crumb(name: "\(issue.key)", address: links.absolute(.issue(issue.key))) }

  func crumb(_ page: PageHead, of issue: IssueHead) -> Crumb {
    Crumb(
      name: Day.padded(page.number, 2) + (page.name.isEmpty ? "" : " \(page.name)"),
      address: links.absolute(.page(issue.key, page.number)))
  }

  /// The same as the other `breadcrumbs`, printed.
  func breadcrumbs(_ steps: [Crumb], into list: inout ScriptJSON) {
    list.object { out in
      out.add("@type", text: "BreadcrumbList")
      out.add("itemListElement") { list in
        let front = Crumb(name: settings.publication.name, address: links.absolute(.front))
        for (place, crumb) in ([front] + steps).enumerated() {
          list.object { out in
            out.add("@type", text: "ListItem")
            out.add("item", text: crumb.address, evenEmpty: true)
            out.add("name", text: crumb.name, evenEmpty: true)
            out.add("position", number: place + 1)
          }
        }
      }
    }
  }

  /// A `BreadcrumbList` that begins with the front.
  func breadcrumbs(_ steps: [Crumb]) -> JSON {
    let all = [Crumb(name: settings.publication.name, address: links.absolute(.front))] + steps
    let items = all.enumerated().map { place, crumb in
      JSON.object([
        "@type": .string("ListItem"), "position": .integer(place + 1), "name": .string(crumb.name),
        "item": .string(crumb.address),
      ])
    }
    return .object(["@type": .string("BreadcrumbList"), "itemListElement": .array(items)])
  }
}
