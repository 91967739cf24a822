/// The first blocks of a story, as it stands on the front, and how it is set there.
package enum Opening {
  /// How much of the paragraphs is taken, in characters; the first sentence is taken whole up to twice of it.
  package static let charactersMax = 300
  /// The most lines of verse; a stanza is not parted unless it is the first.
  package static let linesMax = 16

  /// A note when the story opens with an 编者按; verse when the text opens with verse or half its lines are verse.
  package static func shape(of copy: Copy) -> StoryShape {
    let blocks = copy.body.blocks.filter(isText)
    if case .note(.editor, _)? = blocks.first { return .note }
    guard let verse = firstVerse(blocks) else { return .news }
    if blocks.first == .verse(verse) { return .verse }
    let lines = blocks.flatMap { block in if case .verse = block { block.lines } else { [String]() } }
    return lines.count * 2 >= copy.body.lines.count ? .verse : .news
  }

  /// The note or verse that makes the shape, else the first paragraphs in whole sentences. Empty for a story without
  /// such text.
  package static func blocks(of copy: Copy) -> [Block] {
    let blocks = copy.body.blocks.filter(isText)
    switch shape(of: copy) {
    case .note: return Array(blocks.prefix(1))
    case .verse: return firstVerse(blocks).map { [.verse(shortened($0))] } ?? []
    case .news: return paragraphs(blocks)
    }
  }

  private static func isText(_ block: Block) -> Bool {
    switch block {
    case .figure, .gallery, .audio, .video, .rule, .unknown: false
    default: true
    }
  }

  private static func firstVerse(_ blocks: [Block]) -> [[[Inline]]]? {
    for case .verse(let stanzas) in blocks { return stanzas }
    return nil
  }

  private static func shortened(_ stanzas: [[[Inline]]]) -> [[[Inline]]] {
    var taken: [[[Inline]]] = []
    var lines = 0
    for stanza in stanzas {
      if lines + stanza.count > linesMax { break }
      taken.append(stanza)
      lines += stanza.count
    }
    return taken.isEmpty ? stanzas.prefix(1).map { Array($0.prefix(linesMax)) } : taken
  }

  private static func paragraphs(_ blocks: [Block]) -> [Block] {
    var taken: [Block] = []
    var left = charactersMax
    for case .paragraph(let inlines) in blocks {
      let text = Inline.text(of: inlines)
      if text.allSatisfy(\.isWhitespace) { continue }
      let count = text.count
      if count > left {
        let end = cut(text, within: left) ?? (taken.isEmpty ? cut(text, within: charactersMax * 2) : nil)
        if let end { taken.append(.paragraph(Inline.prefix(inlines, end))) }
        break
      }
      taken.append(.paragraph(inlines))
      left -= count
    }
    return taken
  }

  /// The end of the last whole sentence within a number of characters; nil when there is none.
  private static func cut(_ text: String, within limit: Int) -> Int? {
    let clauses = Clauses(String(text.prefix(limit + 1)))
    return clauses.boundaries.last { boundary in
      boundary.isSentence && boundary.closers.isEmpty && boundary.end <= limit
        && boundary.end < clauses.characters.count
    }?.end
  }
}

extension Inline {
  /// The first characters of a run, counted as in `text(of:)`, with their marks.
  static func prefix(_ inlines: [Inline], _ count: Int) -> [Inline] {
    var left = count
    return prefix(inlines, &left)
  }

  private static func prefix(_ inlines: [Inline], _ left: inout Int) -> [Inline] {
    var taken: [Inline] = []
    for inline in inlines where left > 0 {
      switch inline {
      case .text(let text):
        taken.append(.text(String(text.prefix(left))))
        left -= min(left, text.count)
      case .lineBreak:
        taken.append(.lineBreak)
        left -= 1
      case .strong(let inner): taken.append(.strong(prefix(inner, &left)))
      case .emphasis(let inner): taken.append(.emphasis(prefix(inner, &left)))
      case .link(let target, let inner): taken.append(.link(target: target, prefix(inner, &left)))
      case .superscript(let inner): taken.append(.superscript(prefix(inner, &left)))
      case .subscript(let inner): taken.append(.subscript(prefix(inner, &left)))
      }
    }
    return taken
  }
}
