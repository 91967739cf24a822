import Model
import Press
import Store

/// What readers see, by serial: also stories that were never written here.
enum PublishedPages {
  static let all: [DeskPage] = [article]

  private static let article = DeskPage(
    path: "/articles/{number}", places: [OperationField("number", .whole(1...OperationField.numberMax), "The serial")]
  ) { call, refused in
    let visitor = try call.signedIn
    guard visitor.viewer.seesAll else { throw DeskFault.notAllowed(.read, visitor) }
    let serial = call.sent.whole("number")
    guard let reading = try await call.room.edition.library.article(serial) else { return nil }
    let story = try await call.room.library.storyNumber(ofSerial: serial)
    return call.room.renderer.article(reading, story: story, call.session, call.message(refused))
  }
}
