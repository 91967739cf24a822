import Model

/// A story as it stands on the front and in lists.
struct StoryView: View {
  /// How a story is set among others.
  enum Rank: String {
    case lead = "x5"
    case band = "x3"
    case second = "x2"
    case fourth = "x1"
  }

  var href: String
  var rank: Rank
  /// Only where it is not the page's own.
  var language = ""
  var kicker: Headline?
  var headline: Headline
  var subhead: Headline?
  var summary = ""
  /// Of paragraphs, for the lead.
  var opening = ""
  /// The text of an 编者按 that the story opens with.
  var note = ""
  /// The first lines of verse.
  var verse: [String] = []
  var credits: [CreditView] = []
  var picture: PictureView?
  var facts: [String] = []
  var withdrawn: WithdrawnView?
  /// Where it stands in many pages alike.
  var kept: PrintedParts?

  static let fields: [String: Field<StoryView>] = [
    "href": .text { $0.href },
    "rank": .text { $0.rank.rawValue },
    "lang": .text { $0.language },
    "kicker": .one { $0.kicker },
    "headline": .one { $0.headline },
    "subhead": .one { $0.subhead },
    "summary": .text { $0.summary },
    "opening": .html { HTML(text: $0.opening) },
    "note": .text { $0.note },
    "verse": .texts { $0.verse },
    "isVerse": .flag { !$0.verse.isEmpty },
    "credits": .many { $0.credits },
    "isCredited": .flag { !$0.credits.isEmpty },
    "picture": .one { $0.picture },
    "hasPicture": .flag { $0.picture != nil },
    "facts": .texts { $0.facts },
    "hasFacts": .flag { !$0.facts.isEmpty },
    "withdrawn": .one { $0.withdrawn },
  ]
}

/// When a story was withdrawn, and why.
struct WithdrawnView: View {
  var date: String
  var dateCode: String
  var reason: String

  static let fields: [String: Field<WithdrawnView>] = [
    "date": .text { $0.date },
    "dateCode": .text { $0.dateCode },
    "reason": .text { $0.reason },
  ]
}

/// Stories as views.
extension Renderer {
  /// More lines of verse do not stand in a column.
  static let verseLinesMax = 6

  func story(_ card: StoryCard, as rank: StoryView.Rank, sizes: String? = nil, isEager: Bool = false) -> StoryView {
    var view = StoryView(href: path(of: card), rank: rank, headline: Headline(card.headline))
    view.language = language(card.language)
    view.kicker = card.kicker.isEmpty ? nil : Headline(phrasesOf: card.kicker)
    view.withdrawn = withdrawn(card.withdrawal)
    guard card.withdrawal == nil else { return view }
    view.subhead = card.subhead.isEmpty ? nil : Headline(phrasesOf: card.subhead)
    view.summary = card.summary
    view.credits = credits(card.bylines)
    if let sizes {
      view.picture = PictureView(
        card.picture, sizes: sizes, alternative: card.pictureAlternative, isEager: isEager)
    }
    switch card.shape {
    case .news: view.opening = Body(card.opening).html(media: { _ in nil }, labels: labels)
    case .note: view.note = card.opening.flatMap(\.lines).joined(separator: " ")
    case .verse: view.verse = Renderer.verse(card.opening)
    }
    return view
  }

  /// As it stands in a list of one size, with its facts.
  func listed(_ card: StoryCard, facts: [String]) -> StoryView {
    var view = story(card, as: .second)
    view.headline = Headline(listed: card.headline)
    view.facts = facts
    return view
  }

  func path(of card: StoryCard) -> String { settings.site.permalink.path(serial: card.serial, day: card.day) }

  /// The language of a story, its own or the paper's; empty where it is that of the interface, in any of its forms.
  func language(_ own: String) -> String { own.isEmpty ? ownLanguage : Renderer.shown(own, in: words) }

  static func shown(_ language: String, in words: Words) -> String {
    let isSame = InterfaceLanguage(for: language).rawValue == words.language
    return isSame && language.lowercased().hasPrefix(words.language.prefix(2)) ? "" : language
  }

  func withdrawn(_ withdrawal: Withdrawal?) -> WithdrawnView? {
    withdrawal.map { WithdrawnView(date: dates.full($0.date), dateCode: "\($0.date)", reason: $0.reason) }
  }

  /// People by role, in the order in which roles are first named.
  func credits(_ bylines: [Byline]) -> [CreditView] {
    var credits: [CreditView] = []
    for byline in bylines {
      let plain = byline.role == .unnamed ? "" : words("role_\(byline.role.rawValue)")
      let role = byline.title.isEmpty ? plain : byline.title
      let name = LinkView(href: Address.author(Folding.name(byline.name), page: 1).link, text: byline.name)
      if let index = credits.firstIndex(where: { $0.role == role }) {
        credits[index].names.append(name)
      } else {
        credits.append(CreditView(role: role, names: [name]))
      }
    }
    return credits
  }

  /// Whole stanzas while they fit; of a long first one its first lines.
  private static func verse(_ blocks: [Block]) -> [String] {
    var lines: [String] = []
    for case .verse(let stanzas) in blocks {
      for stanza in stanzas {
        let next = stanza.map(Inline.text).filter { !$0.isEmpty }
        guard lines.isEmpty || lines.count + next.count <= verseLinesMax else { return lines }
        lines += next.prefix(verseLinesMax)
      }
    }
    return lines
  }
}
