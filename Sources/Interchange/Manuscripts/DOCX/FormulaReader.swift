import Markup
import Model

/// Formulas (ISO/IEC 29500-1, 22.1): their text in one line, as it is read aloud.
extension DocumentReader {
  mutating func formula(_ element: Element, _ look: Look, _ line: inout Line) throws(Unreadable) {
    let before = line.runs.count
    for child in element.elements { try part(ofFormula: child, RunContext(look: look), &line) }
    if line.runs.count > before { intake.leftOut.add(.formula) }
  }

  private mutating func part(
    ofFormula element: Element, _ context: RunContext, _ line: inout Line
  ) throws(Unreadable) {
    var inner = context
    switch element.name {
    case "m:t", "w:t": return try add(element.text, context, &line)
    case "w:del", "w:moveFrom": return
    case "m:d": return try brackets(element, context, &line)
    case "m:sup", "m:deg": inner.look.shift = 1
    case "m:sub": inner.look.shift = -1
    case "m:den": try add("/", context, &line)
    // A sum or an integral.
    case "m:nary": try add(DocumentReader.sign(element.first("m:naryPr"), "m:chr") ?? "∫", context, &line)
    case "m:rad":
      if let degree = element.first("m:deg") { try part(ofFormula: degree, context, &line) }
      try add("√(", context, &line)
      if let base = element.first("m:e") { try part(ofFormula: base, context, &line) }
      return try add(")", context, &line)
    default: break
    }
    for child in element.elements { try part(ofFormula: child, inner, &line) }
  }

  private mutating func brackets(
    _ element: Element, _ context: RunContext, _ line: inout Line
  ) throws(Unreadable) {
    let properties = element.first("m:dPr")
    try add(DocumentReader.sign(properties, "m:begChr") ?? "(", context, &line)
    for (index, part) in element.elements.filter({ $0.name == "m:e" }).enumerated() {
      if index > 0 { try add(DocumentReader.sign(properties, "m:sepChr") ?? "|", context, &line) }
      try self.part(ofFormula: part, context, &line)
    }
    try add(DocumentReader.sign(properties, "m:endChr") ?? ")", context, &line)
  }

  /// What a property says; empty where it takes the sign away, nil where it says nothing.
  private static func sign(_ properties: Element?, _ name: String) -> String? {
    properties?.first(name).map { $0["m:val"] ?? "" }
  }
}
