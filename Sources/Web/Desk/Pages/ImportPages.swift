import Interchange
import Model
import Press
import Store

/// Where manuscripts are sent in, and looked through.
enum ImportPages {
  static let all: [DeskPage] = [send, look]

  private static let send = DeskPage(path: "/import") { call, refused in
    _ = try call.signedIn
    return call.room.renderer.imports(call.session, call.message(refused))
  }

  private static let look = DeskPage(path: "/import/{batch}", places: [ImportOperations.batch]) { call, refused in
    let visitor = try call.signedIn
    guard let batch = call.room.imports.batch(call.sent.text("batch"), of: visitor.person.id, at: call.room.now)
    else { return nil }
    var manuscripts: [WaitingManuscript] = []
    for (place, manuscript) in batch.manuscripts.enumerated() {
      let copy = manuscript.read?.copy
      let media = try await call.room.library.media(copy?.body.media ?? [])
      manuscripts.append(
        WaitingManuscript(
          place: place, file: manuscript.file, copy: copy, fault: manuscript.fault,
          leftOut: manuscript.read?.leftOut ?? [], pictureCount: copy?.body.figures.count ?? 0,
          noteCount: manuscript.read?.notes.count ?? 0, characters: copy.map { CharacterCount.of($0.body) } ?? 0,
          media: media, story: manuscript.story))
    }
    let reading = ImportReading(
      id: batch.id, manuscripts: manuscripts, sections: try await call.room.library.sections())
    return call.room.renderer.imported(reading, call.session, call.message(refused))
  }
}
