/// The text of an article as blocks, not HTML: so what goes out is safe by construction.
package struct Body: Hashable, Sendable {
  /// The version that is written. A reader keeps blocks of later versions that it does not know.
  package static let formatVersion = 1

  package var blocks: [Block]

  package init(_ blocks: [Block] = []) { self.blocks = blocks }
}

/// One block of a body.
package indirect enum Block: Hashable, Sendable {
  case paragraph([Inline])
  /// Level 2 or 3; the headline of the article is 1.
  case subheading(level: Int, [Inline])
  case quote([Block])
  /// Each item is a run of blocks, never empty. An ordered one counts from `start`, 0 or more.
  case list(ordered: Bool, start: Int = 1, items: [[Block]])
  case table(Table)
  case figure(Figure)
  /// At least one figure.
  case gallery([Figure])
  case audio(Recording)
  case video(Recording)
  /// Stanzas of lines.
  case verse([[[Inline]]])
  case rule
  case note(NoteKind, [Block])
  /// A block of a later version: kept as it came, and passed over in what readers see.
  case unknown(JSON)
}

/// A run of text within a block.
package indirect enum Inline: Hashable, Sendable {
  case text(String)
  case strong([Inline])
  case emphasis([Inline])
  /// The target is an http, https, mailto or tel address, or a path of the site; nothing else is ever made.
  case link(target: LinkTarget, [Inline])
  case lineBreak
  case superscript([Inline])
  case `subscript`([Inline])
}

/// Where a link leads: only addresses that cannot run anything.
package struct LinkTarget: Hashable, Sendable {
  package let address: String

  /// Nil unless the address is http, https, mailto or tel, or a path or fragment of this site; white space and control
  /// characters are refused, so that `java\nscript:` is none.
  package init?(_ address: String) {
    guard !address.isEmpty, address.utf8.count <= 2_000,
      address.unicodeScalars.allSatisfy({ $0.value > 0x20 && $0.value != 0x7F && $0.value != 0x5C })
    else { return nil }
    let lower = address.lowercased()
    let schemes = ["http://", "https://", "mailto:", "tel:"]
    let isPath = address.hasPrefix("/") && !address.hasPrefix("//")
    guard isPath || address.hasPrefix("#") || schemes.contains(where: lower.hasPrefix) else { return nil }
    self.address = address
  }
}

/// A table: rows of cells of inlines, the first row its head where `hasHeader`.
package struct Table: Hashable, Sendable {
  package var hasHeader: Bool
  package var alignments: [Alignment]
  /// All of the same length as `alignments`.
  package var rows: [[[Inline]]]

  /// How the cells of a column are set; the raw value stands in files.
  package enum Alignment: String, Hashable, Sendable { case start, center, end }

  package init(hasHeader: Bool, alignments: [Alignment], rows: [[[Inline]]]) {
    self.hasHeader = hasHeader
    self.alignments = alignments
    self.rows = rows
  }
}

/// A picture in the text with its alternative text (empty on purpose for a mere ornament), caption and credit.
package struct Figure: Hashable, Sendable {
  package var media: MediaReference
  package var alternative: String
  package var caption: String
  /// Who made it, as printed: `林　汐 摄`.
  package var credit: String

  package init(media: MediaReference, alternative: String = "", caption: String = "", credit: String = "") {
    self.media = media
    self.alternative = alternative
    self.caption = caption
    self.credit = credit
  }
}

/// A recording, audio or video, with its title.
package struct Recording: Hashable, Sendable {
  package var media: MediaReference
  package var title: String

  package init(media: MediaReference, title: String = "") {
    self.media = media
    self.title = title
  }
}

/// What a note is: 编者按, or background (背景).
package enum NoteKind: String, Hashable, Sendable, CaseIterable { case editor, background }

extension Body {
  /// The figures in order, those of galleries among them, and those within notes, quotes and lists.
  package var figures: [Figure] { blocks.flatMap(\.figures) }

  /// Every file that the body points to, in order.
  package var media: [MediaReference] { blocks.flatMap(\.media) }

  /// The body with each reference to a file replaced. What `replace` throws is thrown.
  package func replacingMedia(_ replace: (MediaReference) throws -> MediaReference) rethrows -> Body {
    Body(try blocks.map { try $0.replacingMedia(replace) })
  }
}

extension Block {
  var figures: [Figure] {
    switch self {
    case .figure(let figure): [figure]
    case .gallery(let figures): figures
    case .quote(let blocks), .note(_, let blocks): blocks.flatMap(\.figures)
    case .list(_, _, let items): items.flatMap { $0.flatMap(\.figures) }
    default: []
    }
  }

  var media: [MediaReference] {
    switch self {
    case .audio(let recording), .video(let recording): [recording.media]
    case .quote(let blocks), .note(_, let blocks): blocks.flatMap(\.media)
    case .list(_, _, let items): items.flatMap { $0.flatMap(\.media) }
    default: figures.map(\.media)
    }
  }

  func replacingMedia(_ replace: (MediaReference) throws -> MediaReference) rethrows -> Block {
    func mend(_ figure: Figure) throws -> Figure {
      var figure = figure
      figure.media = try replace(figure.media)
      return figure
    }
    func mend(_ recording: Recording) throws -> Recording {
      Recording(media: try replace(recording.media), title: recording.title)
    }
    switch self {
    case .figure(let figure): return .figure(try mend(figure))
    case .gallery(let figures): return .gallery(try figures.map { try mend($0) })
    case .audio(let recording): return .audio(try mend(recording))
    case .video(let recording): return .video(try mend(recording))
    case .quote(let blocks): return .quote(try blocks.map { try $0.replacingMedia(replace) })
    case .note(let kind, let blocks): return .note(kind, try blocks.map { try $0.replacingMedia(replace) })
    case .list(let ordered, let start, let items):
      let items = try items.map { try $0.map { try $0.replacingMedia(replace) } }
      return .list(ordered: ordered, start: start, items: items)
    default: return self
    }
  }
}
