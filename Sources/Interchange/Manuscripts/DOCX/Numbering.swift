import Markup

/// The lists of a DOCX file, and where each of them stands.
struct Numbering {
  /// How one level of a list is numbered.
  struct Level {
    var format = "decimal"
    var start = 1
    /// `%1.`: a percent sign stands before the number of a level, from 1.
    var text = ""
    /// The style that is numbered by this level.
    var style: String?
  }

  /// What stands before a paragraph of a list.
  struct Marker {
    /// Which list, by its definition.
    let list: String
    let level: Int
    let format: String
    let number: Int
    /// As it is printed; empty for a bullet.
    let text: String
    /// What `text` is made of: `第%1条`.
    let pattern: String
  }

  private static let levels = 0..<9

  private var definitions: [String: [Int: Level]] = [:]
  private var definitionOf: [String: String] = [:]
  private var overrides: [String: [Int: Level]] = [:]
  private var starts: [String: [Int: Int]] = [:]
  /// How far each definition has counted, by level; nil where it begins anew.
  private var counts: [String: [Int?]] = [:]
  private var begun: Set<String> = []

  init(_ root: Element?) {
    guard let root else { return }
    var links: [String: String] = [:]
    var styles: [String: String] = [:]
    for element in root.elements where element.name == "w:abstractNum" {
      guard let id = element["w:abstractNumId"] else { continue }
      definitions[id] = Numbering.levels(element)
      if let link = element.first("w:numStyleLink")?["w:val"] { links[id] = link }
      if let style = element.first("w:styleLink")?["w:val"] { styles[style] = id }
    }
    for (id, link) in links where definitions[id]?.isEmpty ?? true {
      if let real = styles[link] { definitions[id] = definitions[real] }
    }
    for element in root.elements where element.name == "w:num" {
      guard let id = element["w:numId"], let definition = element.first("w:abstractNumId")?["w:val"] else { continue }
      definitionOf[id] = definition
      for override in element.elements where override.name == "w:lvlOverride" {
        guard let level = override["w:ilvl"].flatMap({ Int($0) }) else { continue }
        if let start = override.first("w:startOverride")?["w:val"].flatMap({ Int($0) }) {
          starts[id, default: [:]][level] = start
        }
        if let element = override.first("w:lvl") { overrides[id, default: [:]][level] = Numbering.level(element) }
      }
    }
  }

  private static func levels(_ element: Element) -> [Int: Level] {
    var levels: [Int: Level] = [:]
    for element in element.elements where element.name == "w:lvl" {
      if let index = element["w:ilvl"].flatMap({ Int($0) }) { levels[index] = level(element) }
    }
    return levels
  }

  private static func level(_ element: Element) -> Level {
    var level = Level()
    // A format that only newer programs know stands within an alternative.
    let formats = element.elements.flatMap { element -> [Element] in
      if element.name == "mc:AlternateContent" { return element.first("mc:Fallback").map { Array($0.elements) } ?? [] }
      return [element]
    }
    level.format = formats.first { $0.name == "w:numFmt" }?["w:val"] ?? "decimal"
    level.start = element.first("w:start")?["w:val"].flatMap { Int($0) }.map { min(max($0, 0), 1_000_000) } ?? 1
    level.text = element.first("w:lvlText")?["w:val"] ?? ""
    level.style = element.first("w:pStyle")?["w:val"]
    return level
  }

  /// The level of a list that numbers a style.
  func level(of list: String, style: String) -> Int? {
    definitionOf[list].flatMap { definitions[$0] }?.first { $0.value.style == style }?.key
  }

  /// Counts one more paragraph of a list; nil where there is no such list.
  mutating func next(_ list: String, level: Int) -> Marker? {
    guard Numbering.levels.contains(level), let definition = definitionOf[list], definitions[definition] != nil
    else { return nil }
    let own = self.level(list, level)
    var counts = self.counts[definition] ?? Array(repeating: nil, count: Numbering.levels.count)
    let start = starts[list]?[level]
    if let start, begun.insert("\(list)/\(level)").inserted {
      counts[level] = start
    } else {
      counts[level] = counts[level].map { $0 + 1 } ?? start ?? own.start
    }
    for deeper in Numbering.levels where deeper > level { counts[deeper] = nil }
    for higher in Numbering.levels where higher < level {
      counts[higher] = counts[higher] ?? self.level(list, higher).start
    }
    self.counts[definition] = counts
    let number = min(max(counts[level] ?? 1, 0), 1_000_000)
    let text = own.format == "bullet" ? "" : self.text(own.text, list, counts)
    return Marker(
      list: definition, level: level, format: own.format, number: number, text: text, pattern: own.text)
  }

  private func level(_ list: String, _ level: Int) -> Level {
    overrides[list]?[level] ?? definitionOf[list].flatMap { definitions[$0]?[level] } ?? Level()
  }

  private func text(_ pattern: String, _ list: String, _ counts: [Int?]) -> String {
    var out = ""
    var rest = pattern[...]
    while let letter = rest.popFirst() {
      guard letter == "%", let digit = rest.first?.wholeNumberValue, (1...9).contains(digit) else {
        out.append(letter)
        continue
      }
      rest.removeFirst()
      out += NumberText.text(counts[digit - 1] ?? 1, format: level(list, digit - 1).format)
    }
    return out
  }
}
