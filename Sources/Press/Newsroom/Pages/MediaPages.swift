package import Model

/// The library of files.
struct MediaLibraryView: View {
  var text: String
  var items: [MediaItemView]
  var next: String
  var mayUpload: Bool

  static let fields: [String: Field<MediaLibraryView>] = [
    "q": .text { $0.text },
    "items": .many { $0.items },
    "hasItems": .flag { !$0.items.isEmpty },
    "next": .text { $0.next },
    "mayUpload": .flag { $0.mayUpload },
  ]
}

/// A file of the library.
struct MediaItemView: View {
  var name: String
  var thumb: ThumbView?
  var note: MediaNote
  var heading: String
  var facts: String
  var person: String
  var when: MomentView
  var stories: [LinkView]
  /// What is wanting: an alternative text, a credit.
  var wanting: String

  static let fields: [String: Field<MediaItemView>] = [
    "name": .text { $0.name },
    "at": .text { "/desk/media/\($0.name)" },
    "thumb": .one { $0.thumb },
    "isOther": .flag { $0.thumb == nil },
    "heading": .text { $0.heading },
    "mediaTitle": .text { $0.note.title },
    "alternative": .text { $0.note.alternative },
    "caption": .text { $0.note.caption },
    "credit": .text { $0.note.credit },
    "x": .number { Int(($0.note.focus.x * 100).rounded()) },
    "y": .number { Int(($0.note.focus.y * 100).rounded()) },
    "facts": .text { $0.facts },
    "person": .text { $0.person },
    "when": .one { $0.when },
    "stories": .many { $0.stories },
    "hasStories": .flag { !$0.stories.isEmpty },
    "wanting": .text { $0.wanting },
  ]
}

/// The page of one file.
struct MediaPageView: View {
  var item: MediaItemView
  var mayUpload: Bool

  static let fields: [String: Field<MediaPageView>] = [
    "item": .one { $0.item },
    "mayUpload": .flag { $0.mayUpload },
  ]
}

extension NewsroomRenderer {
  /// The library, a page of it.
  package func media(
    _ reading: MediaLibraryReading, _ session: DeskSession, _ message: DeskMessage? = nil
  ) -> Document {
    let text = text(session)
    let query = reading.text.isEmpty ? "" : "q=\(DeskText.encoded(reading.text))&"
    let view = MediaLibraryView(
      text: reading.text, items: reading.items.map { item($0, width: 240, text) },
      next: reading.next.map { "/desk/media?\(query)after=\(DeskText.encoded($0))" } ?? "",
      mayUpload: session.acts.contains(.upload))
    return page("media", view, DeskFrame.Facts(title: text.words("desk.place.media"), place: .media), session, message)
  }

  /// One file with what the newsroom says of it.
  package func mediaItem(_ item: LibraryItem, _ session: DeskSession, _ message: DeskMessage? = nil) -> Document {
    let text = text(session)
    let view = MediaPageView(item: self.item(item, width: 960, text), mayUpload: session.acts.contains(.upload))
    return page("media-item", view, DeskFrame.Facts(title: view.item.heading, place: .media), session, message)
  }

  /// A file with its picture at least so many pixels wide.
  func item(_ item: LibraryItem, width: Int, _ text: DeskText) -> MediaItemView {
    let media = item.media
    let size = media.width > 0 ? "\(media.width) × \(media.height)" : ""
    let facts = [media.name.type.rawValue.uppercased(), size, Numerals.bytes(media.bytes)].filter { !$0.isEmpty }
    let isPicture = media.name.type.isPicture
    let wanting = [
      isPicture && item.note.alternative.isEmpty ? text.words("desk.noAlternative") : "",
      isPicture && item.note.credit.isEmpty ? text.words("desk.noCredit") : "",
    ].filter { !$0.isEmpty }
    return MediaItemView(
      name: "\(media.name)", thumb: ThumbView(media, width: width, alternative: item.note.alternative), note: item.note,
      heading: item.note.title.isEmpty ? text.words("desk.untitled") : item.note.title,
      facts: facts.joined(separator: " · "), person: item.person, when: text.moment(item.made),
      stories: item.stories.map {
        LinkView(href: "/desk/stories/\($0)", text: text.words("desk.storyNumber", ["n": "\($0)"]))
      }, wanting: wanting.joined(separator: text.words("desk.listGap")))
  }
}
