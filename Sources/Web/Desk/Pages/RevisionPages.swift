import Model
import Press
import Store

/// The revisions of a story, and what stands beside its text.
enum RevisionPages {
  static let all: [DeskPage] = [list, one, difference, sheet]

  private static let revision = OperationField("revision", .whole(1...OperationField.numberMax), "The revision")

  private static let list = DeskPage(path: "/stories/{number}/revisions", places: [Fields.number]) { call, refused in
    let viewer = try call.signedIn.viewer
    guard let found = try await call.room.library.revisions(call.sent.whole("number"), for: viewer) else { return nil }
    return call.room.renderer.revisions(found.row, found.heads, call.session, call.message(refused))
  }

  private static let one = DeskPage(
    path: "/stories/{number}/revisions/{revision}", places: [Fields.number, revision]
  ) { call, refused in
    let viewer = try call.signedIn.viewer
    guard
      let found = try await call.room.library.revision(
        call.sent.whole("revision"), ofStory: call.sent.whole("number"), for: viewer)
    else { return nil }
    let media = try await call.room.library.media(found.revision.copy.body.media)
    return call.room.renderer.revision(
      found.row, found.revision, person: found.person, media: media, call.session, call.message(refused))
  }

  private static let difference = DeskPage(
    path: "/stories/{number}/difference", places: [Fields.number],
    fields: ["old", "new", "from", "to"].map {
      OperationField($0, .whole(1...OperationField.numberMax), "A revision")
    }
  ) { call, refused in
    let viewer = try call.signedIn.viewer
    let sent = call.sent
    let number = sent.whole("number")
    guard let story = try await call.room.library.glance(number, for: viewer) else { return nil }
    let new = sent.optionalWhole("new") ?? sent.optionalWhole("to") ?? story.revision
    let old = sent.optionalWhole("old") ?? sent.optionalWhole("from") ?? max(1, new - 1)
    guard let reading = try await call.room.library.difference(ofStory: number, from: old, to: new, for: viewer)
    else { return nil }
    return call.room.renderer.difference(reading, call.session, call.message(refused))
  }

  private static let sheet = DeskPage(path: "/stories/{number}/sheet", places: [Fields.number]) { call, refused in
    let viewer = try call.signedIn.viewer
    guard let reading = try await call.room.library.reviewSheet(call.sent.whole("number"), for: viewer) else {
      return nil
    }
    return call.room.renderer.sheet(reading, call.session, call.message(refused))
  }
}
