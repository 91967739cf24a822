import Foundation
import Model

extension Darkroom {
  /// The width at which a page is drawn, in pixels: the widest rendition and room above it to enlarge.
  package static let sheetWidth = 1_920
  private static let sheetQuality = 90

  /// Draws the first page of a PDF as a JPEG of `sheetWidth`, with its renditions. The PDF has at most
  /// `PDFProbe.bytesMax`. Throws `PrepressError`.
  package func pageSheet(pdf path: String, into folder: String) async throws -> Developed {
    let source = SourceFile(path: path)
    let workspace = try await files.run {
      try PDFProbe.check(source)
      let workspace = try Workspace.make(in: folder)
      try FileManager.default.createSymbolicLink(
        atPath: workspace.file("page.pdf"), withDestinationPath: source.resolved)
      return workspace
    }
    defer { workspace.remove() }
    let arguments = [
      "-f", "1", "-l", "1", "-singlefile", "-scale-to-x", "\(Darkroom.sheetWidth)", "-scale-to-y", "-1", "-jpeg",
      "-jpegopt", "quality=\(Darkroom.sheetQuality),optimize=y", "page.pdf", "sheet",
    ]
    do {
      try await runner.run(.pdfToPicture, arguments, in: workspace.path, place: path)
      return try await develop(picture: workspace.file("sheet.jpg"), into: folder)
    } catch let error as PrepressError where error.code != .outOfTime && error.code != .programMissing {
      throw PrepressError(
        .broken, "\(source.name) has no first page that can be drawn: export it again.",
        "\(source.name) 的第一页画不出来：请重新导出。", place: path,
        cause: error.cause.isEmpty ? error.wording.english : error.cause)
    }
  }
}
