import Markup
import Model

/// DOCX of Word and WPS (ISO/IEC 29500, transitional and strict).
enum DOCXManuscript {
  static func read(_ bytes: [UInt8], name: String, limits: ManuscriptLimits) throws(Unreadable) -> ReadManuscript {
    let package = try WordPackage(bytes, limits: limits)
    guard let body = try package.tree(package.main)?.first("w:body") else { throw .damaged }
    var reader = try DocumentReader(package, limits: limits)
    var passages = try reader.passages(in: body, depth: 0)
    reader.giveOpenNotes(to: &passages)
    let tail = try reader.noteList()
    reader.intake.leftOut.add(.furniture, try furniture(package))
    let comments = try Comments.read(package, relations: try package.relations(of: package.main))
    return Finishing(
      passages: passages, tail: tail, fallback: Finishing.headline(of: name), notes: comments
    ).manuscript(reader.intake)
  }

  /// How many headers and footers hold text.
  private static func furniture(_ package: WordPackage) throws(Unreadable) -> Int {
    var count = 0
    for relation in try package.relations(of: package.main).values {
      guard relation.kind == "header" || relation.kind == "footer", !relation.isExternal,
        let root = try package.tree(relation.target)
      else { continue }
      let holdsText = root.contains { element in
        element.name == "w:t" && element.text.contains { !$0.isWhitespace && !$0.isNumber }
      }
      if holdsText { count += 1 }
    }
    return count
  }
}
