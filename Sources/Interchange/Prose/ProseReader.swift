import Foundation
import Markup
import Model

/// Turns the text of a story into a body. What is left out is noted; what is wrong is a fault.
struct ProseReader {
  let file: String
  /// Whether what the text names as pictures and recordings must be files beside it; else any address is taken.
  var checksFiles = true
  var findings = Findings()
  var references = References()
  /// The whole text as it was written, and how many lines of the file stand before it.
  private var source: (text: String, lineOffset: Int) = ("", 0)
  /// Its lines; cut when first asked for.
  private lazy var lines = source.text.split(separator: "\n", omittingEmptySubsequences: false)

  init(file: String) { self.file = file }

  /// `lineOffset` lines of the file stand before the text.
  mutating func body(of text: String, lineOffset: Int) -> Body {
    source = (text, lineOffset)
    return Body(blocks(of: Fences(file: file).parts(of: text, lineOffset: lineOffset, &findings)))
  }

  mutating func blocks(of parts: [Fences.Part]) -> [Block] {
    var blocks: [Block] = []
    for part in parts {
      switch part {
      case .text(let text, let lineOffset): blocks += self.blocks(of: nodes(of: text, lineOffset: lineOffset))
      case .fence(let fence): blocks += self.blocks(of: fence)
      }
    }
    return blocks
  }

  mutating func nodes(of text: Substring, lineOffset: Int) -> [MarkNode] {
    do {
      return try CommonMark.blocks(of: Markers.prepared(text), lineOffset: lineOffset)
    } catch {
      switch error {
      case .tooDeep(let line):
        findings.fault(
          Place(file: file, line: line), "Quotes, lists or marks stand too deep within each other here.",
          "此处引用、列表或标记嵌套过深。")
      case .tooWide(let line):
        findings.fault(
          Place(file: file, line: line), "This line has more than \(CommonMark.barsMax) bars (|); no table is so wide.",
          "此行的竖线（|）超过 \(CommonMark.barsMax) 个，没有这样宽的表格。")
      case .tooLong, .unavailable:
        findings.fault(Place(file: file, line: lineOffset + 1), "This text is too long.", "正文过长。")
      }
      return []
    }
  }

  mutating func blocks(of nodes: [MarkNode]) -> [Block] {
    var blocks: [Block] = []
    for node in nodes { blocks += self.blocks(of: node) }
    return blocks
  }

  private mutating func blocks(of node: MarkNode) -> [Block] {
    switch node.kind {
    case .paragraph: return paragraph(node)
    case .heading(let level):
      return withFigures(node) { .subheading(level: level <= 2 ? 2 : 3, $0) }
    case .quote:
      let inner = blocks(of: node.children)
      return inner.isEmpty ? [] : [.quote(inner)]
    case .list(let isOrdered, let start): return list(node, isOrdered: isOrdered, start: start)
    case .rule: return [.rule]
    case .codeBlock(let text):
      note(
        node, "Code is shown as plain text; take away the spaces in front if it is none.", "代码按普通文字显示；若不是代码，请删去行首空格。")
      return plainLines(Markers.plain(text, isCode: true))
    case .htmlBlock(let text): return html(text, node)
    case .table(let alignments): return table(node, alignments)
    default: return blocks(of: node.children)
    }
  }

  /// A paragraph of pictures alone is figures; else they come behind its text.
  private mutating func paragraph(_ node: MarkNode) -> [Block] {
    for (index, child) in node.children.enumerated() {
      guard case .text(let text) = child.kind, text.hasPrefix(":::") || text.hasPrefix("：：："),
        index == 0 || node.children[index - 1].kind == .softBreak, isFence(line: child.line)
      else { continue }
      findings.fault(
        Place(file: file, line: child.line),
        "A ::: cannot stand within a quote, a list or a paragraph; part it by empty lines.",
        "::: 不能写在引用、列表或段落里，请用空行隔开。")
    }
    return withFigures(node) { .paragraph($0) }
  }

  /// Whether a line was written as a fence, behind what marks quotes and lists: `\:::` is text.
  private mutating func isFence(line: Int) -> Bool {
    let index = line - 1 - source.lineOffset
    guard lines.indices.contains(index) else { return false }
    let written = lines[index].drop { $0.isWhitespace || $0.isNumber || ">-*+.)".contains($0) }
    return written.hasPrefix(":::") || written.hasPrefix("：：：")
  }

  private mutating func withFigures(_ node: MarkNode, _ make: ([Inline]) -> Block) -> [Block] {
    var reader = InlineReader(file: file)
    let inlines = reader.read(node.children)
    let figures = take(&reader).map(Block.figure)
    return (inlines.isEmpty ? [] : [make(inlines)]) + figures
  }

  /// The figures that were found in a run of inlines, with the notes about it.
  mutating func take(_ reader: inout InlineReader) -> [Figure] {
    findings.add(reader.findings)
    return reader.pictures.compactMap { figure($0) }
  }

  mutating func figure(_ picture: InlineReader.Picture) -> Figure? {
    let place = Place(file: file, line: picture.line)
    let title = PictureTitle(picture.title)
    guard checksFiles else {
      return Figure(
        media: .file(picture.address), alternative: picture.alternative, caption: title.caption, credit: title.credit)
    }
    if picture.address.contains("://") || picture.address.hasPrefix("//") || picture.address.hasPrefix("data:") {
      findings.fault(
        place,
        "Pictures of other sites are not fetched (\(Fields.shortened(picture.address))); put the file into the folder.",
        "不抓取站外图片（\(Fields.shortened(picture.address))），请把图片文件放进文件夹。")
      return nil
    }
    let name = picture.address.removingPercentEncoding ?? picture.address
    guard let media = references.add(name, use: .picture, at: place, &findings) else { return nil }
    return Figure(media: media, alternative: picture.alternative, caption: title.caption, credit: title.credit)
  }

  private mutating func list(_ node: MarkNode, isOrdered: Bool, start: Int) -> [Block] {
    var items: [[Block]] = []
    for item in node.children {
      let inner = blocks(of: item.children)
      if !inner.isEmpty { items.append(inner) }
    }
    return items.isEmpty ? [] : [.list(ordered: isOrdered, start: start, items: items)]
  }

  private mutating func table(_ node: MarkNode, _ alignments: [MarkNode.Alignment]) -> [Block] {
    var rows: [[[Inline]]] = []
    var figures: [Figure] = []
    for row in node.children {
      var cells: [[Inline]] = []
      for cell in row.children {
        var reader = InlineReader(file: file)
        cells.append(reader.read(cell.children))
        figures += take(&reader)
      }
      cells += Array(repeating: [], count: max(0, alignments.count - cells.count))
      rows.append(Array(cells.prefix(alignments.count)))
    }
    let hasHeader = rows.first?.contains { !$0.isEmpty } ?? false
    if !hasHeader { rows = Array(rows.dropFirst()) }
    let columns = alignments.map { alignment -> Table.Alignment in
      switch alignment {
      case .start: .start
      case .center: .center
      case .end: .end
      }
    }
    let table = Table(hasHeader: hasHeader, alignments: columns, rows: rows)
    return (rows.isEmpty ? [] : [.table(table)]) + figures.map(Block.figure)
  }

  private mutating func html(_ text: String, _ node: MarkNode) -> [Block] {
    let plain = Markers.plain(text)
    if plain.hasPrefix("<!--"), plain.hasSuffix("-->"), !plain.dropLast(3).contains("-->") {
      if plain != InlineReader.separator { note(node, "A comment was left out.", "已略去注释。") }
      return []
    }
    note(node, "HTML is shown as text.", "HTML 按文字显示。")
    return plainLines(plain)
  }

  /// A paragraph of lines; empty for nothing but space.
  private func plainLines(_ text: String) -> [Block] {
    let lines = text.split(separator: "\n").map { TextLines.trimmed($0) }.filter { !$0.isEmpty }
    let inlines = lines.enumerated().flatMap { index, line -> [Inline] in
      index == 0 ? [.text(line)] : [.lineBreak, .text(line)]
    }
    return inlines.isEmpty ? [] : [.paragraph(inlines)]
  }

  mutating func note(_ node: MarkNode, _ english: String, _ chinese: Chinese) {
    findings.note(Place(file: file, line: node.line), english, chinese)
  }
}
