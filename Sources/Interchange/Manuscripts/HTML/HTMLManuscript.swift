import Markup
import Model

/// An HTML file: its article where the page says which part that is, else its whole body.
enum HTMLManuscript {
  static func read(_ text: String, name: String, limits: ManuscriptLimits) throws(Unreadable) -> ReadManuscript {
    let (text, embedded) = DataAddress.takenOut(of: text)
    let page = HTMLPage(try HTMLPage.tree(text))
    var reader = HTMLReader(limits: limits, embedded: embedded)
    var passages = try reader.passages(in: page.article, depth: 0)
    if page.isPart { reader.intake.leftOut.add(.navigation) }
    let isTitled = passages.contains { $0.kind == .title }
    if !isTitled, let first = passages.firstIndex(where: { $0.kind == .heading(1) }) {
      passages[first].kind = .title
    } else if !isTitled, !page.title.isEmpty {
      // The first line where it is the same, or the same with the name of the site behind it.
      if let first = passages.first, !first.text.isEmpty, page.title.hasPrefix(first.text) {
        passages[0].kind = .title
      } else {
        passages.insert(Passage(kind: .title, inlines: SayableInlines.line([.text(page.title)])), at: 0)
      }
    }
    return Finishing(passages: passages, fallback: Finishing.headline(of: name)).manuscript(reader.intake)
  }
}

/// The parts of a page.
struct HTMLPage {
  /// What is read.
  let article: Element
  /// Whether something of the body stands outside of it.
  let isPart: Bool
  /// Its main heading where that stands outside of the article, else what its head calls it; may be empty.
  let title: String

  init(_ root: Element) {
    let body = root.first("body") ?? root
    let wechat = HTMLPage.first(in: body) { $0["id"] == "js_content" }
    let article = wechat ?? HTMLPage.only(in: body, named: "article") ?? HTMLPage.only(in: body, named: "main") ?? body
    self.article = article
    isPart = article.name != "body" && HTMLPage.length(article) < HTMLPage.length(body)
    let isMainHeading = { (element: Element) in element.name == "h1" }
    let heading = article.contains(where: isMainHeading) ? nil : HTMLPage.first(in: body, where: isMainHeading)
    let written = heading?.text ?? root.first("head")?.first("title")?.text ?? ""
    title = TextLines.joined(SayableInlines.plain(written.split(whereSeparator: \.isWhitespace).joined(separator: " ")))
  }

  /// Whether a text is HTML by its beginning.
  static func isPage(_ text: String) -> Bool {
    var rest = text.drop(while: \.isWhitespace)
    while rest.hasPrefix("<!--") || rest.hasPrefix("<?") {
      guard let end = rest.firstRange(of: rest.hasPrefix("<?") ? ">" : "-->") else { return false }
      rest = rest[end.upperBound...].drop(while: \.isWhitespace)
    }
    let start = rest.prefix(14).lowercased()
    return start.hasPrefix("<!doctype html") || ["<html", "<head", "<body", "<meta"].contains(where: start.hasPrefix)
  }

  static func tree(_ text: String) throws(Unreadable) -> Element {
    do {
      return try HTML.tree(of: text)
    } catch {
      switch error {
      case .tooLong, .tooManyTags, .tooLongTag: throw Unreadable("This page is too long; part it.", "网页过长，请拆分。")
      case .tooDeep: throw Unreadable("The parts of this page stand too deep within each other.", "网页的元素嵌套过深。")
      }
    }
  }

  private static func first(in element: Element, where fits: (Element) -> Bool) -> Element? {
    if fits(element) { return element }
    for child in element.elements {
      if let found = first(in: child, where: fits) { return found }
    }
    return nil
  }

  /// The element of a name when there is one alone.
  private static func only(in element: Element, named name: String) -> Element? {
    var found: [Element] = []
    func look(_ element: Element) {
      if element.name == name { found.append(element) } else { element.elements.forEach(look) }
    }
    look(element)
    return found.count == 1 ? found[0] : nil
  }

  private static func length(_ element: Element) -> Int {
    element.text.unicodeScalars.reduce(0) { $0 + ($1.properties.isWhitespace ? 0 : 1) }
  }
}
