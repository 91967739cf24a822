/// How much one filing may bring. Sizes of text are in UTF-8 bytes.
package enum FilingLimits {
  package static let storiesMax = 2_000
  package static let pagesMax = 999
  package static let headlineLinesMax = 20
  /// Of each field of the head.
  package static let fieldBytesMax = 4_000
  /// Of the whole copy as JSON.
  package static let copyBytesMax = 8_000_000
  package static let fileNameBytesMax = 255
  package static let bylinesMax = 100
  package static let keywordsMax = 100
  package static let placementsMax = 50
  package static let hotspotsMax = 100
  package static let aliasesMax = 100
  package static let aliasBytesMax = 2_000
  package static let correctionsMax = 200
  package static let viewsMax = 1_000_000_000_000
  package static let redirectsMax = 1_000_000
  package static let whyBytesMax = 2_000
}
