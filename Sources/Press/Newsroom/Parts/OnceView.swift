import Model

/// A secret that a page shows this one time.
struct OnceView: View {
  var heading: String
  var note: String
  var lines: [String]
  var link: String
  /// Where it is taken back; nil where that is nowhere on the page.
  var more: LinkView?

  static let fields: [String: Field<OnceView>] = [
    "onceHeading": .text { $0.heading },
    "onceNote": .text { $0.note },
    "lines": .texts { $0.lines },
    "onceLink": .text { $0.link },
    "onceMore": .one { $0.more },
  ]
}

extension DeskText {
  func once(_ shown: ShownOnce) -> OnceView {
    switch shown {
    case .codes(let codes):
      return OnceView(
        heading: words("desk.once.codes"), note: words("desk.once.codesText"), lines: codes, link: "")
    case .token(let token, let secret):
      return OnceView(
        heading: words("desk.once.token", ["name": token.name]), note: words("desk.once.tokenText"), lines: [secret],
        link: "")
    case .invitation(let person, let link, let expires):
      return OnceView(
        heading: words("desk.once.invitation", ["name": person.name]),
        note: words("desk.once.linkText", ["when": moment(expires).text]), lines: [], link: link)
    case .preview(let link, let expires):
      return OnceView(
        heading: words("desk.once.preview"), note: words("desk.once.linkText", ["when": moment(expires).text]),
        lines: [], link: link, more: LinkView(href: "#previews", text: words("desk.once.previewMore")))
    }
  }
}
