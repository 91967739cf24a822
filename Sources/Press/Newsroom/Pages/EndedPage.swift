import Model

/// Someone's session has ended while they wrote: the way in, and all that they sent.
struct EndedView: View {
  var signIn: String
  /// Where the form goes; empty where nothing was written.
  var action: String
  /// What was written.
  var texts: [SentTextView]
  /// What the form says besides.
  var others: [SentTextView]

  static let fields: [String: Field<EndedView>] = [
    "signIn": .text { $0.signIn },
    "action": .text { $0.action },
    "texts": .many { $0.texts },
    "others": .many { $0.others },
  ]
}

/// A field as it was sent.
struct SentTextView: View {
  var name: String
  var value: String

  static let fields: [String: Field<SentTextView>] = ["name": .text { $0.name }, "value": .text { $0.value }]
}

extension NewsroomRenderer {
  /// A text of more characters, or of several lines, is shown to who wrote it.
  private static let lineMax = 30

  /// 401, with a form that was sent without a session: nothing of it is lost, and it can be sent again.
  ///
  /// - Parameters:
  ///   - next: the page of the newsroom that the form stands on.
  ///   - typed: nil where it cannot be shown.
  package func ended(next: String, _ typed: TypedForm?, _ session: DeskSession) -> Document {
    func isText(_ entry: TypedForm.Entry) -> Bool {
      entry.value.count > NewsroomRenderer.lineMax || entry.value.contains(where: \.isNewline)
    }
    let entries = typed?.entries ?? []
    func views(_ entries: [TypedForm.Entry]) -> [SentTextView] {
      entries.map { SentTextView(name: $0.name, value: $0.value) }
    }
    let texts = entries.filter(isText)
    let view = EndedView(
      signIn: "/desk/sign-in?next=" + Address.queryValue(next), action: texts.isEmpty ? "" : typed?.action ?? "",
      texts: views(texts), others: views(entries.filter { !isText($0) }))
    let facts = DeskFrame.Facts(title: text(session).words("desk.ended"), bodyClass: "entry")
    return page("ended", view, facts, session, status: 401)
  }
}
