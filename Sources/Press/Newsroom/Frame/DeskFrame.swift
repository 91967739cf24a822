import Model

/// What every page of the newsroom has of its own in head and bar.
struct DeskFrame: View {
  /// What a page says of itself.
  struct Facts {
    /// The page's own name, without that of the paper.
    var title: String
    var place: DeskPlace?
    var bodyClass = ""
    /// Whether the bar says how far the text is saved.
    var isSaving = false
    var skip = ""
  }

  let facts: Facts
  let session: DeskSession
  let message: DeskMessage?
  let words: Words
  let paper: String

  static let fields: [String: Field<DeskFrame>] = [
    "title": .text { [$0.facts.title, $0.words("desk.name"), $0.paper].joined(separator: " - ") },
    "bodyClass": .text { ["desk", $0.facts.bodyClass].filter { !$0.isEmpty }.joined(separator: " ") },
    "csrf": .text { $0.session.csrf },
    "nav": .many { $0.nav },
    "who": .text { $0.session.person?.name },
    "saving": .flag { $0.facts.isSaving },
    "done": .text { $0.done },
    "refusal": .text { $0.refusal },
  ]

  private var nav: [LinkView] {
    guard session.person != nil else { return [] }
    return DeskPlace.allCases.filter { place in place.acts.isEmpty || !place.acts.isDisjoint(with: session.acts) }
      .map { place in
        LinkView(
          href: place.path, text: words("desk.place.\(place.rawValue)"), isCurrent: place == facts.place,
          label: place.key)
      }
  }

  private var done: String? {
    switch message {
    case .done(let key)?: words.text("desk.done.\(key)")
    case .note(let wording)?: DeskText.text(of: wording, words)
    case .refusal?, nil: nil
    }
  }

  private var refusal: String? {
    guard case .refusal(let wording, let place, _)? = message else { return nil }
    return [DeskText.subject(place, words), DeskText.text(of: wording, words)].filter { !$0.isEmpty }
      .joined(separator: words("colon"))
  }
}

/// A place of the newsroom as the bar names it.
enum DeskPlace: String, CaseIterable {
  case stories, issue, media, published, record, people

  var path: String {
    switch self {
    case .stories: "/desk/stories"
    case .issue: "/desk/plans/current"
    case .media: "/desk/media"
    case .published: "/desk/plans"
    case .record: "/desk/record"
    case .people: "/desk/people"
    }
  }

  /// Any of these lets somebody in; none lets everybody in.
  var acts: Set<Act> {
    switch self {
    case .stories: []
    case .issue: [.plan, .publish, .read]
    case .media: [.upload, .plan]
    case .published: [.publish, .rollBack, .correct, .withdraw, .plan]
    case .record: [.readRecord]
    case .people: [.managePeople]
    }
  }

  /// What follows `g` on the keyboard.
  var key: String {
    switch self {
    case .stories: "s"
    case .issue: "i"
    case .media: "m"
    case .published: "p"
    case .record: "r"
    case .people: "o"
    }
  }
}

/// What is the same on every page of the newsroom in one language.
struct DeskSite: View {
  let name: String
  let words: Words
  let assets: NewsroomAssets

  static let fields: [String: Field<DeskSite>] = [
    "w": .words { $0.words },
    "pageLang": .text { $0.words.language },
    "stylesheet": .text { $0.assets.path("newsroom.css") },
    "script": .text { $0.assets.path("newsroom.js") },
    "editorScript": .text { $0.assets.path("editor.js") },
    "colourLight": .text { _ in Accent.lightPaper },
    "colourDark": .text { _ in Accent.darkPaper },
    "paper": .text { $0.name },
    "deskWords": .html { HTML(text: DeskSite.json($0.words)) },
  ]

  /// The words of scripts, as JSON that can stand in a script element.
  private static func json(_ words: Words) -> String {
    let keys = words.keys.filter { $0.hasPrefix("desk.js.") }
    let pairs = keys.map { (String($0.dropFirst(8)), JSON.string(words($0))) }
    return DeskSite.inScript(.object(Dictionary(pairs) { first, _ in first }))
  }

  /// JSON that ends no script element, whatever it holds.
  static func inScript(_ json: JSON) -> String { json.text.replacing("<", with: "\\u003c") }
}
