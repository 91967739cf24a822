import Model
import Newsroom
import Press
import Store

/// The pictures of the library, to choose one for a story without scripts.
enum PicturePages {
  static let all: [DeskPage] = [choice]

  private static let choice = DeskPage(
    path: "/stories/{number}/pictures", places: [Fields.number],
    fields: [
      OperationField("q", .text(max: StoryQuery.textMax), "What is looked for"),
      OperationField("after", .text(max: 200), "Where the page goes on"),
    ]
  ) { call, refused in
    let visitor = try call.signedIn
    guard let story = try await call.room.library.room(call.sent.whole("number"), for: visitor.viewer) else {
      return nil
    }
    guard story.may.revise else { throw DeskFault.notAllowed(.edit, visitor) }
    // A form that is shown again stands under what was looked for.
    let query =
      refused.map { MediaQuery(text: $0.form["q"] ?? "", isPicturesOnly: true, after: $0.form["after"]) }
      ?? MediaQuery(call.sent, isPicturesOnly: true)
    let found = try await call.room.library.mediaLibrary(query, for: visitor.viewer)
    return call.room.renderer.pictures(found, after: query.after, for: story, call.session, call.message(refused))
  }
}
