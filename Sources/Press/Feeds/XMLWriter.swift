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
    var text = text
    text.withUTF8 { source in
      var from = 0
      for at in source.indices where XMLWriter.isSpecial(source[at]) {
        guard let (length, reference) = XMLWriter.replaced(source, at, inAttribute) else { continue }
        bytes.append(contentsOf: source[from..<at])
        reference.withUTF8Buffer { bytes.append(contentsOf: $0) }
        from = at + length
      }
      bytes.append(contentsOf: source[from...])
    }
  }

  private static func isSpecial(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == 0x26 || byte == 0x3C || byte == 0x3E || byte == 0x22 || byte == 0xEF
  }

  /// What stands for the bytes at a place, and how many they are; nil where they stand for themselves. U+FFFE and
  /// U+FFFF are EF BF BE and EF BF BF.
  private static func replaced(
    _ source: UnsafeBufferPointer<UInt8>, _ at: Int, _ inAttribute: Bool
  ) -> (Int, StaticString)? {
    switch source[at] {
    case 0x26: return (1, "&amp;")
    case 0x3C: return (1, "&lt;")
    case 0x3E: return (1, "&gt;")
    case 0x22: return inAttribute ? (1, "&quot;") : nil
    case 0x09: return inAttribute ? (1, "&#9;") : nil
    case 0x0A: return inAttribute ? (1, "&#10;") : nil
    case 0x0D: return (1, "&#13;")
    case 0xEF:
      let isNone = at + 2 < source.count && source[at + 1] == 0xBF && source[at + 2] >= 0xBE
      return isNone ? (3, "") : nil
    default: return (1, "")
    }
  }
}
