import Foundation
package import Model
import Store

/// Takes files into the newsroom's library that the darkroom made ready.
struct AddMedia: Sendable {
  /// Files of one act.
  static let filesMax = 200

  let files: [LibraryFile]
  let actor: Actor
  let now: Date

  func perform(_ ledger: Ledger) throws {
    let person = try Permission.person(actor, .upload)
    guard files.count <= AddMedia.filesMax else {
      throw Refusal(.beyondLimit(what: Wording("Files at once", "一次上传的文件数"), limit: AddMedia.filesMax), place: "")
    }
    for file in files {
      let name = file.filed.media.name
      let note = try AddMedia.checked(file.note)
      let isKnown = try ledger.mediaNote(name) != nil
      try ledger.add(file.filed.media, source: file.filed.sourceHash)
      // What was said of a file stays when it is sent in once more.
      guard !isKnown else { continue }
      try ledger.set(note, of: name, by: person, at: now)
      try ledger.record(
        "add-media", actor, on: AddMedia.subject(name), after: name.hash,
        detail: .object(["title": .string(note.title), "bytes": .integer(file.filed.media.bytes)]), at: now)
    }
  }

  /// Texts in one line each, within their limit.
  static func checked(_ note: MediaNote) throws(Refusal) -> MediaNote {
    func line(_ text: String, _ what: Wording, _ place: String) throws(Refusal) -> String {
      let line = text.split(whereSeparator: \.isNewline).joined(separator: " ").trimmingCharacters(in: .whitespaces)
      try LineCheck.check(line, what, max: MediaNote.textMax, place: place)
      return line
    }
    guard (0...1).contains(note.focus.x), (0...1).contains(note.focus.y) else {
      throw Refusal(
        .value(Wording("The focal point lies within the picture.", "焦点须在图片之内。")), place: "x")
    }
    return MediaNote(
      title: try line(note.title, Wording("The title in characters", "标题字数"), "title"),
      alternative: try line(
        note.alternative, Wording("The words for who does not see it, in characters", "替代文字字数"), "alternative"),
      caption: try line(note.caption, Wording("The caption in characters", "图注字数"), "caption"),
      credit: try line(note.credit, Wording("The credit in characters", "署名字数"), "credit"), focus: note.focus)
  }

  static func subject(_ name: MediaName) -> String { "media \(name)" }
}

/// A file for the library with what is said of it.
package struct LibraryFile: Sendable, Equatable {
  package let filed: FiledMedia
  package let note: MediaNote

  package init(filed: FiledMedia, note: MediaNote) {
    self.filed = filed
    self.note = note
  }
}

extension Desk {
  /// Takes files into the library; what is said of one that is there already stays. They are stored already. Throws
  /// `Refusal`.
  package func addMedia(_ files: [LibraryFile], as actor: Actor) async throws {
    try await perform { ledger, now in
      try AddMedia(files: files, actor: actor, now: now).perform(ledger)
    }
  }

  /// Changes what is said of a file of the library. Throws `Refusal`.
  package func describe(_ name: MediaName, _ note: MediaNote, as actor: Actor) async throws {
    try await perform { ledger, now in
      let person = try Permission.person(actor, .upload)
      guard let before = try ledger.mediaNote(name) else {
        throw Refusal(.notFound(Wording("file", "文件")), place: AddMedia.subject(name))
      }
      let note = try AddMedia.checked(note)
      guard note != before else { return }
      try ledger.set(note, of: name, by: person, at: now)
      try ledger.record(
        "describe-media", actor, on: AddMedia.subject(name), before: before.hash, after: note.hash, at: now)
    }
  }
}

extension MediaNote {
  /// What the record shows as before and after.
  fileprivate var hash: String {
    let facts: JSON = .array([
      .string(title), .string(alternative), .string(caption), .string(credit), .number(focus.x), .number(focus.y),
    ])
    return ContentHash.text(of: Array(facts.text.utf8))
  }
}
