import Model

/// What is looked at before the parser sees a text: things that cost it more than their length.
extension YAMLText {
  static let noAliases = Wording(
    "YAML anchors and aliases (&name, *name) are not read; write the value out, or put the text in quotes.",
    "不支持 YAML 锚点和别名（&name、*name），请直接写出内容，或给文字加引号。")

  /// An alias needs an anchor, so both must stand where a value can begin. Text in quotes that looks like both is
  /// refused as well; that is rarer than a typing error.
  func hasAliases(_ text: String, _ findings: inout Findings) -> Bool {
    var anchor = false
    var alias: Int?
    var line = 1
    var last = UInt8(ascii: "\n")
    var mark: UInt8?
    for byte in text.utf8 {
      if let sign = mark, YAMLText.isName(byte) {
        if sign == UInt8(ascii: "&") { anchor = true } else { alias = alias ?? line }
      }
      let isMark = byte == UInt8(ascii: "&") || byte == UInt8(ascii: "*")
      mark = isMark && YAMLText.canBeginAfter(last) ? byte : nil
      if byte == UInt8(ascii: "\n") { line += 1 }
      last = byte
    }
    guard anchor, let alias else { return false }
    findings.fault(
      Place(file: file, line: alias + lineOffset), YAMLText.noAliases.english, YAMLText.noAliases.chinese)
    return true
  }

  /// Whether the text has not more values than may be kept, counted by what parts them: the parser needs many times the
  /// bytes of a text.
  func isWithinCount(_ text: String, _ findings: inout Findings) -> Bool {
    var count = 0
    for byte in text.utf8 where byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\n") { count += 1 }
    if count > YAMLText.valuesMax {
      findings.fault(Place(file: file), "There are too many values here.", "这里的内容过多。")
    }
    return count <= YAMLText.valuesMax
  }

  /// The depth of brackets and of lists that begin on one line, counted generously.
  func isWithinDepth(_ text: String, _ findings: inout Findings) -> Bool {
    var depth = 0
    var dashes = 0
    var isLineHead = true
    var line = 1
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: "]"), UInt8(ascii: "}"): depth = max(0, depth - 1)
      case UInt8(ascii: "-") where isLineHead, UInt8(ascii: "?") where isLineHead: dashes += 1
      case UInt8(ascii: "\n"): line += 1
      default: break
      }
      if byte == UInt8(ascii: "\n") {
        isLineHead = true
        dashes = 0
      } else if byte != UInt8(ascii: " "), byte != UInt8(ascii: "-"), byte != UInt8(ascii: "?") {
        isLineHead = false
      }
      if depth > 2 * YAMLText.depthMax || dashes > 2 * YAMLText.depthMax {
        findings.fault(
          Place(file: file, line: line + lineOffset), "Too many brackets or lists stand within each other.",
          "括号或列表嵌套过深。")
        return false
      }
    }
    return true
  }

  private static func isName(_ byte: UInt8) -> Bool {
    switch byte {
    case 48...57, 65...90, 97...122, 45, 95: true
    default: false
    }
  }

  private static func canBeginAfter(_ byte: UInt8) -> Bool {
    switch byte {
    case 9, 10, 13, 32, 34, 39, 44, 58, 63, 91, 93, 123, 125: true
    default: false
    }
  }
}
