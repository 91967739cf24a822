import Model

extension InlineReader {
  /// Adds an inline; text beside text becomes one.
  static func append(_ inline: Inline, to out: inout [Inline]) {
    if case .text(let text) = inline, case .text(let before)? = out.last {
      out[out.count - 1] = .text(before + text)
    } else {
      out.append(inline)
    }
  }

  static func withoutMarkers(_ inline: Inline) -> Inline {
    switch inline {
    case .text(let text): .text(Markers.plain(text))
    case .superscript(let inner): .superscript(inner.map(withoutMarkers))
    case .subscript(let inner): .subscript(inner.map(withoutMarkers))
    case .strong, .emphasis, .link, .lineBreak: inline
    }
  }

  /// Without space and line breaks at both ends; a line of verse keeps its full-width indent.
  static func trimmed(_ inlines: [Inline], keepsIndent: Bool) -> [Inline] {
    var out = inlines[...]
    while let first = out.first {
      if first == .lineBreak {
        out.removeFirst()
      } else if case .text(let text) = first {
        let rest = String(text.unicodeScalars.drop { keepsIndent ? $0 == " " || $0 == "\t" : TextLines.isSpace($0) })
        if rest.isEmpty { out.removeFirst() } else { out[out.startIndex] = .text(rest) }
        if !rest.isEmpty { break }
      } else {
        break
      }
    }
    while let last = out.last {
      if last == .lineBreak {
        out.removeLast()
      } else if case .text(var text) = last {
        while let end = text.unicodeScalars.last, TextLines.isSpace(end) { text.unicodeScalars.removeLast() }
        if text.isEmpty { out.removeLast() } else { out[out.endIndex - 1] = .text(text) }
        if !text.isEmpty { break }
      } else {
        break
      }
    }
    return Array(out)
  }
}
