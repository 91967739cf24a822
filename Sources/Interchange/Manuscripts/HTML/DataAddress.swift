import Foundation

/// Addresses that carry their file themselves: `data:image/png;base64,…` (RFC 2397).
enum DataAddress {
  /// The bytes of a picture in base64; nil for any other address.
  static func bytes(_ address: String) -> [UInt8]? {
    guard address.prefix(11).lowercased() == "data:image/", let comma = address.firstIndex(of: ","),
      address[..<comma].lowercased().hasSuffix(";base64"),
      let data = Data(base64Encoded: String(address[address.index(after: comma)...]), options: .ignoreUnknownCharacters)
    else { return nil }
    return Array(data)
  }
}
