/// The colours that follow from the one accent that a paper sets.
package struct Accent: Sendable, Equatable {
  /// As the paper set it: at least 4.5 : 1 on the light paper.
  package let light: String
  /// The same hue, lighter: at least 7 : 1 on the dark paper.
  package let dark: String
  /// For text on the accent, at least 4.5 : 1.
  package let onLight: String
  package let onDark: String
  /// A wash of the accent on the paper, under text.
  package let lightTint: String
  package let darkTint: String

  /// The least contrast on light and on dark paper, as WCAG computes it.
  package static let lightMinimum = 4.5
  package static let darkMinimum = 7.0
  /// The grounds of the theme.
  package static let lightPaper = "#fbfcfb"
  package static let darkPaper = "#0f1416"

  /// Nil when the text is not `#rrggbb` or too light to be read on the paper (WCAG 2.2, 1.4.3).
  package static func derive(_ text: String) -> Accent? {
    guard let accent = Colour(text), let paper = Colour(lightPaper), let night = Colour(darkPaper),
      let white = Colour("#ffffff"), let black = Colour("#08191d"),
      accent.contrast(with: paper) >= lightMinimum
    else { return nil }
    guard let dark = lightened(accent, on: night) else { return nil }
    return Accent(
      light: accent.text, dark: dark.text,
      onLight: (accent.contrast(with: white) >= lightMinimum ? white : paper).text,
      onDark: black.text,
      lightTint: accent.mixed(into: paper, part: 0.14).text, darkTint: dark.mixed(into: night, part: 0.2).text)
  }

  /// The contrast of two colours of the form `#rrggbb`, 1 to 21 (WCAG 2.2); nil when one is none.
  package static func contrast(_ one: String, _ other: String) -> Double? {
    guard let one = Colour(one), let other = Colour(other) else { return nil }
    return one.contrast(with: other)
  }

  /// The same hue at the lowest lightness that is bright enough, with the colour calmed: saturated light text glares.
  private static func lightened(_ accent: Colour, on night: Colour) -> Colour? {
    let wanted = 9.5
    var best: Colour?
    let base = accent.lightnessChromaHue
    for step in 0...80 {
      let lightness = 0.55 + Double(step) * 0.005
      let colour = Colour(lightness: lightness, chroma: min(base.chroma, 0.085), hue: base.hue)
      if colour.contrast(with: night) >= darkMinimum { best = colour }
      if colour.contrast(with: night) >= wanted { return colour }
    }
    return best
  }
}
