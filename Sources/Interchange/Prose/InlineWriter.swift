import Model

/// Writes a run of inlines (as `SayableInlines` leaves it) so that it reads back the same.
struct InlineWriter {
  /// Where the run stands: in headings, cells and verse a line break is `<br>`.
  enum Home { case paragraph, line }

  private let home: Home
  private var out = ""
  /// The last character in front of a closing mark of emphasis that nothing has followed yet.
  private var closing: Unicode.Scalar?

  private init(home: Home) { self.home = home }

  static func text(_ inlines: [Inline], in home: Home) -> String {
    var writer = InlineWriter(home: home)
    writer.write(inlines)
    return LineStart.escaped(writer.out)
  }

  /// Text that CommonMark reads as itself, within a line.
  static func escaped(_ text: String) -> String {
    var out = String.UnicodeScalarView()
    let scalars = Array(text.unicodeScalars)
    for (index, scalar) in scalars.enumerated() {
      let next = index + 1 < scalars.count ? scalars[index + 1] : nil
      switch scalar {
      case "\\", "`", "*", "_", "[", "]", "<", "|", "^", "~": out.append("\\")
      case "&" where next.map { $0 == "#" || ("a"..."z").contains($0) || ("A"..."Z").contains($0) } ?? true:
        out.append("\\")
      case "!" where next == nil: out.append("\\")
      default: break
      }
      out.append(scalar)
    }
    return String(out)
  }

  private mutating func write(_ inlines: [Inline]) {
    for inline in inlines { write(inline) }
  }

  private mutating func write(_ inline: Inline) {
    switch inline {
    case .text(let text): put(InlineWriter.escaped(text))
    case .lineBreak:
      put(home == .paragraph ? "\\\n" : "<br>")
    case .strong(let inner): wrap(inner, "**")
    case .emphasis(let inner): wrap(inner, "*")
    case .link(let target, let inner):
      put("[")
      write(inner)
      put("](\(Destination.link(target.address)))")
    case .superscript(let inner): script(inner, "^")
    case .subscript(let inner): script(inner, "~")
    }
  }

  private mutating func script(_ inner: [Inline], _ mark: String) {
    if inner.count == 1, case .text(let text) = inner[0], ScriptMarks.isSimple(text) {
      put(mark + text + mark)
    } else {
      put(mark + "{")
      write(inner)
      put("}" + mark)
    }
  }

  /// CommonMark sees a mark of emphasis by what stands beside it; where that would mislead it, a separator helps.
  private mutating func wrap(_ inner: [Inline], _ mark: String) {
    var writer = InlineWriter(home: home)
    writer.write(inner)
    var text = writer.out
    if writer.closing != nil { text += InlineReader.separator }
    if text.hasPrefix("*") { text = InlineReader.separator + text }
    guard let first = text.unicodeScalars.first, let last = text.unicodeScalars.last else { return }
    settle(before: "*")
    let before = out.unicodeScalars.last ?? "\n"
    if before == "*" || !InlineWriter.opens(after: before, before: first) { out += InlineReader.separator }
    out += mark + text + mark
    closing = last
  }

  /// Adds text behind what may be a closing mark.
  private mutating func put(_ text: String) {
    guard let first = text.unicodeScalars.first else { return }
    settle(before: text.hasPrefix("\\\n") ? "\n" : first)
    out += text
  }

  private mutating func settle(before next: Unicode.Scalar) {
    if let last = closing, next == "*" || !InlineWriter.opens(after: next, before: last) {
      out += InlineReader.separator
    }
    closing = nil
  }

  /// Whether a mark between two characters, seen from the inner one, is seen as one (left-flanking, CommonMark 6.2; the
  /// same mirrored for a closing mark; `Markers` widens it beside Han).
  private static func opens(after outer: Unicode.Scalar, before inner: Unicode.Scalar) -> Bool {
    !Markers.isPunctuation(inner) || Markers.isSpace(outer) || Markers.isPunctuation(outer) || Markers.isHan(outer)
  }
}

/// Addresses as they stand in round brackets.
enum Destination {
  static func link(_ address: String) -> String {
    var out = String.UnicodeScalarView()
    for scalar in address.unicodeScalars {
      if "()<>&*_[]\\`\"'!|".unicodeScalars.contains(scalar) { out.append("\\") }
      out.append(scalar)
    }
    return String(out)
  }

  /// A file's name, percent-encoded where a name could end early.
  static func file(_ name: String) -> String {
    var out = ""
    for scalar in name.unicodeScalars {
      let isPlain = scalar.value > 0x2E80 || scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
      if isPlain && !TextLines.isSpace(scalar) || scalar == "/" || scalar == "-" || scalar == "." {
        out.unicodeScalars.append(scalar)
      } else {
        for byte in String(scalar).utf8 {
          out += (byte < 16 ? "%0" : "%") + String(byte, radix: 16, uppercase: true)
        }
      }
    }
    return out
  }

  /// A title between double quotes. A backslash at its end is written by its number, twice: cmark would look for the
  /// end of such a title behind a later quote, and resolves numbers before backslashes.
  static func title(_ text: String) -> String {
    var out = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if "\"\\&<`|*_[]".unicodeScalars.contains(scalar) { out.append("\\") }
      out.append(scalar)
    }
    return text.hasSuffix("\\") ? String(out).dropLast(2) + "&#92;&#92;" : String(out)
  }
}

/// What would begin a block at the start of a line.
enum LineStart {
  static func escaped(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { line($0) }.joined(separator: "\n")
  }

  private static func line(_ line: Substring) -> String {
    guard let first = line.unicodeScalars.first else { return "" }
    switch first {
    case "#", ">", "-", "+", "=", ":": return "\\" + line
    case "：" where line.hasPrefix("：：："): return "&#65306;" + line.dropFirst()
    case "0"..."9":
      let digits = line.prefix { ("0"..."9").contains($0) }
      let rest = line.dropFirst(digits.count)
      if rest.hasPrefix(".") || rest.hasPrefix(")") { return digits + "\\" + rest }
      return String(line)
    default: return String(line)
    }
  }
}
