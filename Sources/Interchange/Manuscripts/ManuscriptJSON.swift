import Foundation
import Model

/// A manuscript that was read, as JSON for programs: the fields of the head, the text in lines, the body, the names
/// and hashes of the pictures, comments, and what was left out.
package enum ManuscriptJSON {
  /// One line.
  package static func text(of manuscript: ReadManuscript) -> String {
    let copy = manuscript.copy
    let lines = [copy.kicker] + copy.headline + [copy.subhead, Byline.print(copy.bylines, language: "zh-Hans")]
    let value = JSON.object([
      "kicker": .string(copy.kicker), "headline": .array(copy.headline.map(JSON.string)),
      "subhead": .string(copy.subhead),
      "byline": .string(Byline.print(copy.bylines, language: "zh-Hans")),
      "lines": .array((lines + copy.body.lines).filter { !$0.isEmpty }.map(JSON.string)),
      "body": copy.body.json,
      "pictures": .array(
        manuscript.pictures.map { picture in
          .object([
            "name": .string(picture.name), "bytes": .integer(picture.bytes.count),
            "sha256": .string(ContentHash.text(of: picture.bytes)),
          ])
        }),
      "notes": .array(
        manuscript.notes.map { note in
          .object([
            "paragraph": .integer(note.paragraph), "author": .string(note.author), "text": .string(note.text),
            "made": note.made.map { .string(InstantText.write($0)) } ?? .null,
          ])
        }),
      "leftOut": .array(
        manuscript.leftOut.map { .object(["en": .string($0.english), "zh": .string($0.chinese.simplified)]) }),
    ])
    return value.text
  }
}
