package import Model

/// A published story by its serial, also of one that was never written here: what may be done about it.
struct ArticleRoomView: View {
  var serial: Int
  var heading: String
  var issueName: String
  /// The story of the newsroom that it is.
  var story: LinkView?
  var read: StoryTextView
  var inPublic: InPublicView
  var mayReopen: Bool

  static let fields: [String: Field<ArticleRoomView>] = [
    "at": .text { "/desk/articles/\($0.serial)" },
    "serial": .number { $0.serial },
    "heading": .text { $0.heading },
    "issueName": .text { $0.issueName },
    "story": .one { $0.story },
    "read": .one { $0.read },
    "inPublic": .one { $0.inPublic },
    "mayReopen": .flag { $0.mayReopen },
  ]
}

extension NewsroomRenderer {
  /// A published story by its serial. `story` is the number of the newsroom's story that it is; nil where it was
  /// imported and never changed here.
  package func article(
    _ reading: ArticleReading, story: Int?, _ session: DeskSession, _ message: DeskMessage? = nil
  ) -> Document {
    let text = text(session)
    let article = reading.article
    let isWithdrawn = article.withdrawal != nil
    let view = ArticleRoomView(
      serial: article.serial, heading: article.copy.headlineText, issueName: text.dates.titled(reading.issue),
      story: story.map { LinkView(href: "/desk/stories/\($0)", text: text.words("desk.storyNumber", ["n": "\($0)"])) },
      read: StoryTextView(article.copy, media: reading.media, self, text),
      inPublic: InPublicView(
        href: settings.site.permalink.path(serial: article.serial, day: article.day), number: article.serial,
        revision: "", corrections: article.corrections.map(text.correction),
        withdrawn: article.withdrawal?.reason ?? "", mayCorrect: !isWithdrawn && session.acts.contains(.correct),
        mayWithdraw: !isWithdrawn && session.acts.contains(.withdraw)),
      mayReopen: !isWithdrawn && story == nil && session.acts.contains(.edit))
    let facts = DeskFrame.Facts(title: view.heading, place: .published, bodyClass: "one")
    return page("article", view, facts, session, message)
  }
}

extension DeskText {
  func correction(_ correction: Correction) -> PairView {
    let kind = words(correction.kind == .reply ? "desk.reply" : "desk.correction")
    return PairView(name: kind + " " + dates.short(correction.date), content: correction.text)
  }
}
