/// 一键排版: a body as the house sets Chinese copy, without touching what it says. Tidied again it is the same.
///
/// Copy in a language other than Chinese only loses its empty paragraphs. Verse, unknown blocks, credits, alternative
/// texts, and the paragraphs and brackets in which people are named (`（记者 张　三）`) stay as they are.
package struct Tidying: Sendable, Equatable {
  /// What was done, in the order in which it is told.
  package enum Kind: String, Sendable, CaseIterable {
    /// White space at the start or end of a paragraph.
    case indents
    /// Spaces between Han or beside full-width marks.
    case spaces
    /// Half-width marks made full-width.
    case punctuation
    /// Straight quotes made “ ” or ‘ ’.
    case quotes
    /// Marks written twice, and dots and hyphens for …… and ——.
    case repeated
    /// Full-width letters and digits made half-width.
    case widths
    /// Line breaks that became paragraphs.
    case lines
    case emptyParagraphs
  }

  /// How often something was done; at least 1.
  package struct Change: Hashable, Sendable {
    package let kind: Kind
    package let count: Int

    package init(kind: Kind, count: Int) {
      self.kind = kind
      self.count = count
    }
  }

  package let body: Body
  /// In the order of `Kind`; empty where the body was tidy.
  package let changes: [Change]

  /// `language` is BCP 47; empty counts as Chinese.
  package init(_ body: Body, language: String) {
    let isChinese = language.isEmpty || language.lowercased().hasPrefix("zh")
    var broom = BodyBroom(isChinese: isChinese)
    self.body = Body(broom.sweep(body.blocks))
    let counts = broom.counts
    changes = Kind.allCases.compactMap { kind in counts[kind].map { Change(kind: kind, count: $0) } }
  }
}

/// Goes through the blocks of a body.
private struct BodyBroom {
  let isChinese: Bool
  var counts: [Tidying.Kind: Int] = [:]

  mutating func sweep(_ blocks: [Block]) -> [Block] {
    var kept: [Block] = []
    for block in blocks { kept += sweep(block) }
    return kept
  }

  private mutating func sweep(_ block: Block) -> [Block] {
    switch block {
    case .paragraph(let inlines): return paragraphs(inlines).map(Block.paragraph)
    case .subheading(let level, let inlines):
      if Inline.isBlank(inlines) { return dropped() }
      return [.subheading(level: level, line(inlines))]
    case .quote(let blocks):
      let kept = sweep(blocks)
      return kept.isEmpty && !blocks.isEmpty ? [] : [.quote(kept)]
    case .note(let kind, let blocks):
      let kept = sweep(blocks)
      return kept.isEmpty && !blocks.isEmpty ? [] : [.note(kind, kept)]
    case .list(let ordered, let start, let items):
      let bare = items.count(where: \.isEmpty)
      if bare > 0 { counts[.emptyParagraphs, default: 0] += bare }
      let kept = items.map { sweep($0) }.filter { !$0.isEmpty }
      return kept.isEmpty && !items.isEmpty ? [] : [.list(ordered: ordered, start: start, items: kept)]
    case .table(var table):
      table.rows = table.rows.map { $0.map { line($0) } }
      return [.table(table)]
    case .figure(let figure): return [.figure(sweep(figure))]
    case .gallery(let figures): return [.gallery(figures.map { sweep($0) })]
    case .audio, .video, .verse, .rule, .unknown: return [block]
    }
  }

  private mutating func paragraphs(_ inlines: [Inline]) -> [[Inline]] {
    if Inline.isBlank(inlines) { return dropped() }
    let all = isChinese ? Inline.lines(inlines) : [inlines]
    guard all.count > 1 else { return [line(inlines)] }
    let lines = all.filter { !Inline.isBlank($0) }
    // A break at the beginning or end makes no paragraph, and is gone too.
    counts[.lines, default: 0] += max(1, lines.count - 1)
    return lines.map { line($0) }
  }

  private mutating func sweep(_ figure: Figure) -> Figure {
    var figure = figure
    figure.caption = Inline.text(of: line([.text(figure.caption)]))
    return figure
  }

  private mutating func line(_ inlines: [Inline]) -> [Inline] {
    guard isChinese else { return inlines }
    var line = TidyLine(inlines)
    line.tidy()
    counts.merge(line.counts, uniquingKeysWith: +)
    return line.counts.isEmpty ? inlines : line.inlines
  }

  private mutating func dropped<Thing>() -> [Thing] {
    counts[.emptyParagraphs, default: 0] += 1
    return []
  }
}

extension Inline {
  /// Whether nothing of a run is seen.
  static func isBlank(_ inlines: [Inline]) -> Bool { text(of: inlines).unicodeScalars.allSatisfy(\.isBlank) }

  /// A run parted at its line breaks, marks about a break on both sides of it; at least one line.
  static func lines(_ inlines: [Inline]) -> [[Inline]] {
    var lines: [[Inline]] = [[]]
    func add(_ inner: [Inline], _ wrap: ([Inline]) -> Inline) {
      for (number, part) in self.lines(inner).enumerated() {
        if number > 0 { lines.append([]) }
        if !part.isEmpty { lines[lines.count - 1].append(wrap(part)) }
      }
    }
    for inline in inlines {
      switch inline {
      case .text: lines[lines.count - 1].append(inline)
      case .lineBreak: lines.append([])
      case .strong(let inner): add(inner) { .strong($0) }
      case .emphasis(let inner): add(inner) { .emphasis($0) }
      case .link(let target, let inner): add(inner) { .link(target: target, $0) }
      case .superscript(let inner): add(inner) { .superscript($0) }
      case .subscript(let inner): add(inner) { .subscript($0) }
      }
    }
    return lines
  }
}

extension Unicode.Scalar {
  /// White space of any width, and what has none.
  var isBlank: Bool { properties.isWhitespace || [0x200B, 0x2060, 0xFEFF].contains(value) }
}
