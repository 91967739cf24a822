import Foundation

/// The accent colour and how it reads on the paper's ground.
enum Accent {
  /// WCAG 2.2, 1.4.3.
  static let contrastMin = 4.5
  private static let paper = "#fbfcfb"

  /// Red, green and blue, 0…255; nil unless the text is `#rrggbb`.
  static func channels(_ text: String) -> [Int]? {
    let digits = Array(text.utf8.dropFirst())
    guard text.hasPrefix("#"), digits.count == 6, let number = Int(String(text.dropFirst()), radix: 16),
      digits.allSatisfy({ (48...57).contains($0) || (97...102).contains($0 | 32) })
    else { return nil }
    return [number >> 16, number >> 8 & 255, number & 255]
  }

  /// The ratio to the paper, 1…21.
  static func contrast(_ text: String) -> Double? {
    guard let own = luminance(text), let ground = luminance(paper) else { return nil }
    return (max(own, ground) + 0.05) / (min(own, ground) + 0.05)
  }

  private static func luminance(_ text: String) -> Double? {
    guard let channels = channels(text) else { return nil }
    let linear = channels.map { channel -> Double in
      let share = Double(channel) / 255
      return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
  }
}
