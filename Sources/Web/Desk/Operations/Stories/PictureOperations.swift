import Model
import Newsroom
import Press
import Store

/// Puts a picture of the library into a story without scripts.
enum PictureOperations {
  static let all: [DeskOperation] = [add]

  private static let add = DeskOperation(
    OperationFacts(
      "add-picture", .post, "/stories/{number}/pictures",
      "Put a picture of the library into a story, with what is said of it there",
      places: [Fields.number],
      fields: [
        Fields.seen,
        OperationField("media", .text(max: 100), isRequired: true, "The name of the file: its hash and type"),
        OperationField("behind", .whole(0...StoryLimits.blocksMax), "Behind so many blocks; left out for the end"),
      ] + query, isMaking: true), page: "/stories/{number}/pictures"
  ) { call in
    let viewer = try call.signedIn.viewer
    let (number, seen) = (call.sent.whole("number"), call.sent.whole("seen"))
    guard let base = try await call.room.library.revision(seen, ofStory: number, for: viewer) else {
      throw DeskFault.notFound
    }
    guard let name = MediaName(call.sent.text("media")), name.type.isPicture,
      let item = try await call.room.library.libraryItem(name, for: viewer)
    else { throw DeskFault.field("media", "Choose a picture of the library.", "请选择图库中的图片。") }
    var copy = base.revision.copy
    let place = min(call.sent.optionalWhole("behind") ?? .max, copy.body.blocks.count)
    copy.body.blocks.insert(.figure(Figure(item)), at: place)
    switch try await call.room.desk.revise(number, copy, seen: seen, as: try call.actor) {
    case .kept(let story), .same(let story):
      return Outcome(
        kind: .created, place: "/stories/\(number)", done: "pictured", json: DeskJSON.story(story))
    case .stale(let stale): throw DeskFault.stale(stale)
    }
  }

  /// What was looked for, to be shown again with a form that is refused.
  private static let query = [
    OperationField("q", .text(max: StoryQuery.textMax), "What was looked for; not used"),
    OperationField("after", .text(max: 200), "Where the list went on; not used"),
  ]
}

extension Figure {
  /// A picture of the library with what the newsroom says of it.
  init(_ item: LibraryItem) {
    self.init(
      media: .stored(item.media.name), alternative: item.note.alternative, caption: item.note.caption,
      credit: item.note.credit)
  }
}
