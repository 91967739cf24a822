import Foundation
import Interchange
import Model
import Newsroom
import Prepress
import Store

/// Reads manuscripts that were sent in; their pictures go into the library at once, so that they can be looked at.
struct ManuscriptIntake: Sendable {
  let room: DeskRoom
  private let work = FileWork()

  init(room: DeskRoom) { self.room = room }

  func read(_ files: [SentFile], as actor: Actor) async throws -> [WaitingImports.Manuscript] {
    var all: [WaitingImports.Manuscript] = []
    for file in files {
      var manuscript = WaitingImports.Manuscript(file: file.name)
      do {
        let read = try await work.run {
          let bytes = try Data(contentsOf: URL(fileURLWithPath: file.path), options: .mappedIfSafe)
          return try ManuscriptReader.read(Array(bytes), name: file.name)
        }
        manuscript.read = try await withPictures(read, beside: file.path, as: actor)
      } catch let faults as Faults {
        manuscript.fault = faults.all.map(\.message).joined()
      }
      all.append(manuscript)
    }
    return all
  }

  /// A picture that cannot be made ready is left out, and told.
  private func withPictures(
    _ read: ReadManuscript, beside path: String, as actor: Actor
  ) async throws -> ReadManuscript {
    guard !read.pictures.isEmpty else { return read }
    var read = read
    let intake = room.intake
    var stored: [String: MediaName] = [:]
    var files: [LibraryFile] = []
    for (index, picture) in read.pictures.enumerated() {
      let file = "\(path)-\(index)"
      let bytes = picture.bytes
      try await work.run { try Data(bytes).write(to: URL(fileURLWithPath: file)) }
      do {
        let filed = try await intake.take(file: file, named: picture.name)
        files.append(LibraryFile(filed: filed, note: MediaNote(title: picture.name)))
        stored[picture.name] = filed.media.name
      } catch let faults as Faults {
        read.leftOut += faults.all.map(\.message)
      }
    }
    do {
      try await room.desk.addMedia(files, as: actor)
      intake.keepAdded()
    } catch {
      await intake.takeBack(await intake.hold())
      throw error
    }
    read.pictures = []
    read.copy.body = Body(read.copy.body.blocks.compactMap { $0.keepingPictures(stored) })
    return read
  }
}

extension Block {
  /// The block with its pictures under their stored names, without those that are not stored; nil where nothing is
  /// left.
  fileprivate func keepingPictures(_ stored: [String: MediaName]) -> Block? {
    func name(_ reference: MediaReference) -> MediaReference? {
      guard case .file(let file) = reference else { return reference }
      return stored[file].map(MediaReference.stored)
    }
    switch self {
    case .figure(var figure):
      guard let media = name(figure.media) else { return nil }
      figure.media = media
      return .figure(figure)
    case .gallery(let figures):
      let kept = figures.compactMap { figure -> Figure? in
        guard let media = name(figure.media) else { return nil }
        return Figure(media: media, alternative: figure.alternative, caption: figure.caption, credit: figure.credit)
      }
      return kept.isEmpty ? nil : .gallery(kept)
    case .quote(let blocks):
      let kept = blocks.compactMap { $0.keepingPictures(stored) }
      return kept.isEmpty ? nil : .quote(kept)
    case .note(let kind, let blocks):
      let kept = blocks.compactMap { $0.keepingPictures(stored) }
      return kept.isEmpty ? nil : .note(kind, kept)
    case .list(let isOrdered, let start, let items):
      let kept = items.map { $0.compactMap { $0.keepingPictures(stored) } }.filter { !$0.isEmpty }
      return kept.isEmpty ? nil : .list(ordered: isOrdered, start: start, items: kept)
    default: return self
    }
  }
}
