/// A template as its tags, for the lint.
indirect enum TemplateTag {
  case variable(String, isRaw: Bool, TemplatePlace)
  case section(String, [TemplateTag], TemplatePlace)
  case partial(String, TemplatePlace)
  /// A layout with the blocks that are set into it.
  case layout(String, [TemplateTag], TemplatePlace)
  case block(String, [TemplateTag])
}

/// A place in a template, from line 1 and column 1.
struct TemplatePlace {
  let file: String
  let line: Int
  let column: Int
}

/// Reads the tags of a template that Mustache has already parsed.
struct TemplateScanner {
  private let file: String
  private let bytes: [UInt8]
  private var at = 0
  private var line = 1
  private var lineStart = 0

  init(file: String, bytes: [UInt8]) {
    self.file = file
    self.bytes = bytes
  }

  /// The tags of the whole, or of a section up to its end.
  mutating func tags() throws -> [TemplateTag] {
    var tags: [TemplateTag] = []
    while let (tag, place) = try next() {
      let name = tag.dropFirst().drop(while: { $0 == " " }).trimmed
      switch tag.first {
      case "!": continue
      case "/": return tags
      case "#", "^": tags.append(.section(name, try self.tags(), place))
      case "$": tags.append(.block(name, try self.tags()))
      case "<": tags.append(.layout(name, try self.tags(), place))
      case ">": tags.append(.partial(name, place))
      case "{", "&": tags.append(.variable(name, isRaw: true, place))
      case "=", "%":
        throw ThemeFault(
          file: file, line: place.line, column: place.column,
          message: "Delimiters and pragmas are not for themes; every page is HTML.")
      default: tags.append(.variable(tag.trimmed, isRaw: false, place))
      }
    }
    return tags
  }

  /// What stands between the next braces.
  private mutating func next() throws -> (Substring, TemplatePlace)? {
    while at + 1 < bytes.count {
      if bytes[at] == 0x0A {
        line += 1
        lineStart = at + 1
      }
      guard bytes[at] == 0x7B, bytes[at + 1] == 0x7B else {
        at += 1
        continue
      }
      let place = TemplatePlace(file: file, line: line, column: at - lineStart + 1)
      let start = at + 2
      var end = start
      while end + 1 < bytes.count, !(bytes[end] == 0x7D && bytes[end + 1] == 0x7D) { end += 1 }
      at = min(bytes.count, end + 2)
      if start < bytes.count, bytes[start] == 0x7B, at < bytes.count, bytes[at] == 0x7D { at += 1 }
      for index in start..<end where bytes[index] == 0x0A {
        line += 1
        lineStart = index + 1
      }
      return (Substring(decoding: bytes[start..<end], as: UTF8.self), place)
    }
    return nil
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
