import Foundation

/// A colour of sRGB.
struct Colour: Equatable {
  /// 0…1, with the transfer curve.
  let red: Double
  let green: Double
  let blue: Double

  /// Reads `#rrggbb` and nothing else.
  init?(_ text: String) {
    let digits = text.dropFirst()
    guard text.hasPrefix("#"), digits.utf8.count == 6, digits.allSatisfy(\.isHexDigit),
      let number = Int(digits, radix: 16)
    else { return nil }
    red = Double(number >> 16) / 255
    green = Double(number >> 8 & 255) / 255
    blue = Double(number & 255) / 255
  }

  private init(red: Double, green: Double, blue: Double) {
    self.red = min(1, max(0, red))
    self.green = min(1, max(0, green))
    self.blue = min(1, max(0, blue))
  }

  /// From OKLCH (Björn Ottosson, A perceptual color space for image processing), brought into sRGB by cutting.
  init(lightness: Double, chroma: Double, hue: Double) {
    let a = chroma * cos(hue)
    let b = chroma * sin(hue)
    let long = pow(lightness + 0.3963377774 * a + 0.2158037573 * b, 3)
    let medium = pow(lightness - 0.1055613458 * a - 0.0638541728 * b, 3)
    let short = pow(lightness - 0.0894841775 * a - 1.2914855480 * b, 3)
    self.init(
      red: Colour.curved(4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short),
      green: Colour.curved(-1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short),
      blue: Colour.curved(-0.0041960863 * long - 0.7034186147 * medium + 1.7076147010 * short))
  }

  /// `#rrggbb`.
  var text: String {
    "#"
      + [red, green, blue].map { part in
        let number = Int((part * 255).rounded())
        return (number < 16 ? "0" : "") + String(number, radix: 16)
      }.joined()
  }

  /// In OKLCH: lightness 0…1, chroma, hue in radians.
  var lightnessChromaHue: (lightness: Double, chroma: Double, hue: Double) {
    let (r, g, b) = (Colour.linear(red), Colour.linear(green), Colour.linear(blue))
    let long = cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b)
    let medium = cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b)
    let short = cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b)
    let lightness = 0.2104542553 * long + 0.7936177850 * medium - 0.0040720468 * short
    let x = 1.9779984951 * long - 2.4285922050 * medium + 0.4505937099 * short
    let y = 0.0259040371 * long + 0.7827717662 * medium - 0.8086757660 * short
    return (lightness, (x * x + y * y).squareRoot(), atan2(y, x))
  }

  /// WCAG 2.2, contrast ratio.
  func contrast(with other: Colour) -> Double {
    let (one, two) = (luminance, other.luminance)
    return (max(one, two) + 0.05) / (min(one, two) + 0.05)
  }

  /// A part of this colour laid on another.
  func mixed(into ground: Colour, part: Double) -> Colour {
    Colour(
      red: red * part + ground.red * (1 - part), green: green * part + ground.green * (1 - part),
      blue: blue * part + ground.blue * (1 - part))
  }

  private var luminance: Double {
    0.2126 * Colour.linear(red) + 0.7152 * Colour.linear(green) + 0.0722 * Colour.linear(blue)
  }

  private static func linear(_ part: Double) -> Double {
    part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4)
  }

  private static func curved(_ part: Double) -> Double {
    part <= 0.0031308 ? part * 12.92 : 1.055 * pow(part, 1 / 2.4) - 0.055
  }
}
