import Model

/// Writes a body (as `Sayable` leaves it) as the text of a story.
struct ProseWriter {
  /// The name that a file has in the folder.
  let fileName: (MediaReference) -> String

  func text(of body: Body) -> String {
    body.blocks.isEmpty ? "" : text(of: body.blocks, isNested: false) + "\n"
  }

  private func text(of blocks: [Block], isNested: Bool) -> String {
    var parts: [String] = []
    for (index, block) in blocks.enumerated() {
      if index > 0, ProseWriter.isOneList(blocks[index - 1], block) { parts.append(InlineReader.separator) }
      parts.append(text(of: block, isNested: isNested))
    }
    return parts.joined(separator: "\n\n")
  }

  /// Whether two lists would become one.
  private static func isOneList(_ left: Block, _ right: Block) -> Bool {
    if case .list(let first, _, _) = left, case .list(let second, _, _) = right { return first == second }
    return false
  }

  private func text(of block: Block, isNested: Bool) -> String {
    switch block {
    case .paragraph(let inlines): InlineWriter.text(inlines, in: .paragraph)
    case .subheading(let level, let inlines):
      String(repeating: "#", count: level) + " " + ProseWriter.heading(InlineWriter.text(inlines, in: .line))
    case .quote(let inner): prefixed(text(of: inner, isNested: true), "> ", ">")
    case .list(let isOrdered, let start, let items): list(items, isOrdered, from: start)
    case .table(let table): self.table(table)
    case .figure(let figure): picture(figure)
    case .gallery(let figures): fence("gallery", figures.map(picture).joined(separator: "\n"))
    case .audio(let recording): fence("audio " + argument(recording), "")
    case .video(let recording): fence("video " + argument(recording), "")
    case .verse(let stanzas):
      fence(
        "verse",
        stanzas.map { $0.map { InlineWriter.text($0, in: .line) }.joined(separator: "\n") }.joined(separator: "\n\n"))
    case .rule: isNested ? "***" : "---"
    case .note(let kind, let inner): fence("note \(kind.rawValue)", text(of: inner, isNested: false))
    case .unknown: ""
    }
  }

  /// Number signs at the end would be taken for the end of the mark.
  private static func heading(_ text: String) -> String {
    text.hasSuffix("#") && !text.hasSuffix("\\#") ? text.dropLast() + "\\#" : text
  }

  private func fence(_ head: String, _ text: String) -> String {
    text.isEmpty ? "::: \(head)\n:::" : "::: \(head)\n\(text)\n:::"
  }

  private func prefixed(_ text: String, _ prefix: String, _ empty: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.isEmpty ? empty : prefix + $0 }.joined(separator: "\n")
  }

  private func list(_ items: [[Block]], _ isOrdered: Bool, from start: Int) -> String {
    let isTight = items.allSatisfy { item in
      if item.count == 1, case .paragraph = item[0] { true } else { false }
    }
    let texts = items.enumerated().map { index, item in
      let mark = isOrdered ? "\(start + index). " : "- "
      let indent = String(repeating: " ", count: mark.utf8.count)
      return mark + prefixed(text(of: item, isNested: true), indent, "").dropFirst(mark.utf8.count)
    }
    return texts.joined(separator: isTight ? "\n" : "\n\n")
  }

  private func table(_ table: Table) -> String {
    var rows = table.rows
    if !table.hasHeader { rows.insert(Array(repeating: [], count: table.alignments.count), at: 0) }
    var lines = rows.map { row in
      "|" + row.map { " " + InlineWriter.text($0, in: .line) + " |" }.joined()
    }
    let rule = table.alignments.map { alignment in
      switch alignment {
      case .start: " --- |"
      case .center: " :-: |"
      case .end: " --: |"
      }
    }
    lines.insert("|" + rule.joined(), at: 1)
    return lines.joined(separator: "\n")
  }

  private func picture(_ figure: Figure) -> String {
    let title = PictureTitle(caption: figure.caption, credit: figure.credit).text
    let alternative = InlineWriter.escaped(figure.alternative)
    let quoted = title.isEmpty ? "" : " \"\(Destination.title(title))\""
    return "![\(alternative)](\(Destination.file(fileName(figure.media)))\(quoted))"
  }

  private func argument(_ recording: Recording) -> String {
    let title = recording.title.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
    return Destination.file(fileName(recording.media)) + (title.isEmpty ? "" : " \"\(title)\"")
  }
}
