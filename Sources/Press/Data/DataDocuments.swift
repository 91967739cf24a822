import Markup
package import Model

/// What stands beside the pages: pictures of the paper, the manifest, QR codes and citations.
extension Renderer {
  /// The side that a QR code has at least, in pixels, so that a phone reads it from a screen.
  static let codePixelsMin = 300

  /// How the paper stands on a home screen.
  package func manifest(icon: SiteIcon) -> Document {
    let json = WebManifest(settings: settings, icon: icon).json
    return Document(contentType: "application/manifest+json; charset=utf-8", body: json.bytes)
  }

  /// The picture of the paper on a home screen.
  package func icon(_ icon: SiteIcon) -> Document { Document(contentType: "image/png", body: icon.file) }

  /// The picture of the paper for links without one: its own, a PNG, JPEG, WebP or GIF, else the icon.
  package func shareImage(_ own: [UInt8]?, icon: SiteIcon) -> Document {
    guard let own, let type = PictureType.contentType(of: own) else { return self.icon(icon) }
    return Document(contentType: type, body: own)
  }

  /// The QR code of an article's permalink in full; nil when that is longer than a code holds.
  package func qrCode(serial: Int, day: Day) -> Document? {
    guard let code = QRCode(links.article(serial: serial, day: day)) else { return nil }
    let picture = code.picture(pixelsMin: Renderer.codePixelsMin)
    // Squares pack well without trying: the hardest takes twenty times as long for a fifth of the bytes.
    return Document(contentType: "image/png", body: picture.file(level: 1))
  }

  /// The same code as a page carries it, a pixel a module, for the style sheet to enlarge; empty where there is none.
  func smallCode(of address: String) -> String {
    guard let code = QRCode(address) else { return "" }
    return DataAddress.of(code.smallPicture, type: "image/png")
  }

  /// The file that a reader's own library of sources takes in.
  package func citation(_ format: CitationFormat, _ reading: ArticleReading) -> Document {
    let text = Citation(reading, links: links).text(format)
    return Document(
      contentType: "\(format.mediaType); charset=utf-8", body: Array(text.utf8), modified: reading.article.modified)
  }
}

extension CitationFormat {
  /// Without its charset.
  var mediaType: String {
    switch self {
    case .bib: "application/x-bibtex"
    case .ris: "application/x-research-info-systems"
    }
  }
}

/// What a picture is by its first bytes.
enum PictureType {
  /// Nil for none of the four that every browser shows.
  static func contentType(of file: [UInt8]) -> String? {
    if PNG.size(of: file) != nil { return "image/png" }
    if file.starts(with: [0xFF, 0xD8, 0xFF]) { return "image/jpeg" }
    if file.starts(with: "GIF8".utf8) { return "image/gif" }
    if file.starts(with: "RIFF".utf8), file.dropFirst(8).starts(with: "WEBP".utf8) { return "image/webp" }
    return nil
  }
}
