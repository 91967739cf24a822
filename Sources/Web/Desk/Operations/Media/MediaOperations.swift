import Foundation
import Model
import Newsroom
import Press
import Store

/// What is done with the files of the library.
enum MediaOperations {
  static let all: [DeskOperation] = [list, upload, describe]

  private static let list = DeskOperation(
    OperationFacts(
      "list-media", .get, "/media", "A page of the library, the newest first",
      fields: [
        OperationField(
          "q", .text(max: StoryQuery.textMax), "Words that all stand in title, caption, credit or alternative text"),
        OperationField("kind", .choice(["picture"]), "picture: recordings and documents are left out"),
        OperationField("after", .text(max: 200), "What `next` of the page before said"),
      ])
  ) { call in
    let reading = try await call.room.library.mediaLibrary(
      MediaQuery(call.sent, isPicturesOnly: call.sent.text("kind") == "picture"), for: try call.signedIn.viewer)
    return Outcome(
      kind: .nothing, place: "/media",
      json: .object([
        "items": .array(reading.items.map(DeskJSON.item)), "next": reading.next.map(JSON.string) ?? .null,
      ]))
  }

  private static let upload = DeskOperation(
    OperationFacts(
      "upload-media", .post, "/media", "Bring files into the library: pictures, recordings, PDF",
      act: .upload,
      fields: [
        OperationField("files", .file, "The files"), OperationField("file", .file, "One, as an editor sends it"),
      ], isMaking: true),
    page: "/media"
  ) { call in
    let actor = try call.actor
    guard !call.sent.files.isEmpty else { throw DeskFault.field("files", "Choose a file.", "请选择文件。") }
    let intake = call.room.intake
    var files: [LibraryFile] = []
    do {
      for file in call.sent.files {
        let filed = try await intake.take(file: file.path, named: file.name)
        files.append(LibraryFile(filed: filed, note: MediaNote(title: file.name)))
      }
      try await call.room.desk.addMedia(files, as: actor)
      intake.keepAdded()
    } catch {
      await intake.takeBack(await intake.hold())
      throw error
    }
    let items = files.map { DeskJSON.media($0.filed.media) }
    var json: [String: JSON] = ["items": .array(items)]
    // One file, as an editor sends it, is answered flat.
    if case .object(let only)? = items.first, items.count == 1 { json.merge(only) { own, _ in own } }
    let single = files.count == 1 ? files.first.map { "/media/\($0.filed.media.name)/note" } : nil
    return Outcome(kind: .created, place: single ?? "/media", done: "uploaded", json: .object(json))
  }

  private static let name = OperationField("name", .text(max: 100), "The name of the file: its hash and type")
  private static func text(_ name: String, _ words: String) -> OperationField {
    OperationField(name, .text(max: MediaNote.textMax), words)
  }

  private static let describe = DeskOperation(
    OperationFacts(
      "describe-media", .post, "/media/{name}", "Say what a file shows, by whom, and what of it must be seen",
      act: .upload, places: [name],
      fields: [
        text("title", "As the newsroom calls it"), text("alternative", "What somebody hears who does not see it"),
        text("caption", "图注"), text("credit", "摄影 or source"),
        OperationField("x", .number(0...100), "The focal point from the left, in per cent"),
        OperationField("y", .number(0...100), "The focal point from the top, in per cent"),
      ]), page: "/media/{name}/note"
  ) { call in
    let sent = call.sent
    let viewer = try call.signedIn.viewer
    guard let name = MediaName(sent.text("name")),
      let item = try await call.room.library.libraryItem(name, for: viewer)
    else { throw DeskFault.notFound }
    func text(_ field: String, _ old: String) -> String { sent.has(field) ? sent.text(field) : old }
    let old = item.note
    let note = MediaNote(
      title: text("title", old.title), alternative: text("alternative", old.alternative),
      caption: text("caption", old.caption), credit: text("credit", old.credit),
      focus: Point(
        x: sent.number("x").map { $0 / 100 } ?? old.focus.x, y: sent.number("y").map { $0 / 100 } ?? old.focus.y))
    try await call.room.desk.describe(name, note, as: try call.actor)
    return Outcome(place: "/media/\(name)/note", done: "described", json: DeskJSON.media(item.media))
  }
}

extension MediaQuery {
  /// As a page or program asks for it.
  init(_ sent: Sent, isPicturesOnly: Bool) {
    self.init(
      text: sent.text("q"), isPicturesOnly: isPicturesOnly, after: sent.has("after") ? sent.text("after") : nil)
  }
}

extension DeskJSON {
  /// Pixels that a picture to choose from is wide, at least.
  private static let thumbWidth = 240

  static func media(_ media: Media) -> JSON {
    .object([
      "name": .string("\(media.name)"), "src": .string("/desk/media/\(media.name)"),
      "type": .string(media.name.type.contentType), "width": .integer(media.width), "height": .integer(media.height),
      "bytes": .integer(media.bytes),
    ])
  }

  static func item(_ item: LibraryItem) -> JSON {
    media(item.media).adding([
      "title": .string(item.note.title), "alternative": .string(item.note.alternative),
      "caption": .string(item.note.caption), "credit": .string(item.note.credit),
      "x": .number(item.note.focus.x * 100), "y": .number(item.note.focus.y * 100), "person": .string(item.person),
      "made": instant(item.made), "stories": .array(item.stories.map(JSON.integer)), "thumb": thumb(item.media),
    ])
  }

  /// A picture small enough to choose from; null for what is none.
  private static func thumb(_ media: Media) -> JSON {
    guard media.name.type.isPicture else { return .null }
    let small = media.rendition(atLeast: thumbWidth)
    return .object([
      "src": .string("/desk/media/\(small?.name ?? media.name)"), "width": .integer(small?.width ?? media.width),
      "height": .integer(small?.height ?? media.height),
    ])
  }
}
