/// Marks put into a text before CommonMark reads it and taken out afterwards, where CommonMark alone would lose what
/// the editor wrote.
///
/// - `\^` and `\~` become control characters, which no text holds (`SourceText` drops them), so that they are told from
///   marks of super- and subscript.
/// - Beside `*` that stands between Han and punctuation (`他说**“好”**。`) goes a character that counts as punctuation:
///   else CommonMark, which looks for spaces between words, would not see emphasis there.
enum Markers {
  // Control characters of no meaning (C1).
  static let caret: Unicode.Scalar = "\u{91}"
  static let tilde: Unicode.Scalar = "\u{92}"
  /// Stands for a real `edge` in the meantime.
  private static let realEdge: Unicode.Scalar = "\u{93}"
  /// Duployan punctuation: as rare as a character of class punctuation can be.
  private static let edge: Unicode.Scalar = "\u{1BC9F}"

  /// The text to hand to CommonMark.
  static func prepared(_ text: Substring) -> String {
    guard text.utf8.contains(where: { $0 == UInt8(ascii: "*") || $0 == UInt8(ascii: "\\") || $0 == 0xF0 })
    else { return String(text) }
    let scalars = Array(text.unicodeScalars)
    var out = String.UnicodeScalarView()
    var index = 0
    while index < scalars.count {
      let scalar = scalars[index]
      switch scalar {
      case "\\" where index + 1 < scalars.count:
        index += 1
        switch scalars[index] {
        // With edges, since what they stand for is punctuation.
        case "^": out.append(contentsOf: [edge, caret, edge])
        case "~": out.append(contentsOf: [edge, tilde, edge])
        default:
          out.append("\\")
          out.append(scalars[index])
        }
      case edge: out.append(realEdge)
      case "*":
        var end = index
        while end + 1 < scalars.count, scalars[end + 1] == "*" { end += 1 }
        let before = index > 0 ? scalars[index - 1] : " "
        let after = end + 1 < scalars.count ? scalars[end + 1] : " "
        if isHan(before), isPunctuation(after) { out.append(edge) }
        out.append(contentsOf: scalars[index...end])
        if isPunctuation(before), isHan(after) { out.append(edge) }
        index = end
      default: out.append(scalar)
      }
      index += 1
    }
    return String(out)
  }

  /// Text that came back, without the marks. In code a backslash stands for itself.
  static func plain(_ text: String, isCode: Bool = false) -> String {
    guard text.utf8.contains(where: { $0 == 0xC2 || $0 == 0xF0 }) else { return text }
    var out = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case caret, tilde:
        if isCode { out.append("\\") }
        out.append(scalar == caret ? "^" : "~")
      case realEdge: out.append(edge)
      case edge: continue
      default: out.append(scalar)
      }
    }
    return String(out)
  }

  /// Text whose `^` and `~` are no marks.
  static func literal(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 == UInt8(ascii: "^") || $0 == UInt8(ascii: "~") }) else { return text }
    return String(
      String.UnicodeScalarView(text.unicodeScalars.map { $0 == "^" ? caret : $0 == "~" ? tilde : $0 }))
  }

  static func isHan(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value >= 0x2E80 && scalar.properties.isAlphabetic
  }

  /// White space as CommonMark knows it (category Zs, and what ASCII has); U+2028 is none.
  static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.generalCategory == .spaceSeparator || (9...13).contains(scalar.value)
  }

  static func isPunctuation(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 33...47, 58...64, 91...96, 123...126: return true
    case 0..<0x80: return false
    default: break
    }
    switch scalar.properties.generalCategory {
    case .openPunctuation, .closePunctuation, .initialPunctuation, .finalPunctuation, .dashPunctuation,
      .otherPunctuation, .connectorPunctuation:
      return true
    default: return false
    }
  }
}
