import Model

/// The first look at a PDF.
package enum PDFProbe {
  /// The largest PDF of a page, in bytes.
  package static let bytesMax = 64 << 20

  /// Whether the head of a file is that of a PDF: its mark within the first 1,024 bytes (as readers take it).
  package static func isPDF(_ head: [UInt8]) -> Bool {
    head.prefix(1_024).firstRange(of: Array("%PDF-".utf8)) != nil
  }

  /// Throws `PrepressError` unless the file is a PDF of an allowed size.
  static func check(_ source: SourceFile) throws {
    guard isPDF(try source.head(1_024, max: bytesMax)) else {
      throw PrepressError(
        .unknownType, "\(source.name) is no PDF: export the page as PDF.", "\(source.name) 不是 PDF：请把版面导出为 PDF。",
        place: source.path)
    }
  }
}
