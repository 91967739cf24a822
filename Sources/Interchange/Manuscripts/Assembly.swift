import Model

/// Passages as blocks: paragraphs of lists and quotes are joined, captions go to their pictures.
struct Assembly {
  private(set) var blocks: [Block] = []
  /// The notes met, each with the index of the block that it stands beside.
  private(set) var notes: [(name: String, block: Int)] = []
  /// The level of the highest heading among them.
  private let topLevel: Int

  init(_ passages: [Passage]) {
    topLevel =
      passages.map { passage in
        if case .heading(let level) = passage.kind { level } else { Int.max }
      }.min() ?? 1
    var index = 0
    while index < passages.count {
      let run = Assembly.run(passages, from: index)
      let block = blocks.count
      add(passages[index..<run])
      for passage in passages[index..<run] {
        for name in passage.notes { notes.append((name, Swift.max(0, min(block, blocks.count - 1)))) }
      }
      index = run
    }
  }

  /// Where what belongs together with a passage ends.
  private static func run(_ passages: [Passage], from index: Int) -> Int {
    func fits(_ kind: Passage.Kind) -> Bool {
      switch (passages[index].kind, kind) {
      case (.quote, .quote), (.item, .item): true
      default: false
      }
    }
    var end = index + 1
    while end < passages.count, fits(passages[end].kind) { end += 1 }
    return end
  }

  private mutating func add(_ passages: ArraySlice<Passage>) {
    guard let first = passages.first else { return }
    switch first.kind {
    case .quote:
      let inner = passages.flatMap { Assembly.paragraph($0) }
      if !inner.isEmpty { blocks.append(.quote(inner)) }
    case .item:
      var rest = passages
      while !rest.isEmpty { blocks += Assembly.lists(&rest) }
    case .heading(let level):
      if !first.inlines.isEmpty { blocks.append(.subheading(level: level <= topLevel ? 2 : 3, first.inlines)) }
      blocks += first.figures.map(Block.figure)
    case .title:
      if !first.inlines.isEmpty { blocks.append(.subheading(level: 2, first.inlines)) }
      blocks += first.figures.map(Block.figure)
    case .caption where first.figures.isEmpty && giveToLastFigure(first.inlines): break
    case .whole(let block): blocks += [block] + first.figures.map(Block.figure)
    case .text, .subtitle, .byline, .caption: blocks += Assembly.paragraph(first)
    }
  }

  private static func paragraph(_ passage: Passage) -> [Block] {
    (passage.inlines.isEmpty ? [] : [.paragraph(passage.inlines)]) + passage.figures.map(Block.figure)
  }

  private mutating func giveToLastFigure(_ caption: [Inline]) -> Bool {
    guard case .figure(var figure)? = blocks.last, figure.caption.isEmpty, figure.credit.isEmpty else { return false }
    let title = PictureTitle(TextLines.joined(Inline.text(of: caption)))
    figure.caption = title.caption
    figure.credit = title.credit
    blocks[blocks.count - 1] = .figure(figure)
    return true
  }

  /// The first list of a run of items with all that stands deeper; takes its items off the run.
  private static func lists(_ rest: inout ArraySlice<Passage>) -> [Block] {
    guard case .item(let head)? = rest.first?.kind, !head.goesOn else { return paragraph(rest.removeFirst()) }
    var items: [[Block]] = []
    var next = head.number
    while let passage = rest.first, case .item(let item) = passage.kind {
      if item.goesOn, item.level >= head.level, !items.isEmpty {
        items[items.count - 1] += paragraph(rest.removeFirst())
        continue
      }
      if item.level > head.level, !items.isEmpty {
        items[items.count - 1] += lists(&rest)
        continue
      }
      let follows = item.isOrdered == head.isOrdered && (!item.isOrdered || item.number == next)
      guard item.level == head.level, item.list == head.list, follows else { break }
      let blocks = paragraph(passage)
      if !blocks.isEmpty {
        items.append(blocks)
        next += 1
      }
      rest.removeFirst()
    }
    return items.isEmpty ? [] : [.list(ordered: head.isOrdered, start: head.isOrdered ? head.number : 1, items: items)]
  }
}
