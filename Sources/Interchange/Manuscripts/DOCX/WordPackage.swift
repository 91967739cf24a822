import Markup
import Model

/// The parts of a DOCX file (ECMA-376 part 2) and how they point to each other.
struct WordPackage {
  /// Where a relationship leads.
  struct Relation {
    /// The last word of its type: `image`, `hyperlink`, `footnotes`.
    let kind: String
    /// The name of a part, or an address outside.
    let target: String
    let isExternal: Bool
  }

  private let parts: [String: [UInt8]]
  private let limits: ManuscriptLimits
  /// The name of the part that holds the text.
  let main: String

  init(_ bytes: [UInt8], limits: ManuscriptLimits) throws(Unreadable) {
    self.limits = limits
    let zip = ZipArchive.Limits(
      entriesMax: limits.entriesMax, unpackedBytesMax: limits.unpackedBytesMax, ratioMax: limits.unpackedRatioMax)
    do {
      parts = try ZipArchive.entries(of: bytes, within: zip, wanted: WordPackage.isWanted)
    } catch {
      throw WordPackage.words(error)
    }
    let starts = try WordPackage.relations(parts["_rels/.rels"], base: "", limits)
    let named = starts.values.filter { $0.kind == "officeDocument" }.map(\.target).min()
    main = named ?? "word/document.xml"
    guard parts[main] != nil else {
      throw Unreadable(
        "There is no Word document in this file; save the manuscript as .docx.", "文件里没有 Word 文档，请把稿件另存为 .docx。")
    }
  }

  private static func isWanted(_ name: String) -> Bool {
    let lower = name.lowercased()
    let endings = ["xml", "rels", "jpg", "jpeg", "jpe", "jfif", "png", "gif", "webp", "tmp", "bin"]
    return lower.hasSuffix(".xml") || lower.hasSuffix(".rels") || lower.contains("media/")
      || endings.contains { lower.hasSuffix("." + $0) && !lower.contains("embeddings/") }
  }

  private static func words(_ failure: ZipArchive.Failure) -> Unreadable {
    switch failure {
    case .damaged: .damaged
    case .encrypted: Unreadable("This file has a password; save it without.", "文件设有密码，请去掉密码后重新保存。")
    case .tooManyEntries: Unreadable("There are too many parts in this file.", "文件内的部件过多。")
    case .tooLarge:
      Unreadable(
        "This file is too large when it is unpacked; take pictures out of it.", "文件解压后过大，请减少其中的图片。")
    }
  }

  /// The bytes of a part; nil when there is none.
  func bytes(_ name: String) -> [UInt8]? { parts[name] }

  /// The root of a part in XML; nil when there is none.
  func tree(_ name: String) throws(Unreadable) -> Element? { try WordPackage.tree(parts[name], limits) }

  /// Where the part's relationships lead, by their ids.
  func relations(of part: String) throws(Unreadable) -> [String: Relation] {
    let cut = part.lastIndex(of: "/").map { part.index(after: $0) } ?? part.startIndex
    let base = String(part[..<cut])
    return try WordPackage.relations(parts["\(base)_rels/\(part[cut...]).rels"], base: base, limits)
  }

  private static func tree(_ bytes: [UInt8]?, _ limits: ManuscriptLimits) throws(Unreadable) -> Element? {
    guard let bytes else { return nil }
    let tooLong = Unreadable("This manuscript is too long; part it.", "稿件过长，请拆分。")
    guard bytes.count <= limits.partBytesMax else { throw tooLong }
    do {
      return try XML.tree(of: bytes, prefixes: WordNames.prefixes)
    } catch {
      switch error {
      case .tooMany: throw tooLong
      case .damaged, .documentType, .tooDeep: throw .damaged
      }
    }
  }

  private static func relations(
    _ bytes: [UInt8]?, base: String, _ limits: ManuscriptLimits
  ) throws(Unreadable) -> [String: Relation] {
    guard let root = try tree(bytes, limits) else { return [:] }
    var relations: [String: Relation] = [:]
    for element in root.elements where element.name == "rel:Relationship" {
      guard let id = element["Id"], let target = element["Target"] else { continue }
      let kind = element["Type"]?.split(separator: "/").last.map(String.init) ?? ""
      let isExternal = element["TargetMode"] == "External"
      relations[id] = Relation(
        kind: kind, target: isExternal ? target : name(target, in: base), isExternal: isExternal)
    }
    return relations
  }

  /// The name of a part that is given from within a folder. It only ever names a part of the file.
  private static func name(_ target: String, in base: String) -> String {
    var parts = target.hasPrefix("/") ? [] : base.split(separator: "/")
    for part in target.split(separator: "/") {
      if part == ".." {
        _ = parts.popLast()
      } else if part != "." {
        parts.append(part)
      }
    }
    return parts.joined(separator: "/")
  }
}

/// The short names of the namespaces of a DOCX file, transitional and strict.
enum WordNames {
  private static let transitional = "http://schemas.openxmlformats.org/"
  private static let strict = "http://purl.oclc.org/ooxml/"

  static let prefixes: [String: String] = {
    var prefixes = [
      "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc",
      "http://schemas.openxmlformats.org/package/2006/relationships": "rel",
      "urn:schemas-microsoft-com:vml": "v",
      "urn:schemas-microsoft-com:office:office": "o",
    ]
    let both = [
      "wordprocessingml": "w", "drawingml/main": "a", "drawingml/wordprocessingDrawing": "wp",
      "drawingml/picture": "pic", "drawingml/chart": "c", "drawingml/diagram": "dgm",
      "officeDocument/relationships": "r", "officeDocument/math": "m",
    ]
    for (path, prefix) in both {
      let parts = path.split(separator: "/")
      let old = parts.count == 1 ? "\(path)/2006/main" : "\(parts[0])/2006/\(parts[1])"
      prefixes[transitional + old] = prefix
      prefixes[strict + (parts.count == 1 ? "\(path)/main" : path)] = prefix
    }
    return prefixes
  }()
}
