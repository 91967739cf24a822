import Markup
import Model

/// Paragraphs, and what is before and around their runs.
extension DocumentReader {
  mutating func paragraph(_ element: Element, depth: Int) throws(Unreadable) -> [Passage] {
    try intake.countParagraph()
    let properties = element.first("w:pPr")
    let style = properties?.first("w:pStyle")?["w:val"]
    var line = carried
    carried = Line()
    let hidden = styles.value(style, \.isHidden) ?? false
    let context = RunContext(isHidden: hidden, size: styles.size(style), depth: depth)
    try content(element, context, &line)
    fields.endParagraph()
    if DocumentReader.goesOn(properties) {
      line.size = 0
      carried = line
      return []
    }
    let (kind, prefix) = self.kind(properties, style)
    return passage(of: &line, kind: kind, prefix: line.runs.isEmpty ? "" : prefix)
  }

  /// Whether its end was deleted, or it is a large first letter: then it goes on in the next one.
  private static func goesOn(_ properties: Element?) -> Bool {
    let end = properties?.first("w:rPr")
    let dropCap = properties?.first("w:framePr")?["w:dropCap"] ?? "none"
    return end?.first("w:del") != nil || end?.first("w:moveFrom") != nil || dropCap != "none"
  }

  /// What a paragraph is, and what its list prints before it where that is kept as text.
  private mutating func kind(_ properties: Element?, _ style: String?) -> (Passage.Kind, String) {
    var kind = styles.kind(style)
    let outline = properties?.first("w:outlineLvl")?["w:val"].flatMap { Int($0) }
    if kind == .text, let outline, (0..<9).contains(outline) { kind = .heading(outline + 1) }
    guard let marker = marker(properties, style) else { return (kind, "") }
    let isText =
      kind != .text || NumberText.isChinese(marker.format)
      || marker.pattern.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) }
    if isText {
      let text = marker.text
      let needsSpace = text.unicodeScalars.last.map { !TextLines.isWide($0) } ?? false
      return (kind, needsSpace ? text + " " : text)
    }
    if marker.format == "none" || marker.format == "decimal" && marker.text.isEmpty { return (kind, "") }
    let item = Passage.ListItem(
      list: marker.list, level: marker.level, isOrdered: marker.format != "bullet", number: marker.number,
      goesOn: marker.format == "bullet" && marker.pattern.allSatisfy(\.isWhitespace))
    return (.item(item), "")
  }

  private mutating func marker(_ properties: Element?, _ style: String?) -> Numbering.Marker? {
    let own = properties?.first("w:numPr")
    let list = own?.first("w:numId")?["w:val"] ?? styles.value(style, \.list)
    guard let list, list != "0" else { return nil }
    let level =
      own?.first("w:ilvl")?["w:val"].flatMap { Int($0) } ?? style.flatMap { numbering.level(of: list, style: $0) }
      ?? styles.value(style, \.listLevel) ?? 0
    return numbering.next(list, level: level)
  }

  /// All that stands in a paragraph, a link or a change.
  mutating func content(_ element: Element, _ context: RunContext, _ line: inout Line) throws(Unreadable) {
    for child in element.elements {
      switch child.name {
      case "w:r": try run(child, context, &line)
      case "w:hyperlink": try content(child, context.linked(to: target(of: child)), &line)
      case "w:ins", "w:moveTo", "w:smartTag", "w:customXml", "w:fldSimple", "w:dir", "w:bdo":
        try content(child, context, &line)
      case "w:sdt": if let inner = child.first("w:sdtContent") { try content(inner, context, &line) }
      case "mc:AlternateContent":
        if let chosen = DocumentReader.choice(child) { try content(chosen, context, &line) }
      case "m:oMath", "m:oMathPara": try formula(child, context.look, &line)
      case "w:commentRangeStart": line.notes += child["w:id"].map { [$0] } ?? []
      // An embedded paragraph stands in no valid file, and its text in many.
      case "w:p": try content(child, context, &line)
      default: continue
      }
    }
  }

  private mutating func target(of link: Element) -> LinkTarget? {
    guard let relation = link["r:id"].flatMap({ relations[$0] }), relation.isExternal else { return nil }
    let address = relation.target + (link["w:anchor"].map { "#\($0)" } ?? "")
    return linkTarget(address)
  }

  /// Nil, and counted, for an address that is none for readers.
  mutating func linkTarget(_ address: String) -> LinkTarget? {
    let target = OutsideLink.target(address)
    if target == nil { intake.leftOut.add(.link) }
    return target
  }
}

/// Links of manuscripts lead out of the paper: paths and fragments in them are of a site that is not known.
enum OutsideLink {
  /// Nil for what is not an http, https, mailto or tel address.
  static func target(_ address: String) -> LinkTarget? {
    let plain = TextLines.trimmed(address[...]).replacing(" ", with: "%20")
    guard !plain.hasPrefix("/"), !plain.hasPrefix("#") else { return nil }
    return LinkTarget(plain)
  }
}
