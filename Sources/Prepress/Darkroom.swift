import Foundation
import Model

/// Makes the files of an issue ready for the site: pictures without the data that cameras write, in several sizes and
/// formats; page pictures from PDF; recordings. The same file always gives the same bytes. Files are known by their
/// content, and all that is not known is refused with one sentence that names it.
package struct Darkroom: Sendable {
  let runner: ProgramRunner
  let files = FileWork()

  /// At most `width` programs run at once.
  package init(width: Int = 2) { runner = ProgramRunner(width: width) }

  /// Makes a picture, recording or PDF ready, whichever the content says it is. Throws `PrepressError`.
  package func develop(file path: String, into folder: String) async throws -> Developed {
    let head = try await files.run { try SourceFile(path: path).head(4_096, max: RecordingProbe.bytesMax) }
    if PDFProbe.isPDF(head) { return Developed(original: try await develop(pdf: path, into: folder)) }
    if RecordingProbe.type(of: head, name: path) != nil {
      return Developed(original: try await develop(recording: path, into: folder))
    }
    return try await develop(picture: path, into: folder)
  }

  /// Copies a recording: MP3, M4A, Ogg, MP4 or WebM of at most `RecordingProbe.bytesMax`. Throws `PrepressError`.
  package func develop(recording path: String, into folder: String) async throws -> DevelopedFile {
    try await files.run {
      let source = SourceFile(path: path)
      let head = try source.head(4_096, max: RecordingProbe.bytesMax)
      guard let type = RecordingProbe.type(of: head, name: path) else {
        throw PrepressError(
          .unknownType, "\(source.name) is no recording that browsers play: use MP3, M4A, Ogg, MP4 or WebM.",
          "\(source.name) 不是浏览器能播放的录音或录像，请用 MP3、M4A、Ogg、MP4 或 WebM。", place: path)
      }
      return try Workspace.make(in: folder).copy(source, as: type)
    }
  }

  /// Copies a PDF of at most `PDFProbe.bytesMax`. Throws `PrepressError`.
  package func develop(pdf path: String, into folder: String) async throws -> DevelopedFile {
    try await files.run {
      let source = SourceFile(path: path)
      try PDFProbe.check(source)
      return try Workspace.make(in: folder).copy(source, as: .pdf)
    }
  }
}
