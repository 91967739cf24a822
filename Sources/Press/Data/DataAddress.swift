/// A small file as an address of its own (RFC 2397): the page that links to it carries it, and nothing is fetched.
enum DataAddress {
  /// Of any bytes, in Base64 (RFC 4648).
  static func of(_ bytes: [UInt8], type: String) -> String {
    let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    let head = "data:\(type);base64,"
    return String(unsafeUninitializedCapacity: head.utf8.count + (bytes.count + 2) / 3 * 4) { out in
      var end = 0
      func put(_ byte: UInt8) {
        out[end] = byte
        end += 1
      }
      for byte in head.utf8 { put(byte) }
      for at in stride(from: 0, to: bytes.count, by: 3) {
        let count = min(3, bytes.count - at)
        var group = 0
        for place in 0..<3 { group = group << 8 | (place < count ? Int(bytes[at + place]) : 0) }
        for place in 0..<4 { put(place <= count ? digits[group >> (18 - 6 * place) & 63] : 0x3D) }
      }
      return end
    }
  }

  /// Of a text in UTF-8. Letters of all scripts stand as they are (RFC 3987), so that they pack with those of the page.
  static func of(_ text: String, type: String) -> String {
    let head = "data:\(type);charset=utf-8,"
    var text = text
    return text.withUTF8 { bytes in
      String(unsafeUninitializedCapacity: head.utf8.count + bytes.count * 3) { out in
        var end = 0
        func put(_ byte: UInt8) {
          out[end] = byte
          end += 1
        }
        for byte in head.utf8 { put(byte) }
        var at = 0
        while at < bytes.count {
          let length = plainLength(bytes, at)
          if length == 0 {
            put(0x25)
            put(digit(bytes[at] >> 4))
            put(digit(bytes[at] & 15))
            at += 1
          }
          for place in at..<at + length { put(bytes[place]) }
          at += length
        }
        return end
      }
    }
  }

  private static func digit(_ half: UInt8) -> UInt8 { half < 10 ? 48 + half : 55 + half }

  /// How many bytes the character at a place has, where it may stand in an address and HTML need not escape it; else 0.
  /// Of those beyond ASCII these are U+00C0 to U+07FF and U+0800 to U+CFFF, and the full-width forms with their marks.
  private static func plainLength(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> Int {
    switch bytes[at] {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E: 1
    // @ , = : / ; ( ) * + ! $
    case 0x40, 0x2C, 0x3D, 0x3A, 0x2F, 0x3B, 0x28...0x2B, 0x21, 0x24: 1
    case 0xC3...0xDF: 2
    case 0xE0...0xEC: 3
    case 0xEF: bytes[at + 1] == 0xBC || bytes[at + 1] == 0xBD ? 3 : 0
    default: 0
    }
  }
}
