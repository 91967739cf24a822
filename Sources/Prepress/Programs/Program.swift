/// A program of others that is run on files.
package struct Program: Sendable, Hashable {
  /// Its file's name in one of `folders`.
  package let name: String
  /// The Debian package that brings it.
  package let package: String

  package init(name: String, package: String) {
    self.name = name
    self.package = package
  }

  /// One operation of libvips on one picture.
  package static let vips = Program(name: "vips", package: "libvips-tools")
  /// Smaller sizes and other formats of several pictures.
  package static let vipsThumbnail = Program(name: "vipsthumbnail", package: "libvips-tools")
  /// Draws pages of a PDF.
  package static let pdfToPicture = Program(name: "pdftoppm", package: "poppler-utils")

  /// Where programs are looked for, in this order.
  static let folders = ["/usr/bin", "/usr/local/bin", "/bin"]
}
