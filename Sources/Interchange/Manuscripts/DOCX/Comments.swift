import Foundation
import Markup
import Model

/// The comments of a DOCX file.
enum Comments {
  /// By id, in the order of the file. Those without text are passed over.
  static func read(
    _ package: WordPackage, relations: [String: WordPackage.Relation]
  ) throws(Unreadable) -> [(name: String, note: ManuscriptNote)] {
    let part = relations.values.filter { $0.kind == "comments" && !$0.isExternal }.map(\.target).min()
    guard let part, let root = try package.tree(part) else { return [] }
    return root.elements.compactMap { element in
      guard element.name == "w:comment", let id = element["w:id"] else { return nil }
      let lines = lines(element).map { TextLines.trimmed($0[...]) }.filter { !$0.isEmpty }
      guard !lines.isEmpty else { return nil }
      let made = element["w:date"].flatMap { InstantText.read($0, in: TimeZone(secondsFromGMT: 0) ?? .current) }
      let author = TextLines.joined(SayableInlines.plain(element["w:author"] ?? ""))
      return (id, ManuscriptNote(paragraph: 0, author: author, text: lines.joined(separator: "\n"), made: made))
    }
  }

  private static func lines(_ element: Element) -> [String] {
    var lines: [String] = []
    for child in element.elements {
      if child.name == "w:p" { lines.append(text(child)) } else { lines += self.lines(child) }
    }
    return lines
  }

  private static func text(_ element: Element) -> String {
    var out = ""
    for child in element.elements {
      switch child.name {
      case "w:t": out += SayableInlines.plain(child.text)
      case "w:tab", "w:br", "w:cr": out += " "
      case "w:del", "w:moveFrom", "w:instrText", "w:pPr", "w:rPr": continue
      default: out += text(child)
      }
    }
    return out
  }
}
