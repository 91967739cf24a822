import Foundation
import HTTPTypes
import Model
import NIOCore
import Press
import Store

/// The files below the newsroom's address: what its pages load, and pictures that no reader sees yet.
struct DeskFiles: Sendable {
  private static let assets = "/assets/"
  private static let media = "/media/"
  /// As the editor looks for it, beside its own modules.
  private static let editorLibrary = "prosemirror.js"

  let room: DeskRoom

  /// A file of the theme, for anyone: there is nothing of the paper in it. Nil for another path.
  static func asset(_ path: Substring, _ room: DeskRoom) -> Answer? {
    guard path.hasPrefix(assets) else { return nil }
    let parts = path.dropFirst(assets.count).split(separator: "/", maxSplits: 1).map(String.init)
    guard parts.count == 2 else { return nil }
    if let file = room.renderer.asset(hash: parts[0], name: parts[1]) { return DeskSite.plain(file) }
    guard parts[1] == editorLibrary, let bytes = room.editorLibrary else { return nil }
    return DeskSite.plain(Document(contentType: "text/javascript; charset=utf-8", body: bytes, caching: .none))
  }

  /// Whether a path may be that of a picture.
  static func isMedia(_ path: Substring) -> Bool { name(path) != nil }

  private static func name(_ path: Substring) -> MediaName? {
    path.hasPrefix(media) ? MediaName(String(path.dropFirst(media.count))) : nil
  }

  /// A stored file, for who is signed in; nil where the path is none of one.
  func media(_ route: DeskSite.Route) async throws -> Answer? {
    guard let name = DeskFiles.name(route.path) else { return nil }
    guard let visitor = route.visitor, !visitor.awaitsSecondFactor else { throw DeskFault.notSignedIn }
    guard try await room.library.knows(name) else { throw DeskFault.notFound }
    let path = room.edition.files.path(of: name)
    guard let facts = try await FileReader.facts(path) else { throw FileReader.Fault(path: path, number: 0) }
    return MediaAnswer.make(name, path: path, facts: facts, for: route.asking)
  }
}
