package import Model

/// A page that only says something: not found, not answered, not connected, moved.
struct NoticeView: View {
  var heading: String
  var text: String
  /// A number to quote.
  var request = ""
  var link: LinkView?
  /// Offers a search; nil for none.
  var query: String?

  static let fields: [String: Field<NoticeView>] = [
    "heading": .text { $0.heading },
    "text": .text { $0.text },
    "request": .text { $0.request },
    "link": .one { $0.link },
    "seeks": .flag { $0.query != nil },
    "query": .text { $0.query },
  ]
}

extension Renderer {
  /// 404, with a search for the words of the address. The path is percent-decoded.
  package func notFound(_ path: String, today: Day) -> Document {
    let view = NoticeView(
      heading: words("notFound"), text: words("notFoundText"), link: home, query: AddressWords.words(of: path))
    return notice(view, status: 404, today: today)
  }

  /// 500, with a number to quote.
  package func failure(requestID: String, today: Day) -> Document {
    let view = NoticeView(heading: words("failure"), text: words("failureText"), request: requestID, link: home)
    return notice(view, status: 500, today: today, caching: .none)
  }

  /// 503 for a story whose text is not what was signed, with a number to quote.
  package func unverified(requestID: String, today: Day) -> Document {
    let view = NoticeView(heading: words("unverified"), text: words("unverifiedText"), request: requestID, link: home)
    return notice(view, status: 503, today: today, caching: .none)
  }

  /// What is shown without a connection for a page that is not kept.
  package func offline(today: Day) -> Document {
    notice(NoticeView(heading: words("offline"), text: words("offlineText"), link: home), status: 200, today: today)
  }

  /// 301, and a page that leads on where no server sends it. The target is a path, percent-encoded.
  package func redirect(to target: String, today: Day) -> Document {
    let heading = words("moved")
    var facts = Frame.Facts(title: titled(heading), heading: heading)
    facts.path = target
    facts.isHidden = true
    facts.refresh = target
    let address = settings.site.baseURL + target
    let view = NoticeView(heading: heading, text: words("movedText"), link: LinkView(href: target, text: address))
    return page("notice", view, facts, today: today, status: 301, location: target)
  }

  private var home: LinkView { LinkView(href: Address.front.link, text: words("toFront")) }

  private func notice(
    _ view: NoticeView, status: Int, today: Day, caching: Document.Caching = .page
  ) -> Document {
    var facts = Frame.Facts(title: titled(view.heading), heading: view.heading)
    facts.isHidden = true
    return page("notice", view, facts, today: today, status: status, caching: caching)
  }
}

/// The words in an address that was not found.
enum AddressWords {
  /// More words would find nothing.
  static let wordsMax = 6
  private static let technical: Set<String> = [
    "html", "htm", "php", "asp", "aspx", "jsp", "shtml", "content", "article", "articles", "node", "index", "news",
    "issues", "sections", "authors", "archive", "www", "id", "pc", "layout",
  ]

  /// Runs of letters of two and more, without what only a program would say.
  static func words(of path: String) -> String {
    let runs = path.prefix(500).split(whereSeparator: { !$0.isLetter }).map(String.init)
    return runs.filter { $0.count > 1 && !technical.contains($0.lowercased()) }.prefix(wordsMax).joined(separator: " ")
  }
}
