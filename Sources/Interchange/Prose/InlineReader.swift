import Markup
import Model

/// Turns a run of CommonMark inlines into ours. Pictures are taken out of it.
struct InlineReader {
  /// A comment that parts marks which would run together; the writer makes it, readers never see it.
  static let separator = "<!-- -->"

  struct Picture {
    let address: String
    let title: String
    let alternative: String
    let line: Int
  }

  let file: String
  private(set) var pictures: [Picture] = []
  private(set) var findings = Findings()
  /// The last character so far, to know what a line end is.
  private var last: Unicode.Scalar?

  init(file: String) { self.file = file }

  /// Without space at both ends.
  mutating func read(_ nodes: [MarkNode]) -> [Inline] {
    InlineReader.trimmed(inlines(nodes), keepsIndent: false)
  }

  /// A line of verse: no block can begin in it.
  mutating func readLine(_ line: Substring, lineOffset: Int) -> [Inline] {
    let text = line.drop { $0 == " " || $0 == "\t" }
    guard !TextLines.trimmed(text).isEmpty else { return [] }
    // A full stop in front keeps blocks from beginning; it is taken away again.
    guard let nodes = try? CommonMark.blocks(of: "\\." + Markers.prepared(text), lineOffset: lineOffset),
      nodes.count == 1, nodes[0].kind == .paragraph
    else {
      return [.text(TextLines.trimmed(text))]
    }
    var inlines = inlines(nodes[0].children)
    if case .text(let first)? = inlines.first { inlines[0] = .text(String(first.dropFirst())) }
    return InlineReader.trimmed(inlines, keepsIndent: true)
  }

  private mutating func inlines(_ nodes: [MarkNode]) -> [Inline] {
    var out: [Inline] = []
    var isAfterBreak = false
    for (index, node) in nodes.enumerated() {
      let made = inline(node, after: isAfterBreak, next: { InlineReader.first(in: nodes[(index + 1)...]) })
      isAfterBreak = node.kind == .softBreak || node.kind == .lineBreak
      for inline in made { InlineReader.append(inline, to: &out) }
    }
    return ScriptMarks.read(out).map(InlineReader.withoutMarkers)
  }

  private mutating func inline(
    _ node: MarkNode, after isAfterBreak: Bool, next: () -> Unicode.Scalar?
  ) -> [Inline] {
    switch node.kind {
    case .text(let text): return self.text(isAfterBreak ? String(text.drop { $0 == "\u{3000}" }) : text)
    case .code(let text): return self.text(Markers.literal(Markers.plain(text, isCode: true)))
    case .html(let text): return html(text, node)
    case .softBreak:
      guard let last, let next = next(), TextLines.needsSpace(between: last, and: next) else { return [] }
      return self.text(" ")
    case .lineBreak:
      last = " "
      return [.lineBreak]
    case .emphasis: return wrapped(node) { .emphasis($0) }
    case .strong: return wrapped(node) { .strong($0) }
    case .link(let address): return link(Markers.plain(address), node)
    case .image(let address, let title):
      pictures.append(
        Picture(
          address: Markers.plain(address), title: TextLines.oneLine(Markers.plain(title)),
          alternative: TextLines.joined(alternative(node)), line: node.line))
      return []
    default: return inlines(node.children)
    }
  }

  private mutating func text(_ text: String) -> [Inline] {
    last = text.unicodeScalars.last ?? last
    return text.isEmpty ? [] : [.text(text)]
  }

  private mutating func wrapped(_ node: MarkNode, _ make: ([Inline]) -> Inline) -> [Inline] {
    let inner = inlines(node.children)
    return inner.isEmpty ? [] : [make(inner)]
  }

  private mutating func link(_ address: String, _ node: MarkNode) -> [Inline] {
    let inner = inlines(node.children)
    if inner.isEmpty {
      findings.note(
        Place(file: file, line: node.line), "A link without text was left out; a picture in it was kept.",
        "已去掉没有文字的链接，其中的图片保留。")
    }
    if let target = LinkTarget(address) { return inner.isEmpty ? [] : [.link(target: target, inner)] }
    let shown = Fields.shortened(address)
    findings.note(
      Place(file: file, line: node.line),
      "The link to \"\(shown)\" was left out, its text kept; link to http, https, mailto, tel or a path of the site.",
      "已去掉指向“\(shown)”的链接，文字保留：链接只能是 http、https、mailto、tel 或本站路径。")
    return inner
  }

  private mutating func html(_ text: String, _ node: MarkNode) -> [Inline] {
    let plain = Markers.plain(text)
    if ["<br>", "<br/>", "<br />"].contains(plain.lowercased()) {
      last = " "
      return [.lineBreak]
    }
    if plain == InlineReader.separator { return [] }
    let place = Place(file: file, line: node.line)
    if plain.hasPrefix("<!--") {
      findings.note(place, "A comment was left out.", "已略去注释。")
      return []
    }
    findings.note(place, "HTML is shown as text.", "HTML 按文字显示。")
    return self.text(Markers.literal(plain))
  }

  private func alternative(_ node: MarkNode) -> String {
    node.children.map { child in
      switch child.kind {
      case .text(let text), .html(let text): Markers.plain(text)
      case .code(let text): Markers.plain(text, isCode: true)
      case .softBreak, .lineBreak: "\n"
      default: alternative(child)
      }
    }.joined()
  }

  /// The first character of what follows.
  private static func first(in nodes: ArraySlice<MarkNode>) -> Unicode.Scalar? {
    for node in nodes {
      switch node.kind {
      case .text(let text), .code(let text), .html(let text):
        if let first = text.unicodeScalars.first(where: { $0 != "\u{3000}" }) { return first }
      case .image: continue
      case .lineBreak, .softBreak: return nil
      default: if let first = first(in: node.children[...]) { return first }
      }
    }
    return nil
  }
}
