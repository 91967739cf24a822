/// A Swift file as lines of code, apart from its comments and the text within its string literals.
struct SwiftFile {
  struct Line {
    /// As it stands in the file.
    let text: Substring
    /// Without comments; string literals are empty.
    var code = ""
    var hasComment = false

    /// How many spaces it begins with.
    var indent: Int { text.prefix(while: { $0 == " " }).count }
    /// The code without the spaces about it.
    var trimmed: Substring {
      var trimmed = code.drop(while: { $0 == " " })
      while trimmed.last == " " { trimmed.removeLast() }
      return trimmed
    }
  }

  let path: String
  private(set) var lines: [Line] = []
  /// Where the reader is: in a block comment of a depth, or in a string that ends with some marks.
  private var commentDepth = 0
  private var stringEnd = ""

  init(path: String, text: String) {
    self.path = path
    var all = text.split(separator: "\n", omittingEmptySubsequences: false)
    if all.last?.isEmpty == true { all.removeLast() }
    for line in all { lines.append(read(line)) }
  }

  /// The name of the target: `Sources/Press/Pages/Front.swift` is in `Press`.
  var room: String {
    let parts = path.split(separator: "/")
    return parts.count > 2 ? String(parts[1]) : ""
  }

  private mutating func read(_ text: Substring) -> Line {
    var line = Line(text: text)
    var rest = text
    while !rest.isEmpty {
      if commentDepth > 0 {
        line.hasComment = true
        readComment(&rest)
      } else if !stringEnd.isEmpty {
        readString(&rest, &line)
      } else if rest.hasPrefix("//") {
        line.hasComment = true
        return line
      } else if rest.hasPrefix("/*") {
        commentDepth = 1
        rest = rest.dropFirst(2)
      } else if let marks = Self.opening(rest) {
        stringEnd = marks.end
        line.code += "\""
        rest = rest.dropFirst(marks.length)
      } else {
        line.code.append(rest.removeFirst())
        let run = rest.prefix(while: { $0 != "/" && $0 != "\"" && $0 != "#" })
        line.code += run
        rest = rest[run.endIndex...]
      }
    }
    if stringEnd == "\"" || stringEnd.hasPrefix("\"#") { stringEnd = "" }
    return line
  }

  private mutating func readComment(_ rest: inout Substring) {
    if rest.hasPrefix("/*") {
      commentDepth += 1
    } else if rest.hasPrefix("*/") {
      commentDepth -= 1
    } else {
      rest = rest.dropFirst()
      return
    }
    rest = rest.dropFirst(2)
  }

  private mutating func readString(_ rest: inout Substring, _ line: inout Line) {
    if rest.hasPrefix(stringEnd) {
      rest = rest.dropFirst(stringEnd.count)
      line.code += "\""
      stringEnd = ""
    } else if rest.hasPrefix("\\("), !stringEnd.hasSuffix("#") {
      skipInterpolation(&rest)
    } else {
      rest = rest.dropFirst(rest.hasPrefix("\\") && !stringEnd.hasSuffix("#") ? 2 : 1)
      rest = rest.drop(while: { $0 != "\"" && $0 != "\\" })
    }
  }

  /// Passes over the brackets of an interpolation with the strings in them.
  private func skipInterpolation(_ rest: inout Substring) {
    var depth = 0
    var isInString = false
    rest = rest.dropFirst()
    while let character = rest.popFirst() {
      if character == "\"" { isInString.toggle() }
      if isInString { continue }
      if character == "(" { depth += 1 }
      if character == ")" { depth -= 1 }
      if depth == 0 { return }
    }
  }

  /// The marks that open a string here, by their length, and those that close it.
  private static func opening(_ rest: Substring) -> (length: Int, end: String)? {
    let hashes = rest.prefix(while: { $0 == "#" }).count
    let after = rest.dropFirst(hashes)
    let closing = String(repeating: "#", count: hashes)
    if after.hasPrefix("\"\"\"") { return (hashes + 3, "\"\"\"" + closing) }
    return after.hasPrefix("\"") ? (hashes + 1, "\"" + closing) : nil
  }
}
