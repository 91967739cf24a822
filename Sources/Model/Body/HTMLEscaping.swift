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

  /// Adds the text, escaped, to bytes.
  package static func append(_ text: String, to out: inout [UInt8]) {
    var text = text
    text.withUTF8 { bytes in
      var from = 0
      var at = 0
      while at < bytes.count {
        guard !isHarmless(bytes[at]), let (length, replacement) = replaced(bytes, at) else {
          at += 1
          continue
        }
        out.append(contentsOf: bytes[from..<at])
        replacement.withUTF8Buffer { out.append(contentsOf: $0) }
        at += length
        from = at
      }
      out.append(contentsOf: bytes[from...])
    }
  }

  /// What stands for the bytes at a place, and how many they are; nil where they stand for themselves. U+0080 to U+009F
  /// are C2 80 to C2 9F, U+FFFE and U+FFFF are EF BF BE and EF BF BF.
  private static func replaced(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> (Int, StaticString)? {
    switch bytes[at] {
    case 0x26: return (1, "&amp;")
    case 0x3C: return (1, "&lt;")
    case 0x3E: return (1, "&gt;")
    case 0x22: return (1, "&quot;")
    case 0x27: return (1, "&#39;")
    case 0xC2: return at + 1 < bytes.count && bytes[at + 1] < 0xA0 ? (2, "") : nil
    case 0xEF:
      let isNone = at + 2 < bytes.count && bytes[at + 1] == 0xBF && bytes[at + 2] >= 0xBE
      return isNone ? (3, "") : nil
    default: return bytes[at] == 0x0A ? nil : (1, "")
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
