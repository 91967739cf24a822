import Model
import Press
import Store

/// The library of files.
enum MediaPages {
  static let all: [DeskPage] = [list, item]

  private static let list = DeskPage(
    path: "/media",
    fields: [
      OperationField("q", .text(max: StoryQuery.textMax), "What is looked for"),
      OperationField("after", .text(max: 200), "Where the page goes on"),
    ]
  ) { call, refused in
    let reading = try await call.room.library.mediaLibrary(
      MediaQuery(call.sent, isPicturesOnly: false), for: try call.signedIn.viewer)
    return call.room.renderer.media(reading, call.session, call.message(refused))
  }

  private static let item = DeskPage(
    path: "/media/{name}/note", places: [OperationField("name", .text(max: 100), "The name of the file")]
  ) { call, refused in
    let viewer = try call.signedIn.viewer
    guard let name = MediaName(call.sent.text("name")),
      let item = try await call.room.library.libraryItem(name, for: viewer)
    else { return nil }
    return call.room.renderer.mediaItem(item, call.session, call.message(refused))
  }
}
