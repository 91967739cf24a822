package import Model

/// What a page says of itself to machines: JSON-LD in the words of schema.org.
package struct StructuredData: Sendable {
  let settings: Settings
  var links: PaperLinks { PaperLinks(settings) }

  package init(settings: Settings) { self.settings = settings }

  /// One thing for the front: the paper.
  package func front() -> String { script([newspaper]) }

  /// An article's page: the story, and the way to it.
  package func article(_ reading: ArticleReading) -> String {
    let article = reading.article
    var way = [crumb(reading.issue)]
    if let page = reading.page { way.append(crumb(page, of: reading.issue)) }
    let address = links.article(serial: article.serial, day: article.day)
    return script([newsArticle(reading), breadcrumbs(way + [Crumb(name: article.copy.headlineText, address: address)])])
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
    StructuredData.escaped(JSON.object(["@context": .string("https://schema.org"), "@graph": .array(things)]).bytes)
  }

  /// JSON that is safe in HTML. These three characters stand in JSON only within strings.
  static func escaped(_ json: [UInt8]) -> String {
    guard json.contains(where: { $0 == 0x3C || $0 == 0x3E || $0 == 0x26 }) else {
      return String(decoding: json, as: UTF8.self)
    }
    var out: [UInt8] = []
    out.reserveCapacity(json.count + 64)
    for byte in json {
      switch byte {
      case 0x3C: out += #"\u003c"#.utf8
      case 0x3E: out += #"\u003e"#.utf8
      case 0x26: out += #"\u0026"#.utf8
      default: out.append(byte)
      }
    }
    return String(decoding: out, as: UTF8.self)
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
