import Model

/// A body as the format can say it: what reads back is this, block for block. What cannot stand where it stood is
/// moved, what cannot be said at all is left out, and both are told.
struct Sayable {
  private(set) var lost: [Loss] = []

  enum Loss: Hashable {
    /// A gallery, verse, note or recording was moved out of a quote or list.
    case moved
    /// A block of a later version was left out.
    case unknownBlock
  }

  mutating func body(_ body: Body) -> Body { Body(blocks(body.blocks)) }

  private mutating func blocks(_ blocks: [Block]) -> [Block] {
    var out: [Block] = []
    for block in blocks { out += self.blocks(block) }
    return out
  }

  private mutating func blocks(_ block: Block) -> [Block] {
    switch block {
    case .paragraph(let inlines):
      let line = SayableInlines.line(inlines)
      return line.isEmpty ? [] : [.paragraph(line)]
    case .subheading(let level, let inlines):
      let line = SayableInlines.line(inlines)
      return line.isEmpty ? [] : [.subheading(level: level <= 2 ? 2 : 3, line)]
    case .quote(let inner): return parted(blocks(inner)) { .quote($0) }
    case .list(let isOrdered, let start, let items): return list(items.map { blocks($0) }, isOrdered, from: start)
    case .table(let table): return self.table(table).map { [.table($0)] } ?? []
    case .figure(let figure): return [.figure(self.figure(figure))]
    case .gallery(let figures): return figures.isEmpty ? [] : [.gallery(figures.map(figure))]
    case .audio(let recording): return [.audio(self.recording(recording))]
    case .video(let recording): return [.video(self.recording(recording))]
    case .verse(let stanzas):
      let said = stanzas.map { $0.map { SayableInlines.line($0, keepsIndent: true) }.filter { !$0.isEmpty } }
      let full = said.filter { !$0.isEmpty }
      return full.isEmpty ? [] : [.verse(full)]
    case .rule: return [.rule]
    case .note(let kind, let inner):
      let said = blocks(inner)
      return said.isEmpty ? [] : [.note(kind, said)]
    case .unknown:
      lost.append(.unknownBlock)
      return []
    }
  }

  /// Blocks that only stand at the top or in notes.
  private static func isFence(_ block: Block) -> Bool {
    switch block {
    case .gallery, .audio, .video, .verse, .note: true
    default: false
    }
  }

  /// The blocks in one or more containers, with fences between them.
  private mutating func parted(_ blocks: [Block], _ make: ([Block]) -> Block) -> [Block] {
    var out: [Block] = []
    for run in runs(blocks) { out += run.isFence ? run.blocks : [make(run.blocks)] }
    return out
  }

  private mutating func list(_ items: [[Block]], _ isOrdered: Bool, from start: Int) -> [Block] {
    var out: [Block] = []
    var open: [[Block]] = []
    var start = start
    for item in items {
      for run in runs(item) {
        if run.isFence {
          if !open.isEmpty { out.append(.list(ordered: isOrdered, start: start, items: open)) }
          if isOrdered { start += open.count }
          open = []
          out += run.blocks
        } else {
          open.append(run.blocks)
        }
      }
    }
    return open.isEmpty ? out : out + [.list(ordered: isOrdered, start: start, items: open)]
  }

  private mutating func runs(_ blocks: [Block]) -> [(isFence: Bool, blocks: [Block])] {
    var runs: [(isFence: Bool, blocks: [Block])] = []
    for block in blocks {
      let isFence = Sayable.isFence(block)
      if isFence { lost.append(.moved) }
      if runs.last?.isFence == isFence {
        runs[runs.count - 1].blocks.append(block)
      } else {
        runs.append((isFence, [block]))
      }
    }
    return runs
  }

  private func table(_ table: Table) -> Table? {
    let columns = table.alignments.count
    guard columns > 0 else { return nil }
    var said = table
    said.rows = table.rows.map { row in
      let cells = row.prefix(columns).map { SayableInlines.line($0) }
      return cells + Array(repeating: [], count: columns - cells.count)
    }
    if said.hasHeader, let head = said.rows.first, head.allSatisfy(\.isEmpty) {
      said.hasHeader = false
      said.rows.removeFirst()
    }
    return said.rows.isEmpty ? nil : said
  }

  private func figure(_ figure: Figure) -> Figure {
    var said = figure
    said.alternative = TextLines.joined(SayableInlines.plain(figure.alternative))
    said.caption = TextLines.joined(SayableInlines.plain(figure.caption))
    said.credit = TextLines.joined(SayableInlines.plain(figure.credit).replacing(PictureTitle.separator, with: " "))
    return said
  }

  private func recording(_ recording: Recording) -> Recording {
    Recording(media: recording.media, title: TextLines.joined(SayableInlines.plain(recording.title)))
  }
}
