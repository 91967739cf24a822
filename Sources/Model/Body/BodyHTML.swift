/// The words that stand in the HTML of a body, in the reader's language.
package struct BodyLabels: Hashable, Sendable {
  /// 编者按.
  package var editorNote: String
  /// 背景.
  package var backgroundNote: String
  /// What parts a label from what follows: `：`.
  package var colon: String
  /// The name of a table's scroll region; its number is set behind it where there are several.
  package var table: String
  /// The name of a group of pictures.
  package var gallery: String
  /// For a browser that does not play: the link to the file.
  package var recording: String

  package init(
    editorNote: String, backgroundNote: String, colon: String, table: String, gallery: String, recording: String
  ) {
    self.editorNote = editorNote
    self.backgroundNote = backgroundNote
    self.colon = colon
    self.table = table
    self.gallery = gallery
    self.recording = recording
  }
}

extension Body {
  /// The body as HTML of the parts it knows: no script, no style and no handler can be in it. Blocks it does not know,
  /// and pictures that `media` does not, are passed over; their captions stay.
  ///
  /// - Parameters:
  ///   - prefix: set before each address of this site: empty, or scheme and host for readers elsewhere.
  ///   - eagerFigures: how many figures from the top load at once; the rest wait until they come near.
  package func html(
    media: (MediaName) -> Media?, labels: BodyLabels, prefix: String = "", eagerFigures: Int = 0
  ) -> String {
    withoutActuallyEscaping(media) { media in
      var writer = BodyWriter(media: media, labels: labels, prefix: prefix, eagerFigures: eagerFigures)
      writer.tableCount = blocks.reduce(0) { $0 + $1.tableCount }
      for block in blocks { writer.write(block) }
      return String(decoding: writer.out, as: UTF8.self)
    }
  }
}

extension Block {
  fileprivate var tableCount: Int {
    switch self {
    case .table: 1
    case .quote(let blocks), .note(_, let blocks): blocks.reduce(0) { $0 + $1.tableCount }
    case .list(_, _, let items): items.reduce(0) { $0 + $1.reduce(0) { $0 + $1.tableCount } }
    default: 0
    }
  }
}

/// Writes blocks as HTML.
struct BodyWriter {
  let media: (MediaName) -> Media?
  let labels: BodyLabels
  let prefix: String
  let eagerFigures: Int
  var tableCount = 0
  var out: [UInt8] = []
  var figureNumber = 0
  private var tableNumber = 0
  private var hasSubheading = false

  init(media: @escaping (MediaName) -> Media?, labels: BodyLabels, prefix: String, eagerFigures: Int) {
    self.media = media
    self.labels = labels
    self.prefix = prefix
    self.eagerFigures = eagerFigures
  }

  mutating func write(_ block: Block) {
    switch block {
    case .paragraph(let inlines): element("p", inlines)
    case .subheading(let level, let inlines):
      element(level > 2 && hasSubheading ? "h3" : "h2", inlines)
      hasSubheading = true
    case .quote(let blocks): wrap("<blockquote>", "</blockquote>", blocks)
    case .list(let ordered, let start, let items): list(ordered: ordered, start, items)
    case .table(let table): self.table(table)
    case .figure(let figure): self.figure(figure)
    case .gallery(let figures): gallery(figures)
    case .audio(let recording): self.recording(recording, tag: "audio")
    case .video(let recording): self.recording(recording, tag: "video")
    case .verse(let stanzas): for stanza in stanzas { verse(stanza) }
    case .rule: raw("<hr>\n")
    case .note(let kind, let blocks): note(kind, blocks)
    case .unknown: break
    }
  }

  mutating func raw(_ markup: String) { out += markup.utf8 }

  mutating func text(_ text: String) { HTMLEscaping.append(text, to: &out) }

  private mutating func element(_ name: String, _ inlines: [Inline]) {
    guard !Inline.text(of: inlines).allSatisfy(\.isWhitespace) else { return }
    raw("<\(name)>")
    write(inlines)
    raw("</\(name)>\n")
  }

  private mutating func wrap(_ start: String, _ end: String, _ blocks: [Block]) {
    raw(start + "\n")
    for block in blocks { write(block) }
    raw(end + "\n")
  }

  private mutating func list(ordered: Bool, _ start: Int, _ items: [[Block]]) {
    let name = ordered ? "ol" : "ul"
    raw(ordered && start != 1 ? "<ol start=\"\(start)\">\n" : "<\(name)>\n")
    for item in items {
      raw("<li>")
      if item.count == 1, case .paragraph(let inlines)? = item.first {
        write(inlines)
      } else {
        for block in item { write(block) }
      }
      raw("</li>\n")
    }
    raw("</\(name)>\n")
  }

  private mutating func verse(_ lines: [[Inline]]) {
    raw("<p class=\"verse\">")
    for (index, line) in lines.enumerated() {
      if index > 0 { raw("<br>\n") }
      write(line)
    }
    raw("</p>\n")
  }

  /// The label stands in the first paragraph, so that it is read with the text.
  private mutating func note(_ kind: NoteKind, _ blocks: [Block]) {
    raw("<div class=\"ednote\" role=\"note\">\n<p><b>")
    text(kind == .editor ? labels.editorNote : labels.backgroundNote)
    raw("<span class=\"vh\">")
    text(labels.colon)
    raw("</span></b>")
    var rest = blocks[...]
    if case .paragraph(let inlines)? = rest.first {
      write(inlines)
      rest = rest.dropFirst()
    }
    raw("</p>\n")
    for block in rest { write(block) }
    raw("</div>\n")
  }

  private mutating func table(_ table: Table) {
    tableNumber += 1
    raw("<div class=\"table\" role=\"region\" tabindex=\"0\" aria-label=\"")
    text(tableCount > 1 ? "\(labels.table) \(tableNumber)" : labels.table)
    raw("\">\n<table>\n")
    var rows = table.rows[...]
    if table.hasHeader, let head = rows.popFirst() {
      raw("<thead>\n")
      row(head, cell: "th", attributes: " scope=\"col\"", alignments: table.alignments)
      raw("</thead>\n")
    }
    raw("<tbody>\n")
    for cells in rows { row(cells, cell: "td", attributes: "", alignments: table.alignments) }
    raw("</tbody>\n</table>\n</div>\n")
  }

  private mutating func row(
    _ cells: [[Inline]], cell name: String, attributes: String, alignments: [Table.Alignment]
  ) {
    raw("<tr>")
    for (index, cell) in cells.enumerated() {
      let alignment = index < alignments.count ? alignments[index] : .start
      raw("<\(name)\(attributes)\(alignment == .start ? "" : " class=\"\(alignment.rawValue)\"")>")
      write(cell)
      raw("</\(name)>")
    }
    raw("</tr>\n")
  }
}
