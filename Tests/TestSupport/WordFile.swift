/// Makes DOCX files for tests, as Word and WPS write them in all that a reader looks at.
package struct WordFile {
  /// What stands in `w:body`.
  package var body: String
  /// What stands in `w:styles`, `w:numbering`, `w:footnotes`, `w:comments`; no such part where empty.
  package var styles = WordFile.commonStyles
  package var numbering = ""
  package var footnotes = ""
  package var comments = ""
  /// The text of a header; none where empty.
  package var header = ""
  /// By id: addresses outside.
  package var links: [(id: String, address: String)] = []
  /// By id: files below `word/media`.
  package var pictures: [(id: String, name: String, bytes: [UInt8])] = []

  package init(_ body: String) { self.body = body }

  /// A paragraph of a style with one run.
  package static func paragraph(_ text: String, style: String = "", run: String = "") -> String {
    let properties = style.isEmpty ? "" : "<w:pPr><w:pStyle w:val=\"\(style)\"/></w:pPr>"
    return "<w:p>\(properties)<w:r><w:rPr>\(run)</w:rPr><w:t xml:space=\"preserve\">\(text)</w:t></w:r></w:p>"
  }

  /// A paragraph of a list.
  package static func item(_ text: String, list: Int, level: Int = 0) -> String {
    "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"\(level)\"/><w:numId w:val=\"\(list)\"/></w:numPr></w:pPr>"
      + "<w:r><w:t>\(text)</w:t></w:r></w:p>"
  }

  /// A run with a picture.
  package static func picture(_ id: String, words: String = "") -> String {
    "<w:r><w:drawing><wp:inline><wp:docPr id=\"1\" name=\"a\" descr=\"\(words)\"/><a:graphic><a:graphicData>"
      + "<pic:pic><pic:blipFill><a:blip r:embed=\"\(id)\"/></pic:blipFill></pic:pic></a:graphicData></a:graphic>"
      + "</wp:inline></w:drawing></w:r>"
  }

  /// The styles of a plain document.
  package static let commonStyles = """
    <w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>
    <w:style w:type="paragraph" w:styleId="a3"><w:name w:val="Title"/><w:basedOn w:val="a"/></w:style>
    <w:style w:type="paragraph" w:styleId="a4"><w:name w:val="Subtitle"/><w:basedOn w:val="a"/></w:style>
    <w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:basedOn w:val="a"/></w:style>
    <w:style w:type="paragraph" w:styleId="2"><w:name w:val="heading 2"/><w:basedOn w:val="a"/></w:style>
    <w:style w:type="paragraph" w:styleId="mine"><w:name w:val="Mine"/><w:basedOn w:val="2"/></w:style>
    <w:style w:type="paragraph" w:styleId="a5"><w:name w:val="caption"/><w:basedOn w:val="a"/></w:style>
    <w:style w:type="paragraph" w:styleId="a6"><w:name w:val="Quote"/><w:basedOn w:val="a"/></w:style>
    <w:style w:type="character" w:styleId="b"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>
    """

  private static let names: String = {
    let schemas = "http://schemas.openxmlformats.org"
    return [
      "w": "\(schemas)/wordprocessingml/2006/main", "r": "\(schemas)/officeDocument/2006/relationships",
      "a": "\(schemas)/drawingml/2006/main", "wp": "\(schemas)/drawingml/2006/wordprocessingDrawing",
      "pic": "\(schemas)/drawingml/2006/picture", "m": "\(schemas)/officeDocument/2006/math",
      "mc": "\(schemas)/markup-compatibility/2006", "v": "urn:schemas-microsoft-com:vml",
      "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    ].sorted { $0.key < $1.key }.map { " xmlns:\($0.key)=\"\($0.value)\"" }.joined()
  }()

  /// The parts by their names.
  package var parts: [(name: String, bytes: [UInt8])] {
    let kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    let package = "http://schemas.openxmlformats.org/package/2006/relationships"
    func relations(_ lines: [String]) -> [UInt8] {
      Array("<Relationships xmlns=\"\(package)\">\(lines.joined())</Relationships>".utf8)
    }
    func relation(_ id: String, _ type: String, _ target: String, _ mode: String = "") -> String {
      "<Relationship Id=\"\(id)\" Type=\"\(kind)/\(type)\" Target=\"\(target)\"\(mode)/>"
    }
    func root(_ name: String, _ inner: String) -> [UInt8] {
      Array("<?xml version=\"1.0\" encoding=\"UTF-8\"?><w:\(name)\(WordFile.names)>\(inner)</w:\(name)>".utf8)
    }
    var parts = [("_rels/.rels", relations([relation("r1", "officeDocument", "word/document.xml")]))]
    parts.append(("word/document.xml", root("document", "<w:body>\(body)<w:sectPr/></w:body>")))
    var lines = links.map { relation($0.id, "hyperlink", $0.address, " TargetMode=\"External\"") }
    for picture in pictures {
      lines.append(relation(picture.id, "image", "media/\(picture.name)"))
      parts.append(("word/media/\(picture.name)", picture.bytes))
    }
    let header = header.isEmpty ? "" : WordFile.paragraph(header)
    let others = [
      ("styles", "styles", styles), ("numbering", "numbering", numbering), ("footnotes", "footnotes", footnotes),
      ("comments", "comments", comments), ("header", "hdr", header),
    ]
    for (index, (name, element, inner)) in others.enumerated() where !inner.isEmpty {
      lines.append(relation("part\(index)", name, "\(name).xml"))
      parts.append(("word/\(name).xml", root(element, inner)))
    }
    return parts + [("word/_rels/document.xml.rels", relations(lines))]
  }

  /// The file.
  package var bytes: [UInt8] {
    var zip = ZipWriter()
    for part in parts { zip.add(part.name, part.bytes) }
    return zip.bytes
  }

  /// A PNG of one pixel, with its place in a text behind it so that no two are the same.
  package static func pixel(_ number: Int) -> [UInt8] {
    [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] + Array("IHDR\(number)".utf8)
  }
}
