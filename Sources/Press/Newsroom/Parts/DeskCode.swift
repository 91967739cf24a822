import Foundation
import Markup

/// A QR code that stands in a page: what it says must not be asked for at an address.
enum DeskCode {
  /// Pixels of each side, at least.
  static let pixelsMin = 200

  /// A PNG as a data address; empty for a text that is too long.
  static func address(of text: String) -> String {
    guard let code = QRCode(text) else { return "" }
    return "data:image/png;base64," + Data(code.picture(pixelsMin: pixelsMin).file(level: 1)).base64EncodedString()
  }
}

extension DeskText {
  /// A text as the value of a query.
  static func encoded(_ text: String) -> String {
    text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
  }
}
