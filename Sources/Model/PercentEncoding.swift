/// Texts in addresses: what must not stand there is a percent sign and two digits (RFC 3986, section 2.1).
extension Address {
  /// A path: all but unreserved characters and slashes is encoded.
  package static func encoded(_ path: String) -> String {
    percentEncoded(path) { byte in byte == 0x2F || isUnreserved(byte) }
  }

  /// The value of a field in a query: all but unreserved characters is encoded.
  package static func queryValue(_ text: String) -> String { percentEncoded(text, isPlain: isUnreserved) }

  /// Letters, digits and `-._~` (RFC 3986, section 2.3).
  private static func isUnreserved(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E: true
    default: false
    }
  }

  /// A text with every byte that is not plain as a percent sign and two digits.
  private static func percentEncoded(_ text: String, isPlain: (UInt8) -> Bool) -> String {
    func digit(_ value: UInt8) -> UInt8 { value < 10 ? 0x30 + value : 0x37 + value }
    var text = text
    return text.withUTF8 { bytes in
      let plain = bytes.reduce(0) { isPlain($1) ? $0 + 1 : $0 }
      return String(unsafeUninitializedCapacity: plain + 3 * (bytes.count - plain)) { out in
        var at = 0
        for byte in bytes {
          if isPlain(byte) {
            out[at] = byte
            at += 1
          } else {
            (out[at], out[at + 1], out[at + 2]) = (0x25, digit(byte >> 4), digit(byte & 0xF))
            at += 3
          }
        }
        return at
      }
    }
  }
}
