extension Body {
  /// The plain text: a line for each paragraph, list item, row, verse line and caption; notes with their text. Unknown
  /// blocks are passed over.
  package var plainText: String { lines.joined(separator: "\n") }

  /// The lines of `plainText`, none empty.
  package var lines: [String] { blocks.flatMap(\.lines).filter { !$0.isEmpty } }

  /// The text of the top paragraphs alone, from which a summary is made.
  package var paragraphs: [String] {
    blocks.compactMap { block in
      guard case .paragraph(let inlines) = block else { return nil }
      return Inline.text(of: inlines)
    }
  }
}

extension Block {
  /// The lines of its plain text; some may be empty.
  package var lines: [String] {
    switch self {
    case .paragraph(let inlines), .subheading(_, let inlines): [Inline.text(of: inlines)]
    case .quote(let blocks), .note(_, let blocks): blocks.flatMap(\.lines)
    case .list(_, _, let items): items.flatMap { $0.flatMap(\.lines) }
    case .table(let table): table.rows.map { $0.map(Inline.text).joined(separator: "\t") }
    case .figure(let figure): [figure.caption + (figure.credit.isEmpty ? "" : "（\(figure.credit)）")]
    case .gallery(let figures): figures.flatMap { Block.figure($0).lines }
    case .audio(let recording), .video(let recording): [recording.title]
    case .verse(let stanzas): stanzas.flatMap { $0.map(Inline.text) }
    case .rule, .unknown: []
    }
  }
}

extension Inline {
  /// The text of a run without its marks; a line break is a space.
  package static func text(of inlines: [Inline]) -> String {
    inlines.map { inline in
      switch inline {
      case .text(let text): text
      case .lineBreak: " "
      case .strong(let inner), .emphasis(let inner), .link(_, let inner), .superscript(let inner),
        .subscript(let inner):
        text(of: inner)
      }
    }.joined()
  }
}
