import Markup
import Model

/// Reads the text of a DOCX file: its paragraphs and tables in order. Changes are taken as accepted.
struct DocumentReader {
  let package: WordPackage
  let styles: Styles
  var intake: Intake
  var numbering: Numbering
  var fields = FieldStack()
  /// Those of the part that is read.
  var relations: [String: WordPackage.Relation]
  /// Footnotes and endnotes, by `footnote 2`.
  private let notes: [String: Element]
  private let noteRelations: [String: [String: WordPackage.Relation]]
  /// Those that the text has named so far, in its order.
  private var named: [String] = []
  /// Comments that begin before the next paragraph.
  var openNotes: [String] = []
  /// What stood in paragraphs whose ends were deleted.
  var carried = Line()

  /// What is gathered of one paragraph.
  struct Line {
    var runs: [Run] = []
    var figures: [Figure] = []
    /// What its text boxes hold.
    var behind: [Passage] = []
    var notes: [String] = []
    var size = 0
  }

  init(_ package: WordPackage, limits: ManuscriptLimits) throws(Unreadable) {
    self.package = package
    intake = Intake(limits: limits)
    relations = try package.relations(of: package.main)
    func part(_ kind: String, _ relations: [String: WordPackage.Relation]) throws(Unreadable) -> (String, Element)? {
      guard let name = relations.values.filter({ $0.kind == kind && !$0.isExternal }).map(\.target).min(),
        let tree = try package.tree(name)
      else { return nil }
      return (name, tree)
    }
    styles = Styles(try part("styles", relations)?.1)
    numbering = Numbering(try part("numbering", relations)?.1)
    var notes: [String: Element] = [:]
    var noteRelations: [String: [String: WordPackage.Relation]] = [:]
    for kind in ["footnote", "endnote"] {
      guard let (name, tree) = try part(kind + "s", relations) else { continue }
      noteRelations[kind] = try package.relations(of: name)
      for element in tree.elements where element.name == "w:\(kind)" && (element["w:type"] ?? "normal") == "normal" {
        if let id = element["w:id"] { notes["\(kind) \(id)"] = element }
      }
    }
    self.notes = notes
    self.noteRelations = noteRelations
  }

  /// The passages of a body, a cell, a note or a text box.
  mutating func passages(in element: Element, depth: Int) throws(Unreadable) -> [Passage] {
    guard depth <= intake.limits.depthMax else {
      throw Unreadable(
        "Tables or text boxes stand too deep within each other in this manuscript.", "稿件中的表格或文本框嵌套过深。")
    }
    var passages: [Passage] = []
    for child in element.elements {
      switch child.name {
      case "w:p": passages += try paragraph(child, depth: depth)
      case "w:tbl": passages += try table(child, depth: depth)
      case "w:sdt":
        if let content = child.first("w:sdtContent") { passages += try self.passages(in: content, depth: depth) }
      case "w:customXml", "w:smartTag", "w:ins", "w:moveTo": passages += try self.passages(in: child, depth: depth)
      case "mc:AlternateContent":
        if let chosen = DocumentReader.choice(child) { passages += try self.passages(in: chosen, depth: depth) }
      case "w:commentRangeStart": openNotes += child["w:id"].map { [$0] } ?? []
      case "m:oMathPara", "m:oMath":
        var line = Line()
        try formula(child, Look(), &line)
        passages += passage(of: &line, kind: .text)
      case "w:altChunk": intake.leftOut.add(.embedded)
      default: continue
      }
    }
    return passages
  }

  /// The one of several alternatives that holds something: never two.
  static func choice(_ element: Element) -> Element? {
    let known: Set<String> = ["w:t", "w:p", "w:tbl", "a:blip", "v:imagedata", "w:sym", "c:chart", "dgm:relIds", "m:t"]
    let choices = element.elements.filter { $0.name == "mc:Choice" }
    return choices.first { choice in choice.contains { known.contains($0.name) } } ?? element.first("mc:Fallback")
      ?? choices.first
  }

  /// A line as passages: itself where there is anything in it, then its text boxes.
  mutating func passage(of line: inout Line, kind: Passage.Kind, prefix: String = "") -> [Passage] {
    let isHead = if case .heading = kind { true } else { kind == .title || kind == .subtitle }
    if !prefix.isEmpty { line.runs.insert(Run(content: .text(prefix), look: Look()), at: 0) }
    let runs = isHead ? line.runs.plainWeight : line.runs
    let inlines = runs.inlines
    var passage = Passage(kind: kind, inlines: inlines, figures: line.figures, size: line.size)
    guard !passage.isEmpty else {
      openNotes += line.notes
      return line.behind
    }
    passage.notes = openNotes + line.notes
    openNotes = []
    return [passage] + line.behind
  }

  /// The comments that no paragraph follows stand beside the last one.
  mutating func giveOpenNotes(to passages: inout [Passage]) {
    if !carried.runs.isEmpty || !carried.figures.isEmpty {
      var line = carried
      carried = Line()
      passages += passage(of: &line, kind: .text)
    }
    if let last = passages.indices.last { passages[last].notes += openNotes }
    openNotes = []
  }
}

/// Footnotes and endnotes.
extension DocumentReader {
  /// The number of a note where the text names it, from 1; nil where there is no such note.
  mutating func number(ofNote kind: String, _ id: String?) -> Int? {
    let name = "\(kind) \(id ?? "")"
    guard notes[name] != nil else { return nil }
    if let index = named.firstIndex(of: name) { return index + 1 }
    named.append(name)
    return named.count
  }

  /// A rule and a numbered list of all that the text named; empty for none.
  mutating func noteList() throws(Unreadable) -> [Passage] {
    var items: [[Block]] = []
    let outer = relations
    defer { relations = outer }
    // A note may name another, which then comes behind.
    while items.count < named.count {
      let name = named[items.count]
      guard let element = notes[name] else { break }
      relations = noteRelations[name.hasPrefix("footnote") ? "footnote" : "endnote"] ?? [:]
      let blocks = Assembly(try passages(in: element, depth: 0)).blocks
      items.append(blocks.isEmpty ? [.paragraph([.text("—")])] : blocks)
    }
    guard !items.isEmpty else { return [] }
    return [
      Passage(kind: .whole(.rule)), Passage(kind: .whole(.list(ordered: true, items: items))),
    ]
  }
}
