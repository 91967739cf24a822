import Markup
import Model

/// Pictures, text boxes and other things that are drawn (DrawingML and VML).
extension DocumentReader {
  mutating func drawing(
    _ element: Element, alternative: String, _ context: RunContext, _ line: inout Line
  ) throws(Unreadable) {
    var alternative = alternative
    switch element.name {
    case "wp:inline", "wp:anchor":
      let words = element.first("wp:docPr")
      alternative = DocumentReader.alternative(words?["descr"] ?? words?["title"] ?? "")
    case "v:shape", "v:rect", "v:group": alternative = DocumentReader.alternative(element["alt"] ?? "")
    case "a:blip": return blip(element, alternative, &line)
    case "v:imagedata": return picture(element["r:id"] ?? element["r:pict"], alternative, &line)
    case "v:textpath":
      if let text = element["string"], !text.isEmpty {
        try intake.count(text)
        line.behind.append(Passage(inlines: SayableInlines.line([.text(text)])))
      }
    case "c:chart", "?:chart": intake.leftOut.add(.chart)
    case "dgm:relIds": intake.leftOut.add(.diagram)
    case "w:txbxContent": return try textBox(element, context, &line)
    case "mc:AlternateContent":
      if let chosen = DocumentReader.choice(element) {
        try drawing(chosen, alternative: alternative, context, &line)
      }
      return
    default: break
    }
    for child in element.elements { try drawing(child, alternative: alternative, context, &line) }
  }

  private mutating func textBox(
    _ element: Element, _ context: RunContext, _ line: inout Line
  ) throws(Unreadable) {
    let outer = (fields, carried, openNotes)
    (fields, carried, openNotes) = (FieldStack(), Line(), [])
    let passages = try self.passages(in: element, depth: context.depth + 1)
    let notes = openNotes
    (fields, carried, openNotes) = outer
    line.notes += notes
    if passages.contains(where: { !$0.inlines.isEmpty }) { intake.leftOut.add(.textBox) }
    line.behind += passages
  }

  private mutating func blip(_ element: Element, _ alternative: String, _ line: inout Line) {
    if element["r:embed"] == nil, element["r:link"] != nil { return intake.leftOut.add(.absentPicture) }
    picture(element["r:embed"], alternative, &line)
  }

  private mutating func picture(_ id: String?, _ alternative: String, _ line: inout Line) {
    guard let relation = id.flatMap({ relations[$0] }) else { return }
    guard !relation.isExternal, let bytes = package.bytes(relation.target) else {
      return intake.leftOut.add(.absentPicture)
    }
    let name = relation.target.split(separator: "/").last.map(String.init) ?? ""
    if let media = intake.picture(bytes, key: relation.target, suggestion: name) {
      line.figures.append(Figure(media: media, alternative: alternative))
    }
  }

  /// Without what programs put in: the name of a file, or a guess of their own.
  private static func alternative(_ text: String) -> String {
    let lower = text.lowercased()
    let isFile = [".jpg", ".jpeg", ".png", ".gif", ".bmp", ".tif", ".tiff", ".emf", ".wmf", ".webp"]
      .contains(where: lower.hasSuffix)
    let isGuess = text.contains("描述已自动生成") || lower.contains("automatically generated")
    return isFile || isGuess || text.contains("\\") ? "" : TextLines.joined(SayableInlines.plain(text))
  }
}
