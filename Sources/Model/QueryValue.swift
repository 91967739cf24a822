extension Address {
  /// A text as the value of a field in the query of an address: every byte but letters, digits and `-._~` as a percent
  /// sign and two digits (RFC 3986, section 2.3).
  package static func queryValue(_ text: String) -> String {
    var out: [UInt8] = []
    for byte in text.utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E: out.append(byte)
      default: out += [0x25, digit(byte >> 4), digit(byte & 0xF)]
      }
    }
    return String(decoding: out, as: UTF8.self)
  }

  private static func digit(_ value: UInt8) -> UInt8 { value < 10 ? 0x30 + value : 0x37 + value }
}
