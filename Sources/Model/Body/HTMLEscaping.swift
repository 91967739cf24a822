/// Text made safe for HTML, in elements and in quoted attributes.
package enum HTMLEscaping {
  /// The text with `&`, `<`, `>`, `"` and `'` as references, judged byte by byte: a mark that joins itself to a quote
  /// hides nothing. Control characters and non-characters, which HTML forbids, are left out.
  package static func escape(_ text: String) -> String {
    var text = text
    let isPlain = text.withUTF8 { bytes in bytes.allSatisfy(isHarmless) }
    guard !isPlain else { return text }
    var out: [UInt8] = []
    out.reserveCapacity(text.utf8.count + 32)
    append(text, to: &out)
    return String(decoding: out, as: UTF8.self)
  }

  /// Writes a text, escaped, behind what is there.
  /// Adds the text, escaped, to bytes.
  package static func append(_ text: String, to out: inout [UInt8]) {
    let start = out.count
    for byte in text.utf8 {
      switch byte {
      case 0x26: out += "&amp;".utf8
      case 0x3C: out += "&lt;".utf8
      case 0x3E: out += "&gt;".utf8
      case 0x22: out += "&quot;".utf8
      case 0x27: out += "&#39;".utf8
      case 0x00..<0x09, 0x0B, 0x0C, 0x0D, 0x0E..<0x20, 0x7F: break
      case 0x80...0xBF: appendContinuation(byte, to: &out, from: start)
      default: out.append(byte)
      }
    }
  }

  /// Takes back U+0080 to U+009F (C2 80 to C2 9F), U+FFFE and U+FFFF (EF BF BE, EF BF BF).
  private static func appendContinuation(_ byte: UInt8, to out: inout [UInt8], from start: Int) {
    if byte < 0xA0, out.count > start, out[out.count - 1] == 0xC2 {
      out.removeLast()
    } else if byte >= 0xBE, out.count >= start + 2, out[out.count - 2] == 0xEF, out[out.count - 1] == 0xBF {
      out.removeLast(2)
    } else {
      out.append(byte)
    }
  }

  /// Whether a byte stands for itself wherever it is.
  private static func isHarmless(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x26, 0x3C, 0x3E, 0x22, 0x27, 0x00..<0x09, 0x0B..<0x20, 0x7F, 0xC2, 0xEF: false
    default: true
    }
  }
}
