/// A template as its parts.
indirect enum TemplatePart: Sendable {
  case text(String)
  case variable(String, isRaw: Bool, TemplatePlace)
  case section(String, isInverted: Bool, [TemplatePart], TemplatePlace)
  case partial(String, TemplatePlace)
  /// A layout with the blocks that are set into it.
  case layout(String, [TemplatePart], TemplatePlace)
  case block(String, [TemplatePart])
}

/// A place in a template, from line 1 and column 1.
struct TemplatePlace: Sendable {
  let file: String
  let line: Int
  let column: Int
}

/// Reads the parts of a template that Mustache has already found sound. A section's tag that stands alone on its line
/// takes the line with it, as Mustache has it.
struct TemplateParser {
  private let file: String
  private let bytes: [UInt8]
  private var at = 0
  private var line = 1
  private var lineStart = 0

  init(file: String, bytes: [UInt8]) {
    self.file = file
    self.bytes = bytes
  }

  /// The parts of the whole.
  mutating func parts() throws -> [TemplatePart] { try parts(atLineStart: true) }

  /// The parts of the whole, or of a section up to its end.
  private mutating func parts(atLineStart: Bool) throws -> [TemplatePart] {
    var parts: [TemplatePart] = []
    var atLineStart = atLineStart
    while at < bytes.count {
      let start = at
      while at < bytes.count, bytes[at] != 0x0A, !isOpen(at) { at += 1 }
      if at < bytes.count, bytes[at] == 0x0A {
        advanceLine()
        append(bytes[start..<at], to: &parts)
        atLineStart = true
        continue
      }
      let before = bytes[start..<at]
      let isBlank = atLineStart && before.allSatisfy { $0 == 0x20 || $0 == 0x09 }
      if !isBlank { append(before, to: &parts) }
      guard at < bytes.count else { break }
      let (tag, place) = tag()
      // Other tags are printed where they stand.
      let takesLine = isBlank && "#^/!$<>".utf8.contains(tag.utf8.first ?? 0) && endsLine()
      if isBlank, !takesLine { append(before, to: &parts) }
      if tag.first == "/" { return parts }
      if let part = try part(tag, place, takesLine: takesLine) { parts.append(part) }
      atLineStart = takesLine
    }
    return parts
  }

  private mutating func part(_ tag: Substring, _ place: TemplatePlace, takesLine: Bool) throws -> TemplatePart? {
    let name = tag.dropFirst().trimmed
    switch tag.first {
    case "!": return nil
    case "#", "^":
      return .section(name, isInverted: tag.first == "^", try parts(atLineStart: takesLine), place)
    case "$": return .block(name, try parts(atLineStart: takesLine))
    case "<": return .layout(name, try parts(atLineStart: true), place)
    case ">": return .partial(name, place)
    case "{", "&": return .variable(name, isRaw: true, place)
    case "=", "%":
      throw ThemeFault(
        file: file, line: place.line, column: place.column,
        message: "Delimiters and pragmas are not for themes; every page is HTML.")
    default: return .variable(tag.trimmed, isRaw: false, place)
    }
  }

  private func isOpen(_ index: Int) -> Bool {
    bytes[index] == 0x7B && index + 1 < bytes.count && bytes[index + 1] == 0x7B
  }

  /// What stands between the braces at hand.
  private mutating func tag() -> (Substring, TemplatePlace) {
    let place = TemplatePlace(file: file, line: line, column: at - lineStart + 1)
    let start = at + 2
    var end = start
    while end + 1 < bytes.count, !(bytes[end] == 0x7D && bytes[end + 1] == 0x7D) { end += 1 }
    let after = min(bytes.count, end + 2)
    while at < after { if bytes[at] == 0x0A { advanceLine() } else { at += 1 } }
    if start < bytes.count, bytes[start] == 0x7B, at < bytes.count, bytes[at] == 0x7D { at += 1 }
    return (Substring(decoding: bytes[start..<max(start, end)], as: UTF8.self), place)
  }

  /// Whether nothing more stands on the line; then the line's end is taken.
  private mutating func endsLine() -> Bool {
    var next = at
    while next < bytes.count, bytes[next] == 0x20 || bytes[next] == 0x09 { next += 1 }
    if next == bytes.count { return at == next }
    guard bytes[next] == 0x0A else { return false }
    at = next
    advanceLine()
    return true
  }

  private mutating func advanceLine() {
    at += 1
    line += 1
    lineStart = at
  }

  private func append(_ text: ArraySlice<UInt8>, to parts: inout [TemplatePart]) {
    if !text.isEmpty { parts.append(.text(String(decoding: text, as: UTF8.self))) }
  }
}

extension Substring {
  fileprivate var trimmed: String {
    var text = self
    while let first = text.first, first.isWhitespace { text.removeFirst() }
    while let last = text.last, last.isWhitespace { text.removeLast() }
    return String(text)
  }
}
