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
  package var text: String {
    var out = ""
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

  private func write(into out: inout String) {
    switch self {
    case .null: out += "null"
    case .boolean(let value): out += value ? "true" : "false"
    case .integer(let value): out += String(value)
    case .number(let value): out += value.isFinite ? "\(value)" : "null"
    case .string(let value): JSON.quote(value, into: &out)
    case .array(let values):
      out += "["
      for (index, value) in values.enumerated() {
        if index > 0 { out += "," }
        value.write(into: &out)
      }
      out += "]"
    case .object(let values):
      out += "{"
      for (index, key) in values.keys.sorted().enumerated() {
        if index > 0 { out += "," }
        JSON.quote(key, into: &out)
        out += ":"
        values[key]?.write(into: &out)
      }
      out += "}"
    }
  }

  private static func quote(_ text: String, into out: inout String) {
    out += "\""
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x22: out += "\\\""
      case 0x5C: out += "\\\\"
      case 0x0A: out += "\\n"
      case 0x0D: out += "\\r"
      case 0x09: out += "\\t"
      case 0..<0x20, 0x7F, 0x2028, 0x2029:
        let digits = String(scalar.value, radix: 16)
        out += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: out.unicodeScalars.append(scalar)
      }
    }
    out += "\""
  }
}
