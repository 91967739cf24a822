import Model

/// A run of inlines as the format can say it: marks of one kind not within each other and not side by side, space
/// outside of them, none at the ends of lines.
enum SayableInlines {
  /// A run that stands alone.
  static func line(_ inlines: [Inline], keepsIndent: Bool = false) -> [Inline] {
    InlineReader.trimmed(merged(inlines, Around()), keepsIndent: keepsIndent)
  }

  /// Without what a text never holds; line ends are spaces.
  static func plain(_ text: String) -> String {
    guard !text.unicodeScalars.allSatisfy({ SourceText.isKept($0) && $0 != "\n" }) else { return text }
    return String(
      String.UnicodeScalarView(
        text.unicodeScalars.filter(SourceText.isKept).map { $0 == "\n" ? " " : $0 }))
  }

  /// The marks that a run stands in.
  private struct Around {
    var strong = false
    var emphasis = false
    var link = false
  }

  private static func merged(_ inlines: [Inline], _ around: Around) -> [Inline] {
    var out: [Inline] = []
    for inline in inlines {
      switch inline {
      case .text(let text): add(.text(plain(text)), to: &out)
      case .lineBreak: out.append(.lineBreak)
      case .strong(let inner): wrap(inner, around, \.strong, { .strong($0) }, to: &out)
      case .emphasis(let inner): wrap(inner, around, \.emphasis, { .emphasis($0) }, to: &out)
      case .link(let target, let inner):
        var within = around
        within.link = true
        let said = merged(inner, within)
        if around.link {
          for inline in said { add(inline, to: &out) }
        } else {
          put(said, { .link(target: target, $0) }, to: &out)
        }
      case .superscript(let inner): put(merged(inner, around), { .superscript($0) }, to: &out)
      case .subscript(let inner): put(merged(inner, around), { .subscript($0) }, to: &out)
      }
    }
    return withoutSpaceAtBreaks(out)
  }

  private static func wrap(
    _ inner: [Inline], _ around: Around, _ mark: WritableKeyPath<Around, Bool>, _ make: ([Inline]) -> Inline,
    to out: inout [Inline]
  ) {
    var within = around
    within[keyPath: mark] = true
    let said = merged(inner, within)
    guard around[keyPath: mark] else { return put(said, make, to: &out) }
    for inline in said { add(inline, to: &out) }
  }

  /// Adds what a mark holds, with its outer space outside.
  private static func put(_ inner: [Inline], _ make: ([Inline]) -> Inline, to out: inout [Inline]) {
    var core = inner[...]
    var tail: [Inline] = []
    while let first = core.first {
      if first == .lineBreak {
        out.append(core.removeFirst())
      } else if case .text(let text) = first {
        let rest = String(text.unicodeScalars.drop(while: \.properties.isWhitespace))
        add(.text(String(text.dropScalars(behind: rest))), to: &out)
        if rest.isEmpty { core.removeFirst() } else { core[core.startIndex] = .text(rest) }
        if !rest.isEmpty { break }
      } else {
        break
      }
    }
    while let last = core.last {
      if last == .lineBreak {
        tail.insert(core.removeLast(), at: 0)
      } else if case .text(let text) = last {
        var rest = text
        while let end = rest.unicodeScalars.last, end.properties.isWhitespace { rest.unicodeScalars.removeLast() }
        let space = String(text.unicodeScalars.suffix(text.unicodeScalars.count - rest.unicodeScalars.count))
        if !space.isEmpty { tail.insert(.text(space), at: 0) }
        if rest.isEmpty { core.removeLast() } else { core[core.endIndex - 1] = .text(rest) }
        if !rest.isEmpty { break }
      } else {
        break
      }
    }
    if !core.isEmpty { add(make(Array(core)), to: &out) }
    for inline in tail { add(inline, to: &out) }
  }

  /// Adds an inline; what is of the same kind as the one before becomes one with it.
  private static func add(_ inline: Inline, to out: inout [Inline]) {
    switch (out.last, inline) {
    case (_, .text("")): return
    case (.text(let before)?, .text(let text)): out[out.count - 1] = .text(before + text)
    case (.strong(let before)?, .strong(let inner)): out[out.count - 1] = .strong(joined(before, inner))
    case (.emphasis(let before)?, .emphasis(let inner)): out[out.count - 1] = .emphasis(joined(before, inner))
    case (.superscript(let before)?, .superscript(let inner)): out[out.count - 1] = .superscript(joined(before, inner))
    case (.subscript(let before)?, .subscript(let inner)): out[out.count - 1] = .subscript(joined(before, inner))
    default: out.append(inline)
    }
  }

  private static func joined(_ before: [Inline], _ inner: [Inline]) -> [Inline] {
    var out = before
    for inline in inner { add(inline, to: &out) }
    return out
  }

  private static func withoutSpaceAtBreaks(_ inlines: [Inline]) -> [Inline] {
    var out: [Inline] = []
    for (index, inline) in inlines.enumerated() {
      guard case .text(let text) = inline else {
        out.append(inline)
        continue
      }
      var scalars = text.unicodeScalars[...]
      if index > 0, inlines[index - 1] == .lineBreak {
        scalars = scalars.drop(while: TextLines.isSpace)
      }
      if index + 1 < inlines.count, inlines[index + 1] == .lineBreak {
        while let last = scalars.last, TextLines.isSpace(last) { scalars.removeLast() }
      }
      add(.text(String(scalars)), to: &out)
    }
    return out
  }
}

extension String {
  /// What stands in front of the given end of it.
  fileprivate func dropScalars(behind end: String) -> String.UnicodeScalarView.SubSequence {
    unicodeScalars.prefix(unicodeScalars.count - end.unicodeScalars.count)
  }
}
