/// Reads comma-separated values (RFC 4180): fields may be quoted, quotes within are doubled, a quoted field may hold
/// commas and line ends. Line ends are `\n`.
struct CSV {
  struct Row {
    /// Where it begins, from 1.
    let line: Int
    /// Without the space around them, unless quoted.
    let fields: [String]
  }

  enum Failure: Error, Equatable {
    /// A quote that is never closed, and the line where it opens.
    case openQuote(line: Int)
    /// Text behind a closing quote.
    case strayText(line: Int)
  }

  /// Empty lines are passed over.
  static func rows(of text: String) throws(Failure) -> [Row] {
    let bytes = Array(text.utf8)
    var rows: [Row] = []
    var index = 0
    var line = 1
    while index < bytes.count {
      if bytes[index] == newline {
        index += 1
        line += 1
        continue
      }
      let first = line
      var fields: [String] = []
      while true {
        fields.append(try field(bytes, &index, &line))
        guard index < bytes.count, bytes[index] == comma else { break }
        index += 1
      }
      rows.append(Row(line: first, fields: fields))
    }
    return rows
  }

  private static let comma = UInt8(ascii: ",")
  private static let quote = UInt8(ascii: "\"")
  private static let newline = UInt8(ascii: "\n")

  /// Reads a field; afterwards `index` is at a comma, a line end or the end.
  private static func field(_ bytes: [UInt8], _ index: inout Int, _ line: inout Int) throws(Failure) -> String {
    guard index < bytes.count, bytes[index] == quote else {
      let start = index
      while index < bytes.count, bytes[index] != comma, bytes[index] != newline { index += 1 }
      return TextLines.trimmed(String(decoding: bytes[start..<index], as: UTF8.self)[...])
    }
    let opening = line
    var content: [UInt8] = []
    index += 1
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      if byte == newline { line += 1 }
      if byte != quote {
        content.append(byte)
      } else if index < bytes.count, bytes[index] == quote {
        content.append(quote)
        index += 1
      } else {
        guard index == bytes.count || bytes[index] == comma || bytes[index] == newline else {
          throw .strayText(line: line)
        }
        return String(decoding: content, as: UTF8.self)
      }
    }
    throw .openQuote(line: opening)
  }
}
