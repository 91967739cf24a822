import Foundation

/// How bytes of secrets are written, and held against each other.
enum Bytes {
  /// From the system's generator for keys.
  static func random(_ count: Int) -> [UInt8] {
    var generator = SystemRandomNumberGenerator()
    return (0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) }
  }

  /// Takes the same time wherever they differ.
  static func areEqual(_ left: some Collection<UInt8>, _ right: some Collection<UInt8>) -> Bool {
    guard left.count == right.count else { return false }
    return zip(left, right).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
  }

  /// RFC 4648, 5, without padding.
  static func base64URL(_ bytes: some Sequence<UInt8>) -> String {
    Data(bytes).base64EncodedString().replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
  }

  private static let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".utf8)

  /// RFC 4648, 6, without padding.
  static func base32(_ bytes: [UInt8]) -> String {
    var (text, buffer, bits): ([UInt8], UInt32, UInt32) = ([], 0, 0)
    for byte in bytes {
      buffer = buffer << 8 | UInt32(byte)
      bits += 8
      while bits >= 5 {
        text.append(letters[Int(buffer >> (bits - 5) & 31)])
        bits -= 5
      }
      buffer &= (1 << bits) - 1
    }
    if bits > 0 { text.append(letters[Int(buffer << (5 - bits) & 31)]) }
    return String(decoding: text, as: UTF8.self)
  }

  /// Reads what `base32` writes; nil for another character.
  static func base32(_ text: String) -> [UInt8]? {
    var (bytes, buffer, bits): ([UInt8], UInt32, UInt32) = ([], 0, 0)
    for letter in text.utf8 {
      guard let value = letters.firstIndex(of: letter) else { return nil }
      buffer = buffer << 5 | UInt32(value)
      bits += 5
      if bits >= 8 {
        bytes.append(UInt8(truncatingIfNeeded: buffer >> (bits - 8)))
        bits -= 8
        buffer &= (1 << bits) - 1
      }
    }
    return bytes
  }
}
