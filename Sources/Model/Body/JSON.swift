/// Any JSON value, kept as it is. Object keys are written in sorted order, so equal values are equal bytes.
package enum JSON: Hashable, Sendable {
  case null
  case boolean(Bool)
  case integer(Int)
  case number(Double)
  case string(String)
  case array([JSON])
  case object([String: JSON])

  /// UTF-8, compact, keys sorted, slashes and everything above U+001F as they are.
  package var text: String { String(decoding: bytes, as: UTF8.self) }

  /// As `text`.
  package var bytes: [UInt8] {
    var out: [UInt8] = []
    write(into: &out)
    return out
  }

  package subscript(key: String) -> JSON? {
    if case .object(let values) = self { values[key] } else { nil }
  }

  /// The value as text; nil when it is another.
  package var string: String? { if case .string(let value) = self { value } else { nil } }
  /// The value as a whole number; nil when it is another.
  package var integer: Int? { if case .integer(let value) = self { value } else { nil } }
  /// The value as true or false; nil when it is another.
  package var boolean: Bool? { if case .boolean(let value) = self { value } else { nil } }
  /// The values of an array; nil when it is another value.
  package var array: [JSON]? { if case .array(let value) = self { value } else { nil } }

  private func write(into out: inout [UInt8]) {
    switch self {
    case .null: out += "null".utf8
    case .boolean(let value): out += (value ? "true" : "false").utf8
    case .integer(let value): out += String(value).utf8
    case .number(let value): out += (value.isFinite ? "\(value)" : "null").utf8
    case .string(let value): JSON.quote(value, into: &out)
    case .array(let values):
      out.append(0x5B)
      for (index, value) in values.enumerated() {
        if index > 0 { out.append(0x2C) }
        value.write(into: &out)
      }
      out.append(0x5D)
    case .object(let values):
      out.append(0x7B)
      for (index, entry) in values.sorted(by: { $0.key < $1.key }).enumerated() {
        if index > 0 { out.append(0x2C) }
        JSON.quote(entry.key, into: &out)
        out.append(0x3A)
        entry.value.write(into: &out)
      }
      out.append(0x7D)
    }
  }

  private static func quote(_ text: String, into out: inout [UInt8]) {
    out.append(0x22)
    var text = text
    text.withUTF8 { bytes in
      var from = 0
      for at in bytes.indices where isSpecial(bytes[at]) {
        guard let (length, escape) = escaped(bytes, at) else { continue }
        out.append(contentsOf: bytes[from..<at])
        out += escape.utf8
        from = at + length
      }
      out.append(contentsOf: bytes[from...])
    }
    out.append(0x22)
  }

  private static func isSpecial(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == 0x22 || byte == 0x5C || byte == 0x7F || byte == 0xE2
  }

  /// What stands for the bytes at a place, and how many they are; nil where they stand for themselves. U+2028 and
  /// U+2029 are E2 80 A8 and E2 80 A9.
  private static func escaped(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> (Int, String)? {
    switch bytes[at] {
    case 0x22: return (1, "\\\"")
    case 0x5C: return (1, "\\\\")
    case 0x0A: return (1, "\\n")
    case 0x0D: return (1, "\\r")
    case 0x09: return (1, "\\t")
    case 0xE2:
      guard at + 2 < bytes.count, bytes[at + 1] == 0x80, bytes[at + 2] & 0xFE == 0xA8 else { return nil }
      return (3, "\\u202" + (bytes[at + 2] == 0xA8 ? "8" : "9"))
    default:
      let digits = String(bytes[at], radix: 16)
      return (1, "\\u" + String(repeating: "0", count: 4 - digits.count) + digits)
    }
  }
}
