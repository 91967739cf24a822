package import Model

/// The pictures of the library, to choose one for a story.
struct PictureChoiceView: View {
  var row: StoryRowView
  var heading: String
  var seen: String
  var text: String
  /// Where this page of the list went on; empty for the first.
  var after: String
  var items: [MediaItemView]
  var next: String
  var places: [OptionView]

  static let fields: [String: Field<PictureChoiceView>] = [
    "row": .one { $0.row },
    "at": .text { "/desk/stories/\($0.row.number)" },
    "heading": .text { $0.heading },
    "seen": .text { $0.seen },
    "q": .text { $0.text },
    "after": .text { $0.after },
    "items": .many { $0.items },
    "hasItems": .flag { !$0.items.isEmpty },
    "next": .text { $0.next },
    "places": .many { $0.places },
  ]
}

extension NewsroomRenderer {
  /// Paragraphs that a picture can be put behind; beyond them there is the end.
  private static let placesMax = 300
  /// Characters that tell a paragraph from the others.
  private static let openingMax = 24

  /// The pictures of the library for a story that this person may change.
  ///
  /// - Parameter after: where this page of the list goes on; nil for the first.
  package func pictures(
    _ found: MediaLibraryReading, after: String?, for story: StoryRoomReading, _ session: DeskSession,
    _ message: DeskMessage? = nil
  ) -> Document {
    let text = text(session)
    let at = "/desk/stories/\(story.row.story.number)/pictures"
    let query = found.text.isEmpty ? "" : "q=\(DeskText.encoded(found.text))&"
    let view = PictureChoiceView(
      row: text.row(story.row), heading: headline(story.row, text), seen: "\(story.row.story.revision)",
      text: found.text, after: after ?? "", items: found.items.map { item($0, width: 240, text) },
      next: found.next.map { "\(at)?\(query)after=\(DeskText.encoded($0))" } ?? "", places: places(story.copy, text))
    return page("pictures", view, facts(story.row, text), session, message)
  }

  /// The end first, then the beginning, then behind each block.
  private func places(_ copy: Copy, _ text: DeskText) -> [OptionView] {
    let ends = [
      OptionView(value: "", text: text.words("desk.pictureAtEnd")),
      OptionView(value: "0", text: text.words("desk.pictureAtStart")),
    ]
    let blocks = copy.body.blocks.dropLast().prefix(NewsroomRenderer.placesMax)
    return ends
      + blocks.enumerated().map { place, block in
        let opening = String(Body([block]).plainText.prefix(NewsroomRenderer.openingMax))
        return OptionView(
          value: "\(place + 1)", text: text.words("desk.pictureBehind", ["n": "\(place + 1)", "text": opening]))
      }
  }
}
