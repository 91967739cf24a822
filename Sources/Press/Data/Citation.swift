package import Model

/// How a story is cited.
package struct Citation: Sendable {
  let title: String
  /// In their one form, without white space between Han.
  let authors: [String]
  let paper: String
  let day: Day
  let page: Int?
  let issueNumber: String
  let issn: String
  let publisher: String
  let language: String
  let keywords: [String]
  let summary: String
  let serial: Int
  /// The permalink in full.
  let address: String

  /// Authors are those who wrote; where nobody is named so, all that the byline names but editors.
  package init(_ reading: ArticleReading, settings: Settings) { self.init(reading, links: PaperLinks(settings)) }

  init(_ reading: ArticleReading, links: PaperLinks) {
    let article = reading.article
    let (copy, publication) = (article.copy, links.settings.publication)
    let writers = copy.bylines.filter { [.reporter, .correspondent, .writer, .unnamed].contains($0.role) }
    let named = writers.isEmpty ? copy.bylines.filter { $0.role != .editor } : writers
    title = Citation.line(copy.headlineText)
    authors = named.map { Folding.name($0.name) }.filter { !$0.isEmpty }
    paper = Citation.line(publication.name)
    day = reading.issue.date
    page = reading.page?.number
    issueNumber = reading.issue.number?.description ?? ""
    issn = Citation.line(publication.issn)
    publisher = Citation.line(publication.publisher)
    language = links.language(copy.language)
    keywords = copy.keywords.map(Citation.line)
    summary = Citation.line(reading.summary)
    serial = article.serial
    address = links.article(serial: article.serial, day: article.day)
  }

  /// GB/T 7714—2015, 4.4 and 8.3, a story of a newspaper read online:
  /// `林汐. 两百条船回港过年　退大潮也靠得上岸[N/OL]. 海湾半月刊, 2026-03-05(1). https://….`
  ///
  /// At most three authors are named. The standard's date of citing is the reader's own and is left for the reader to
  /// add in square brackets behind the page.
  package var nationalStandard: String {
    let others = authors.joined().unicodeScalars.contains { $0.value > 0x2E7F } ? "等" : "et al"
    let named = authors.prefix(3).joined(separator: ", ") + (authors.count > 3 ? ", \(others)" : "")
    let place = page.map { "(\($0))" } ?? ""
    return (named.isEmpty ? "" : named + ". ") + "\(title)[N/OL]. \(paper), \(day)\(place). \(address)."
  }

  /// For the head of the page: names and contents of `<meta>` elements, as Zotero and Google Scholar read them.
  package var metaTags: [(name: String, content: String)] {
    var tags = [
      (name: "citation_title", content: title), (name: "citation_journal_title", content: paper),
      (name: "citation_publication_date", content: slashed),
      (name: "citation_language", content: language), (name: "citation_public_url", content: address),
    ]
    tags += authors.map { (name: "citation_author", content: $0) }
    if let page { tags.append((name: "citation_firstpage", content: String(page))) }
    let optional = [
      ("citation_issue", issueNumber), ("citation_issn", issn), ("citation_publisher", publisher),
      ("citation_keywords", keywords.joined(separator: "; ")),
    ]
    return tags + optional.filter { !$0.1.isEmpty }.map { (name: $0.0, content: $0.1) }
  }

  /// `2026/03/05`.
  private var slashed: String {
    [Day.padded(day.year, 4), Day.padded(day.month, 2), Day.padded(day.day, 2)].joined(separator: "/")
  }

  /// The citation as a file, in UTF-8.
  package func text(_ format: CitationFormat) -> String {
    switch format {
    case .bib: bibTeX
    case .ris: ris
    }
  }

  /// Whether a text is on one line already; some that are do not count.
  private static func isOneLine(_ text: String) -> Bool {
    var last: UInt8 = 0x20
    for byte in text.utf8 {
      switch byte {
      case 0...0x1F, 0x7F, 0xC2: return false
      // U+2028 and U+2029 end so.
      case 0xA8...0xA9 where last == 0x80: return false
      case 0x20 where last == 0x20: return false
      default: last = byte
      }
    }
    return text.isEmpty || last != 0x20
  }

  /// A text on one line: runs of white space and control characters are one space, a full-width space stays.
  private static func line(_ text: String) -> String {
    guard !isOneLine(text) else { return text }
    var out = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let isBreak =
        switch scalar.value {
        case 0...0x20, 0x7F...0xA0, 0x2028, 0x2029: true
        default: false
        }
      if !isBreak {
        out.append(scalar)
      } else if let last = out.last, last != " " {
        out.append(" ")
      }
    }
    if out.last == " " { out.removeLast() }
    return String(out)
  }
}
