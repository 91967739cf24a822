import Markup

/// The picture that stands for the paper on a home screen, at `/icon.png`: always a square PNG.
package struct SiteIcon: Sendable, Equatable {
  /// The smallest side that a picture of the paper's own must have, in pixels: what browsers ask of an icon.
  package static let sideMin = 192
  /// The side of the one that is drawn.
  package static let drawnSide = 512

  /// A PNG.
  package let file: [UInt8]
  /// In pixels.
  package let side: Int
  /// Whether it is the drawn one, of which a mask of any shape may cut off the outer tenth on each side.
  package let isDrawn: Bool

  /// The first of the paper's own pictures that is a square PNG of at least `sideMin`, else one that is drawn: a sheet
  /// with its masthead, its double rule and its columns, in the colour of paper on the accent.
  package init(candidates: [[UInt8]], accent: String) {
    for file in candidates {
      guard let size = PNG.size(of: file), size.width == size.height, size.width >= SiteIcon.sideMin else { continue }
      self.file = file
      side = size.width
      isDrawn = false
      return
    }
    side = SiteIcon.drawnSide
    isDrawn = true
    file = SiteIcon.drawn(accent: PNG.Colour(accent) ?? PNG.Colour(red: 0, green: 0x56, blue: 0x6A))
  }

  private static func drawn(accent: PNG.Colour) -> [UInt8] {
    let paper = PNG.Colour(red: 0xFB, green: 0xFC, blue: 0xFB)
    var picture = PNG.Picture(width: drawnSide, height: drawnSide, palette: [accent, paper])
    picture.fill(x: 112..<400, y: 120..<192, with: 1)
    picture.fill(x: 112..<400, y: 212..<224, with: 1)
    picture.fill(x: 112..<400, y: 232..<236, with: 1)
    for row in 0..<5 {
      let y = 264 + row * 28
      picture.fill(x: 112..<246, y: y..<y + 12, with: 1)
      picture.fill(x: 266..<(row == 4 ? 340 : 400), y: y..<y + 12, with: 1)
    }
    return picture.file()
  }
}
