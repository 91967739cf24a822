package import Model

/// What the first look at a picture's bytes tells, before any decoder sees them.
package struct PictureFacts: Sendable, Equatable {
  package let type: MediaType
  /// In pixels as stored, 1 or more.
  package let width: Int
  package let height: Int
  /// How it is to be turned: 1 (not at all) to 8, as in EXIF.
  package var orientation = 1
  /// What its colours mean.
  package var colours = Colours.standard
  /// More than one frame.
  package var isAnimated = false
  /// A PNG with a palette, as drawings and page pictures are: its smaller sizes get one too, or they weigh more.
  package var isIndexed = false

  /// What the numbers of its pixels mean.
  package enum Colours: Sendable, Equatable {
    /// sRGB, or not said.
    case standard
    /// A profile of its own, or print colours.
    case other
  }

  /// The size in pixels as shown.
  package var shown: (width: Int, height: Int) { orientation < 5 ? (width, height) : (height, width) }
}

/// Why bytes are no picture for a site.
package enum PictureFault: Error, Sendable, Equatable {
  case unknownType, vector, cutShort
  /// What is wrong with it, in words.
  case broken(String)
  case tooManyPixels(width: Int, height: Int)
}
