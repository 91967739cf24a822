import Model

/// A paragraph of a manuscript as it was found, or a whole block, before it is known what becomes of it.
struct Passage {
  enum Kind: Equatable {
    case text, title, subtitle, byline, caption, quote
    /// From 1.
    case heading(Int)
    case item(ListItem)
    /// A table, a rule, a quote or a list that is read whole.
    case whole(Block)
  }

  /// A paragraph of a list.
  struct ListItem: Equatable {
    /// Which list, so that two side by side are told apart.
    let list: String
    /// From 0.
    let level: Int
    let isOrdered: Bool
    /// Its number where it is ordered.
    let number: Int
    /// Whether it has no mark of its own and goes on with the item before it.
    var goesOn = false
  }

  var kind: Kind = .text
  var inlines: [Inline] = []
  /// The pictures in it: they come behind its text.
  var figures: [Figure] = []
  /// What the notes beside it are called.
  var notes: [String] = []
  /// The size of its largest letters in half points; 0 where it is not known.
  var size = 0

  /// Whether there is nothing in it.
  var isEmpty: Bool {
    if case .whole = kind { return false }
    return inlines.isEmpty && figures.isEmpty
  }

  /// Its text on one line.
  var text: String { Inline.text(of: inlines) }

  /// Its text, parted where its lines break.
  var lines: [String] {
    inlines.split(separator: .lineBreak).map { TextLines.joined(Inline.text(of: Array($0))) }.filter { !$0.isEmpty }
  }
}

extension [Passage] {
  /// All of them as one run, as a table's cell holds it, and their pictures.
  var flattened: (inlines: [Inline], figures: [Figure]) {
    var inlines: [Inline] = []
    var figures: [Figure] = []
    func add(_ line: [Inline]) {
      guard !line.isEmpty else { return }
      if !inlines.isEmpty { inlines.append(.lineBreak) }
      inlines += line
    }
    for passage in self {
      switch passage.kind {
      case .whole(let block):
        for line in block.lines where !line.isEmpty { add([.text(line.replacing("\t", with: " "))]) }
        figures += Body([block]).figures
      case .item(let item): add([.text(item.isOrdered ? "\(item.number). " : "• ")] + passage.inlines)
      default: add(passage.inlines)
      }
      figures += passage.figures
    }
    return (SayableInlines.line(inlines), figures)
  }
}
