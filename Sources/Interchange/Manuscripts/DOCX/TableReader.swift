import Markup
import Model

/// Tables: spans are flattened, what stands in cells is text in lines.
extension DocumentReader {
  /// Columns beyond are joined to the last.
  static let columnsMax = 100

  private struct Cell {
    var inlines: [Inline] = []
    var alignment: Table.Alignment?
  }

  mutating func table(_ element: Element, depth: Int) throws(Unreadable) -> [Passage] {
    let rows = DocumentReader.rows(element)
    if rows.count == 1, let only = DocumentReader.cells(rows[0]).first, DocumentReader.cells(rows[0]).count == 1 {
      // A frame about text.
      return try passages(in: only, depth: depth + 1)
    }
    var figures: [Figure] = []
    var notes: [String] = []
    var table: [[Cell]] = []
    for row in rows {
      var cells: [Cell] = []
      let properties = row.first("w:trPr")
      cells += Array(repeating: Cell(), count: DocumentReader.span(properties, "w:gridBefore"))
      for element in DocumentReader.cells(row) {
        try intake.countCell()
        let passages = try self.passages(in: element, depth: depth + 1)
        notes += openNotes + passages.flatMap(\.notes)
        openNotes = []
        let (inlines, pictures) = passages.flattened
        figures += pictures
        let properties = element.first("w:tcPr")
        cells.append(Cell(inlines: inlines, alignment: DocumentReader.alignment(element)))
        cells += Array(repeating: Cell(), count: max(0, DocumentReader.span(properties, "w:gridSpan") - 1))
      }
      if !cells.isEmpty { table.append(cells) }
    }
    let made = DocumentReader.made(table, hasHeader: DocumentReader.hasHeader(element, rows))
    guard let made else { return figures.isEmpty ? [] : [Passage(figures: figures, notes: notes)] }
    return [Passage(kind: .whole(.table(made)), figures: figures, notes: notes)]
  }

  private static func made(_ rows: [[Cell]], hasHeader: Bool) -> Table? {
    let width = min(rows.map(\.count).max() ?? 0, columnsMax)
    guard width > 0, rows.contains(where: { $0.contains { !$0.inlines.isEmpty } }) else { return nil }
    let filled = rows.map { row -> [[Inline]] in
      var cells = row.map(\.inlines)
      if cells.count > width {
        let beyond = cells[(width - 1)...].filter { !$0.isEmpty }.joined(separator: [.text(" ")])
        cells = cells[..<(width - 1)] + [Array(beyond)]
      }
      return cells + Array(repeating: [], count: width - cells.count)
    }
    let alignments = (0..<width).map { column -> Table.Alignment in
      let found = Set(rows.dropFirst(hasHeader ? 1 : 0).compactMap { column < $0.count ? $0[column].alignment : nil })
      return found.count == 1 ? found.first ?? .start : .start
    }
    let isHead = hasHeader && filled.count > 1 && filled[0].contains { !$0.isEmpty }
    return Table(hasHeader: isHead, alignments: alignments, rows: filled)
  }

  /// Rows, also those within controls and changes; not the deleted ones.
  private static func rows(_ element: Element) -> [Element] {
    element.elements.flatMap { child -> [Element] in
      switch child.name {
      case "w:tr": child.first("w:trPr")?.first("w:del") == nil ? [child] : []
      case "w:sdt": child.first("w:sdtContent").map(rows) ?? []
      case "w:customXml", "w:ins", "w:moveTo": rows(child)
      default: []
      }
    }
  }

  private static func cells(_ element: Element) -> [Element] {
    element.elements.flatMap { child -> [Element] in
      switch child.name {
      case "w:tc": child.first("w:tcPr")?.first("w:cellDel") == nil ? [child] : []
      case "w:sdt": child.first("w:sdtContent").map(cells) ?? []
      case "w:customXml", "w:ins", "w:moveTo": cells(child)
      default: []
      }
    }
  }

  private static func span(_ properties: Element?, _ name: String) -> Int {
    let span = properties?.first(name)?["w:val"].flatMap { Int($0) } ?? 0
    return min(max(span, 0), columnsMax)
  }

  private static func alignment(_ cell: Element) -> Table.Alignment? {
    guard let paragraph = cell.first("w:p") else { return nil }
    switch paragraph.first("w:pPr")?.first("w:jc")?["w:val"] {
    case "center": return .center
    case "right", "end": return .end
    default: return paragraph.contains { $0.name == "w:t" } ? .start : nil
    }
  }

  /// By the row's own word, else by the look that the table's style gives the first row.
  private static func hasHeader(_ table: Element, _ rows: [Element]) -> Bool {
    if rows.first?.first("w:trPr")?.toggle("w:tblHeader") == true { return true }
    guard let look = table.first("w:tblPr")?.first("w:tblLook") else { return false }
    if let first = look["w:firstRow"] { return first == "1" || first == "true" || first == "on" }
    return look["w:val"].flatMap { Int($0, radix: 16) }.map { $0 & 0x20 != 0 } ?? false
  }
}
