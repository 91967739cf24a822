internal import CCommonMark

/// Copies cmark's tree without recursion, so that no text can exhaust the stack.
struct MarkTree {
  typealias Raw = OpaquePointer

  let lineOffset: Int

  /// The children of a document.
  func read(_ document: Raw) throws(CommonMark.Failure) -> [MarkNode] {
    guard let walk = cmark_iter_new(document) else { throw .unavailable }
    defer { cmark_iter_free(walk) }
    var open: [MarkNode] = []
    while true {
      let event = cmark_iter_next(walk)
      guard event != CMARK_EVENT_DONE, let raw = cmark_iter_get_node(walk) else { break }
      if event == CMARK_EVENT_ENTER {
        let line = lineOffset + Int(cmark_node_get_start_line(raw))
        guard open.count <= CommonMark.depthMax else { throw .tooDeep(line: line) }
        let node = MarkNode(kind(of: raw), line: line)
        if isLeaf(raw), !open.isEmpty {
          open[open.count - 1].children.append(node)
        } else {
          open.append(node)
        }
      } else if open.count > 1 {
        let node = open.removeLast()
        open[open.count - 1].children.append(node)
      }
    }
    return open.first?.children ?? []
  }

  /// Whether the walk only enters the node and never leaves it.
  private func isLeaf(_ raw: Raw) -> Bool {
    switch cmark_node_get_type(raw) {
    case CMARK_NODE_HTML_BLOCK, CMARK_NODE_THEMATIC_BREAK, CMARK_NODE_CODE_BLOCK, CMARK_NODE_TEXT,
      CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK, CMARK_NODE_CODE, CMARK_NODE_HTML_INLINE:
      true
    default: false
    }
  }

  private func kind(of raw: Raw) -> MarkNode.Kind {
    switch cmark_node_get_type(raw) {
    case CMARK_NODE_PARAGRAPH: .paragraph
    case CMARK_NODE_HEADING: .heading(level: Int(cmark_node_get_heading_level(raw)))
    case CMARK_NODE_BLOCK_QUOTE: .quote
    case CMARK_NODE_LIST:
      cmark_node_get_list_type(raw) == CMARK_ORDERED_LIST
        ? .list(isOrdered: true, start: Int(cmark_node_get_list_start(raw))) : .list(isOrdered: false, start: 1)
    case CMARK_NODE_ITEM: .item
    case CMARK_NODE_THEMATIC_BREAK: .rule
    case CMARK_NODE_CODE_BLOCK: .codeBlock(literal(raw))
    case CMARK_NODE_HTML_BLOCK: .htmlBlock(literal(raw))
    case CMARK_NODE_TEXT: .text(literal(raw))
    case CMARK_NODE_SOFTBREAK: .softBreak
    case CMARK_NODE_LINEBREAK: .lineBreak
    case CMARK_NODE_CODE: .code(literal(raw))
    case CMARK_NODE_HTML_INLINE: .html(literal(raw))
    case CMARK_NODE_EMPH: .emphasis
    case CMARK_NODE_STRONG: .strong
    case CMARK_NODE_LINK: .link(address: text(cmark_node_get_url(raw)))
    case CMARK_NODE_IMAGE: .image(address: text(cmark_node_get_url(raw)), title: text(cmark_node_get_title(raw)))
    default: tableKind(of: raw)
    }
  }

  /// The extension numbers its kinds when it is registered, so they are told by name. What has no kind of its own here
  /// (the document) is a paragraph that nobody sees.
  private func tableKind(of raw: Raw) -> MarkNode.Kind {
    switch text(cmark_node_get_type_string(raw)) {
    case "table": .table(alignments(of: raw))
    case "table_header": .row(isHeader: true)
    case "table_row": .row(isHeader: cmark_gfm_extensions_get_table_row_is_header(raw) != 0)
    case "table_cell": .cell
    default: .paragraph
    }
  }

  private func alignments(of table: Raw) -> [MarkNode.Alignment] {
    let count = Int(cmark_gfm_extensions_get_table_columns(table))
    guard let letters = cmark_gfm_extensions_get_table_alignments(table) else { return [] }
    return (0..<count).map { column in
      switch letters[column] {
      case UInt8(ascii: "c"): .center
      case UInt8(ascii: "r"): .end
      default: .start
      }
    }
  }

  private func literal(_ raw: Raw) -> String {
    var text = text(cmark_node_get_literal(raw))
    if text.utf8.last == UInt8(ascii: "\n") { text.removeLast() }
    return text
  }

  private func text(_ pointer: UnsafePointer<CChar>?) -> String { pointer.map { String(cString: $0) } ?? "" }
}
