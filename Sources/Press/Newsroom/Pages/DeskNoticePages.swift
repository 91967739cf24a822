package import Model

/// A page that only says something.
struct DeskNoticeView: View {
  var heading: String
  var text: String
  /// A number to quote.
  var request = ""
  var back: LinkView

  static let fields: [String: Field<DeskNoticeView>] = [
    "heading": .text { $0.heading },
    "text": .text { $0.text },
    "request": .text { $0.request },
    "back": .one { $0.back },
  ]
}

/// The list of keys.
struct KeysView: View {
  static let fields: [String: Field<KeysView>] = [:]
}

extension NewsroomRenderer {
  /// Why something was not done, where there is no page to say it on. `back` is a path of the newsroom.
  package func refused(
    _ wording: Wording, status: Int, back: String = "/desk/", _ session: DeskSession
  ) -> Document {
    let text = text(session)
    return notice(text.words("desk.refused"), text(wording), status: status, back: back, session)
  }

  /// 404.
  package func notFound(_ session: DeskSession) -> Document {
    let words = text(session).words
    return notice(words("desk.notFound"), words("desk.notFoundText"), status: 404, session)
  }

  /// 500, with a number to quote.
  package func failure(requestID: String, _ session: DeskSession) -> Document {
    let words = text(session).words
    return notice(words("desk.failure"), words("desk.failureText"), status: 500, request: requestID, session)
  }

  /// What can be done by keyboard.
  package func keys(_ session: DeskSession) -> Document {
    page("keys", KeysView(), DeskFrame.Facts(title: text(session).words("desk.keys")), session)
  }

  private func notice(
    _ heading: String, _ text: String, status: Int, request: String = "", back: String = "/desk/",
    _ session: DeskSession
  ) -> Document {
    let link = LinkView(href: back, text: self.text(session).words("desk.back"))
    let view = DeskNoticeView(heading: heading, text: text, request: request, back: link)
    return page("notice", view, DeskFrame.Facts(title: heading, bodyClass: "entry"), session, status: status)
  }
}
