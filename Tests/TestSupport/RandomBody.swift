package import Model

extension Dice {
  /// A body of any blocks, unknown ones among them, as it may come out of the store.
  package mutating func body() -> Body { Body(some(0...8) { $0.block(depth: 0) }) }

  package mutating func copy() -> Copy {
    Copy(
      kicker: text(), headline: some(1...3) { $0.text(1...12) }, subhead: text(),
      bylines: some(0...3) { Byline(name: $0.name(), role: $0.one(of: BylineRole.allCases)) }, source: text(),
      editor: text(), section: text(), keywords: some(0...3) { $0.text(1...5) }, summary: text(),
      language: one(of: ["", "en", "zh-Hant"]), body: body())
  }

  package mutating func block(depth: Int) -> Block {
    switch number(0...(depth < 3 ? 13 : 9)) {
    case 0...2: .paragraph(inlines(depth: 0))
    case 3: .subheading(level: number(2...3), inlines(depth: 0))
    case 4: .figure(figure())
    case 5: .gallery(some(1...3) { $0.figure() })
    case 6: once(in: 2) ? .audio(recording()) : .video(recording())
    case 7: .verse(some(0...3) { dice in dice.some(1...4) { $0.inlines(depth: 1) } })
    case 8: once(in: 2) ? .rule : .table(table())
    case 9: .unknown(.object(["type": .string("hologram"), "parts": json(depth: 0)]))
    case 10: .quote(some(0...3) { $0.block(depth: depth + 1) })
    case 11: .note(one(of: NoteKind.allCases), some(0...3) { $0.block(depth: depth + 1) })
    default: list(depth: depth)
    }
  }

  private mutating func list(depth: Int) -> Block {
    let isOrdered = once(in: 2)
    return .list(
      ordered: isOrdered, start: isOrdered && once(in: 3) ? number(0...2_026) : 1,
      items: some(0...3) { dice in dice.some(1...2) { $0.block(depth: depth + 1) } })
  }

  package mutating func inlines(depth: Int) -> [Inline] {
    some(0...4) { dice in
      switch dice.number(0...(depth < 3 ? 8 : 2)) {
      case 0...2: .text(dice.text())
      case 3: .strong(dice.inlines(depth: depth + 1))
      case 4: .emphasis(dice.inlines(depth: depth + 1))
      case 5: .superscript(dice.inlines(depth: depth + 1))
      case 6: .subscript(dice.inlines(depth: depth + 1))
      case 7:
        LinkTarget("https://paper.example/a").map { .link(target: $0, dice.inlines(depth: depth + 1)) } ?? .lineBreak
      default: .lineBreak
      }
    }
  }

  package mutating func json(depth: Int) -> JSON {
    switch number(0...(depth < 4 ? 7 : 5)) {
    case 0: .null
    case 1: .boolean(once(in: 2))
    case 2: .integer(Int.random(in: Int.min...Int.max, using: &self))
    case 3: .number(Double(bitPattern: next()).isFinite ? Double.random(in: -1e300...1e300, using: &self) : 0.5)
    case 4, 5: .string(text())
    case 6: .array(some(0...4) { $0.json(depth: depth + 1) })
    default:
      .object(Dictionary(some(0...4) { ($0.text(1...6), $0.json(depth: depth + 1)) }, uniquingKeysWith: { $1 }))
    }
  }

  package mutating func media() -> MediaReference {
    if once(in: 3) { return .file(text(1...8)) }
    let hash = some(64...64) { $0.one(of: Array("0123456789abcdef").map(String.init)) }.joined()
    return MediaName(hash: hash, type: one(of: MediaType.allCases)).map(MediaReference.stored) ?? .file("a.jpg")
  }

  private mutating func figure() -> Figure {
    Figure(media: media(), alternative: text(), caption: text(), credit: text())
  }

  private mutating func recording() -> Recording { Recording(media: media(), title: text()) }

  private mutating func table() -> Table {
    let alignments = some(1...4) { $0.one(of: [Table.Alignment.start, .center, .end]) }
    let rows = some(0...4) { dice in alignments.map { _ in dice.inlines(depth: 1) } }
    return Table(hasHeader: once(in: 2), alignments: alignments, rows: rows)
  }
}
