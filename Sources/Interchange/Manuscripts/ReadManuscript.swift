package import Foundation
package import Model

/// One manuscript file, read. The names of its pictures are those that its body points to, none twice.
package struct ReadManuscript: Sendable, Equatable {
  package var copy: Copy
  package var pictures: [ManuscriptPicture] = []
  /// The comments that stood in it, in its order.
  package var notes: [ManuscriptNote] = []
  /// What was dropped or moved, and how often: a line for each kind.
  package var leftOut: [Wording] = []

  /// As the file of a story in an issue folder: its head, then its text in CommonMark.
  package var storyText: String { StoryWriter.text(of: StoryManuscript(file: "", copy: copy)) }
}

/// A picture that came within a manuscript, byte for byte as it stood there.
package struct ManuscriptPicture: Sendable, Equatable {
  /// As in the body's `.file(name)`; its ending is that of a `MediaType`.
  package var name: String
  package var bytes: [UInt8]
}

/// A comment that somebody set beside a paragraph.
package struct ManuscriptNote: Sendable, Equatable {
  /// The index of the top block that it stands beside, from 0; 0 too for one on the headline.
  package var paragraph: Int
  package var author: String
  /// Never empty; lines are parted by line ends.
  package var text: String
  package var made: Date?
}

/// What is read at most of one manuscript. A test crosses each.
package struct ManuscriptLimits: Sendable {
  package static let standard = ManuscriptLimits()

  package var fileBytesMax = 64_000_000
  /// Of all parts of a DOCX together.
  package var unpackedBytesMax = 256_000_000
  /// How often the size of the file its unpacked parts may be.
  package var unpackedRatioMax = 200
  package var entriesMax = 5_000
  /// Of one XML part.
  package var partBytesMax = 64_000_000
  package var paragraphsMax = 20_000
  package var cellsMax = 50_000
  /// Tables and text boxes within each other.
  package var depthMax = 12
  /// What is beyond is left out and told.
  package var picturesMax = 200
  /// Of one picture; a larger one is left out and told.
  package var pictureBytesMax = 40_000_000
  /// Of all pictures together; what is beyond is left out and told.
  package var picturesBytesMax = 128_000_000
  /// Of the text in UTF-8.
  package var textBytesMax = 4_000_000
  /// What is beyond is left out and told.
  package var notesMax = 1_000
}

/// Why a manuscript is not read: a sentence that says what to do.
struct Unreadable: Error, Equatable {
  let wording: Wording

  init(_ english: String, _ chinese: Chinese) { wording = Wording(english, chinese) }

  static let damaged = Unreadable(
    "This file is damaged; open it in Word or WPS and save it again.", "文件已损坏，请用 Word 或 WPS 打开后重新保存。")
}
