/// Writes XML 1.0 in UTF-8. Text is escaped byte by byte, and characters that XML forbids are left out, so that any
/// string at all gives a well-formed document. Names of elements and attributes are ours and are not checked.
struct XMLWriter {
  private(set) var bytes: [UInt8] = Array(#"<?xml version="1.0" encoding="UTF-8"?>"#.utf8)
  private var depth = 0

  /// An element with what `content` writes into it.
  mutating func element(
    _ name: String, _ attributes: [(String, String)] = [], content: (inout XMLWriter) -> Void
  ) {
    begin(name, attributes)
    bytes.append(0x3E)
    depth += 1
    content(&self)
    depth -= 1
    newLine()
    end(name)
  }

  /// An element of text alone.
  mutating func element(_ name: String, _ attributes: [(String, String)] = [], text: String) {
    begin(name, attributes)
    bytes.append(0x3E)
    escape(text, inAttribute: false)
    end(name)
  }

  /// An element without content.
  mutating func empty(_ name: String, _ attributes: [(String, String)]) {
    begin(name, attributes)
    bytes += "/>".utf8
  }

  private mutating func begin(_ name: String, _ attributes: [(String, String)]) {
    newLine()
    bytes.append(0x3C)
    bytes += name.utf8
    for (key, value) in attributes {
      bytes.append(0x20)
      bytes += key.utf8
      bytes += "=\"".utf8
      escape(value, inAttribute: true)
      bytes.append(0x22)
    }
  }

  private mutating func end(_ name: String) {
    bytes += "</".utf8
    bytes += name.utf8
    bytes.append(0x3E)
  }

  private mutating func newLine() {
    bytes.append(0x0A)
    bytes += repeatElement(0x20, count: depth)
  }

  /// `&`, `<`, `>` and in attributes `"` and white space become references; a carriage return always does, since a
  /// reader would make a line feed of it. Forbidden (XML 1.0, 2.2) and left out: U+0000 to U+001F but for tab, line
  /// feed and carriage return, U+FFFE and U+FFFF.
  private mutating func escape(_ text: String, inAttribute: Bool) {
    for byte in text.utf8 {
      switch byte {
      case 0x26: bytes += "&amp;".utf8
      case 0x3C: bytes += "&lt;".utf8
      case 0x3E: bytes += "&gt;".utf8
      case 0x22 where inAttribute: bytes += "&quot;".utf8
      case 0x09 where inAttribute: bytes += "&#9;".utf8
      case 0x0A where inAttribute: bytes += "&#10;".utf8
      case 0x0D: bytes += "&#13;".utf8
      case 0x00..<0x09, 0x0B, 0x0C, 0x0E..<0x20: break
      case 0xBE, 0xBF:
        // U+FFFE and U+FFFF are EF BF BE and EF BF BF.
        if bytes.suffix(2).elementsEqual([0xEF, 0xBF]) { bytes.removeLast(2) } else { bytes.append(byte) }
      default: bytes.append(byte)
      }
    }
  }
}
