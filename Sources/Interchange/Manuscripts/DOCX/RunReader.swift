import Markup
import Model

/// What runs take from where they stand.
struct RunContext {
  var look = Look()
  var isHidden = false
  /// Of letters in half points, by the style of the paragraph.
  var size = 0
  var depth = 0

  func linked(to target: LinkTarget?) -> RunContext {
    var context = self
    context.look.link = target ?? look.link
    return context
  }
}

/// Runs: text, breaks, signs, marks of notes, fields and pictures.
extension DocumentReader {
  mutating func run(_ element: Element, _ context: RunContext, _ line: inout Line) throws(Unreadable) {
    let properties = element.first("w:rPr")
    let style = properties?.first("w:rStyle")?["w:val"]
    var look = context.look
    look.strong = properties?.toggle("w:b") ?? style.flatMap { styles.value($0, \.isStrong) } ?? false
    look.emphasis = properties?.toggle("w:i") ?? style.flatMap { styles.value($0, \.isEmphatic) } ?? false
    look.shift = properties?.shift ?? style.flatMap { styles.value($0, \.shift) } ?? 0
    if look.link == nil { look.link = fields.link }
    let isHidden = properties?.toggle("w:vanish") ?? style.flatMap { styles.value($0, \.isHidden) } ?? context.isHidden
    let size = properties?.first("w:sz")?["w:val"].flatMap { Int($0) } ?? style.flatMap { styles.value($0, \.size) }
    if isHidden, element.contains(where: { $0.name == "w:t" && !$0.text.isEmpty }) {
      intake.leftOut.add(.hidden)
    }
    let fonts = properties?.first("w:rFonts")
    let font = fonts?["w:ascii"] ?? fonts?["w:hAnsi"] ?? ""
    var inner = context
    inner.look = look
    inner.isHidden = isHidden
    let before = line.runs.count
    for child in element.elements { try part(child, inner, font: font, &line) }
    if line.runs.count > before { line.size = max(line.size, size ?? context.size) }
  }

  private mutating func part(
    _ element: Element, _ context: RunContext, font: String, _ line: inout Line
  ) throws(Unreadable) {
    switch element.name {
    case "w:fldChar":
      for text in fields.mark(element["w:fldCharType"] ?? "") { try add(text, context, &line) }
      if fields.isLinkDue { fields.link = fields.address.flatMap { linkTarget($0) } }
    case "w:instrText": fields.add(element.text)
    case "w:t":
      let (text, unknown) = Symbols.shown(element.text.filter { $0 != "\u{AD}" }, font: font)
      intake.leftOut.add(.symbol, unknown)
      try add(text, context, &line)
    case "w:sym": try symbol(element, context, &line)
    case "w:tab", "w:ptab": try add(" ", context, &line)
    case "w:br", "w:cr":
      if !context.isHidden, !fields.isSilent { line.runs.append(Run(content: .lineBreak, look: Look())) }
    case "w:noBreakHyphen": try add("\u{2011}", context, &line)
    case "w:footnoteReference", "w:endnoteReference":
      try noteMark(element, context, &line)
    case "w:commentReference":
      if let id = element["w:id"], !line.notes.contains(id), !openNotes.contains(id) { line.notes.append(id) }
    case "w:ruby": try ruby(element, context, &line)
    case "w:drawing", "w:pict", "w:object":
      if element.name == "w:object" { intake.leftOut.add(.embedded) }
      if !context.isHidden { try drawing(element, alternative: "", context, &line) }
    case "mc:AlternateContent":
      if let chosen = DocumentReader.choice(element) {
        for child in chosen.elements { try part(child, context, font: font, &line) }
      }
    default: return
    }
  }

  /// Adds text where it is seen.
  mutating func add(_ text: String, _ context: RunContext, _ line: inout Line) throws(Unreadable) {
    guard !text.isEmpty, !context.isHidden, !fields.isSilent else { return }
    try intake.count(text)
    line.runs.append(Run(content: .text(text), look: context.look))
  }

  private mutating func symbol(_ element: Element, _ context: RunContext, _ line: inout Line) throws(Unreadable) {
    guard let code = element["w:char"].flatMap({ UInt32($0, radix: 16) }) else { return }
    if let character = Symbols.character(code, font: element["w:font"] ?? "") {
      try add(String(character), context, &line)
    } else {
      intake.leftOut.add(.symbol)
    }
  }

  private mutating func noteMark(_ element: Element, _ context: RunContext, _ line: inout Line) throws(Unreadable) {
    guard !context.isHidden, !fields.isSilent else { return }
    let kind = element.name == "w:footnoteReference" ? "footnote" : "endnote"
    guard let number = number(ofNote: kind, element["w:id"]) else { return }
    var marked = context
    marked.look = Look(shift: 1)
    try add("[\(number)]", marked, &line)
  }

  /// 注音: the text, and how it is read in brackets behind it.
  private mutating func ruby(_ element: Element, _ context: RunContext, _ line: inout Line) throws(Unreadable) {
    if let base = element.first("w:rubyBase") { try content(base, context, &line) }
    guard let reading = element.first("w:rt"), !reading.text.isEmpty else { return }
    try add("（", context, &line)
    try content(reading, context, &line)
    try add("）", context, &line)
  }
}
