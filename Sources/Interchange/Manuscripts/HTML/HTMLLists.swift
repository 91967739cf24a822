import Markup
import Model

/// Lists and tables of HTML.
extension HTMLReader {
  mutating func list(_ element: Element, _ context: Context) throws(Unreadable) {
    try flush(context.kind)
    let isOrdered = element.name == "ol"
    let start = min(max(element["start"].flatMap { Int($0) } ?? 1, 0), 1_000_000)
    var items: [[Block]] = []
    for child in element.children {
      guard case .element(let child) = child else {
        if case .text(let text) = child, !text.allSatisfy(\.isWhitespace) { items.append([.paragraph([.text(text)])]) }
        continue
      }
      var wrapped = Element("div")
      wrapped.children = [.element(child)]
      let inner = try passages(in: child.name == "li" ? child : wrapped, depth: context.depth + 1)
      let blocks = Assembly(inner).blocks
      guard !blocks.isEmpty else { continue }
      // A list that stands between items belongs to the one before it.
      if ["ul", "ol"].contains(child.name), !items.isEmpty {
        items[items.count - 1] += blocks
      } else {
        items.append(blocks)
      }
    }
    guard !items.isEmpty else { return }
    passages.append(
      Passage(kind: .whole(.list(ordered: isOrdered, start: isOrdered ? start : 1, items: items))))
  }

  mutating func table(_ element: Element, _ context: Context) throws(Unreadable) {
    try flush(context.kind)
    if let caption = element.first("caption") {
      passages += try passages(in: caption, depth: context.depth + 1)
    }
    let rows = HTMLReader.rows(element)
    let cells = rows.map { row in row.elements.filter { $0.name == "td" || $0.name == "th" } }
    let isLayout =
      element["role"] == "presentation" || cells.allSatisfy { $0.count < 2 } && cells.count < 2
      || rows.contains { $0.contains { $0.name == "table" } }
    if isLayout {
      for cell in cells.joined() {
        try intake.countCell()
        passages += try passages(in: cell, depth: context.depth + 1)
      }
      return
    }
    var grid = TableGrid()
    for row in cells {
      grid.beginRow()
      for cell in row {
        try intake.countCell()
        let (inlines, pictures) = try passages(in: cell, depth: context.depth + 1).flattened
        grid.add(inlines, cell)
        figures += pictures
      }
    }
    let hasHead = element.first("thead")?.contains { $0.name == "tr" } ?? false
    let isHead = hasHead || cells.first.map { !$0.isEmpty && $0.allSatisfy { $0.name == "th" } } ?? false
    let pictures = figures
    figures = []
    if let table = grid.table(hasHeader: isHead) {
      passages.append(Passage(kind: .whole(.table(table)), figures: pictures))
    } else if !pictures.isEmpty {
      passages.append(Passage(figures: pictures))
    }
  }

  private static func rows(_ table: Element) -> [Element] {
    table.elements.flatMap { child -> [Element] in
      switch child.name {
      case "tr": [child]
      case "thead", "tbody", "tfoot": child.elements.filter { $0.name == "tr" }
      default: []
      }
    }
  }
}

/// The cells of a table whose spans are flattened: what a cell covers beyond its first place is empty.
struct TableGrid {
  /// Columns beyond are left to the last.
  static let columnsMax = 100

  private var rows: [[[Inline]]] = []
  private var alignments: [[Int: Table.Alignment]] = []
  /// For how many more rows a cell from above covers a column.
  private var covered: [Int: Int] = [:]

  mutating func beginRow() {
    if let row = rows.last {
      // What was covered behind the last cell.
      for column in covered.keys.filter({ $0 >= row.count }) { covered[column] = (covered[column] ?? 1) - 1 }
      covered = covered.filter { $0.value > 0 }
    }
    rows.append([])
    alignments.append([:])
  }

  mutating func add(_ inlines: [Inline], _ cell: Element) {
    guard var row = rows.popLast() else { return }
    while let left = covered[row.count], left > 0 {
      covered[row.count] = left == 1 ? nil : left - 1
      row.append([])
    }
    let width = TableGrid.span(cell["colspan"])
    let height = TableGrid.span(cell["rowspan"])
    if row.count >= TableGrid.columnsMax {
      row[row.count - 1] += [.text(" ")] + inlines
    } else {
      alignments[alignments.count - 1][row.count] = TableGrid.alignment(cell)
      for index in 0..<min(width, TableGrid.columnsMax - row.count) {
        if height > 1 { covered[row.count] = height - 1 }
        row.append(index == 0 ? inlines : [])
      }
    }
    rows.append(row)
  }

  /// Nil for a table without text.
  func table(hasHeader: Bool) -> Table? {
    let width = rows.map(\.count).max() ?? 0
    let filled = rows.filter { !$0.isEmpty }.map { $0 + Array(repeating: [], count: width - $0.count) }
    guard width > 0, filled.contains(where: { $0.contains { !$0.isEmpty } }) else { return nil }
    let columns = (0..<width).map { column -> Table.Alignment in
      let found = Set(alignments.dropFirst(hasHeader ? 1 : 0).compactMap { $0[column] })
      return found.count == 1 ? found.first ?? .start : .start
    }
    let isHead = hasHeader && filled.count > 1 && filled[0].contains { !$0.isEmpty }
    return Table(hasHeader: isHead, alignments: columns, rows: filled)
  }

  private static func span(_ text: String?) -> Int { min(max(text.flatMap { Int($0) } ?? 1, 1), columnsMax) }

  private static func alignment(_ cell: Element) -> Table.Alignment {
    let own = InlineStyle(cell).alignment ?? cell["align"]?.lowercased()
    let inner = cell.first("p").flatMap { InlineStyle($0).alignment ?? $0["align"]?.lowercased() }
    switch own ?? inner {
    case "center": return .center
    case "right", "end": return .end
    default: return .start
    }
  }
}
