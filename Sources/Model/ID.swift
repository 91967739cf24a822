package import Foundation

/// The identity of one thing of a kind, made before the thing is stored. Prints as a lower-case UUID.
package struct ID<Of>: Hashable, Sendable, Codable, CustomStringConvertible {
  package let raw: UUID

  package init(raw: UUID) { self.raw = raw }

  /// Reads a UUID in its usual form; nil when the text is none.
  package init?(_ text: String) {
    guard let raw = ID.read(text) else { return nil }
    self.raw = raw
  }

  /// RFC 9562, section 4: 32 hexadecimal digits in groups of 8, 4, 4, 4 and 12.
  private static func read(_ text: String) -> UUID? {
    var text = text
    return text.withUTF8 { digits in
      guard digits.count == 36 else { return nil }
      var uuid: uuid_t = (0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)
      let isRead = withUnsafeMutableBytes(of: &uuid) { bytes in
        var at = 0
        for place in 0..<16 {
          if at == 8 || at == 13 || at == 18 || at == 23 {
            guard digits[at] == 0x2D else { return false }
            at += 1
          }
          guard let high = value(digits[at]), let low = value(digits[at + 1]) else { return false }
          bytes[place] = high << 4 | low
          at += 2
        }
        return true
      }
      return isRead ? UUID(uuid: uuid) : nil
    }
  }

  private static func value(_ digit: UInt8) -> UInt8? {
    switch digit {
    case 0x30...0x39: digit - 0x30
    case 0x41...0x46: digit - 0x37
    case 0x61...0x66: digit - 0x57
    default: nil
    }
  }

  package init(from decoder: any Decoder) throws {
    raw = try decoder.singleValueContainer().decode(UUID.self)
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }

  package var description: String { raw.uuidString.lowercased() }
}
