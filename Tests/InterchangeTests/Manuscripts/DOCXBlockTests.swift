import Foundation
import Model
import TestSupport
import Testing

@testable import Interchange

/// Blocks of DOCX files: headings, lists, tables, pictures.
@Suite struct DOCXBlockTests {
  private typealias Word = WordFile

  private func read(_ body: String, _ change: (inout WordFile) -> Void = { _ in }) throws -> ReadManuscript {
    var file = WordFile(Word.paragraph("标题", style: "a3") + body)
    change(&file)
    return try ManuscriptReader.read(file.bytes, name: "稿.docx")
  }

  private func text(_ text: String) -> Block { .paragraph([.text(text)]) }

  /// A definition of a list: a format and a pattern for each level.
  private func list(_ id: Int, _ levels: [(format: String, text: String, start: Int)]) -> String {
    let inner = levels.enumerated().map { index, level in
      "<w:lvl w:ilvl=\"\(index)\"><w:start w:val=\"\(level.start)\"/><w:numFmt w:val=\"\(level.format)\"/>"
        + "<w:lvlText w:val=\"\(level.text)\"/></w:lvl>"
    }
    return "<w:abstractNum w:abstractNumId=\"\(id)\">\(inner.joined())</w:abstractNum>"
  }

  private func number(_ id: Int, of definition: Int, restart: Int? = nil) -> String {
    let override = restart.map { "<w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"\($0)\"/></w:lvlOverride>" }
    return "<w:num w:numId=\"\(id)\"><w:abstractNumId w:val=\"\(definition)\"/>\(override ?? "")</w:num>"
  }

  @Test func `headings are known by name, by base and by outline, and the highest is level 2`() throws {
    let body = """
      \(Word.paragraph("文"))\(Word.paragraph("甲", style: "2", run: "<w:b/>"))\(Word.paragraph("乙", style: "mine"))\
      <w:p><w:pPr><w:outlineLvl w:val="2"/></w:pPr><w:r><w:t>丙</w:t></w:r></w:p>\(Word.paragraph("丁", style: "标题 3"))
      """
    #expect(
      try read(body).copy.body.blocks == [
        text("文"), .subheading(level: 2, [.text("甲")]), .subheading(level: 2, [.text("乙")]),
        .subheading(level: 3, [.text("丙")]), .subheading(level: 3, [.text("丁")]),
      ])
  }

  @Test func `lists nest, count from where they start, and begin anew where they say so`() throws {
    let body = [
      Word.item("一", list: 1), Word.item("点", list: 1, level: 1), Word.item("二", list: 1), Word.paragraph("间。"),
      Word.item("三", list: 1), Word.item("新", list: 2), Word.item("圆", list: 3),
    ].joined()
    let blocks = try read(body) { file in
      file.numbering =
        list(5, [("decimal", "%1.", 1), ("bullet", "·", 1)]) + list(6, [("bullet", "·", 1)]) + number(1, of: 5)
        + number(2, of: 5, restart: 4) + number(3, of: 6)
    }.copy.body.blocks
    #expect(
      blocks == [
        .list(ordered: true, items: [[text("一"), .list(ordered: false, items: [[text("点")]])], [text("二")]]),
        text("间。"), .list(ordered: true, start: 3, items: [[text("三")], [text("新")]]),
        .list(ordered: false, items: [[text("圆")]]),
      ])
  }

  @Test func `a paragraph without a mark goes on with the item before it`() throws {
    let body = Word.item("甲", list: 1) + Word.item("续", list: 2) + Word.item("乙", list: 1)
    let blocks = try read(body) { file in
      file.numbering =
        list(5, [("bullet", "·", 1)]) + list(6, [("bullet", " ", 1)]) + number(1, of: 5) + number(2, of: 6)
    }.copy.body.blocks
    #expect(blocks == [.list(ordered: false, items: [[text("甲"), text("续")], [text("乙")]])])
  }

  @Test func `numbers in Chinese stay as text, also those of headings`() throws {
    let body =
      "<w:p><w:pPr><w:pStyle w:val=\"2\"/><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"2\"/></w:numPr></w:pPr>"
      + "<w:r><w:t>总则</w:t></w:r></w:p>" + (1...12).map { Word.item("条\($0)", list: 1) }.joined()
    let blocks = try read(body) { file in
      file.numbering =
        list(5, [("chineseCounting", "第%1条　", 1)]) + list(6, [("japaneseCounting", "%1、", 3)]) + number(1, of: 5)
        + number(2, of: 6)
    }.copy.body.blocks
    #expect(blocks.first == .subheading(level: 2, [.text("三、总则")]))
    #expect(blocks[1] == text("第一条　条1"))
    #expect(blocks.last == text("第十二条　条12"))
  }

  @Test(arguments: [
    (10, "十"), (20, "二十"), (101, "一百〇一"), (110, "一百一十"), (1_005, "一千〇五"), (12, "十二"),
  ])
  func `numbers are counted as Chinese counts`(number: Int, words: String) {
    #expect(NumberText.text(number, format: "chineseCountingThousand") == words)
  }

  @Test func `tables keep their text, with spans flattened and tables within them as lines`() throws {
    let cell = { (inner: String, properties: String) in "<w:tc><w:tcPr>\(properties)</w:tcPr>\(inner)</w:tc>" }
    let inner = "<w:tbl><w:tr>\(cell(Word.paragraph("内甲"), ""))\(cell(Word.paragraph("内乙"), ""))</w:tr></w:tbl>"
    let right = "<w:p><w:pPr><w:jc w:val=\"right\"/></w:pPr><w:r><w:t>9</w:t></w:r></w:p>"
    let body = """
      <w:tbl><w:tblPr><w:tblLook w:val="04A0"/></w:tblPr><w:tr>\
      \(cell(Word.paragraph("头"), "<w:gridSpan w:val=\"2\"/>"))\
      \(cell(Word.paragraph("数"), ""))</w:tr><w:tr>\(cell(Word.paragraph("甲") + Word.paragraph("乙"), ""))\
      \(cell(inner + "<w:p/>", ""))\(cell(right, ""))</w:tr></w:tbl>
      """
    let table = Table(
      hasHeader: true, alignments: [.start, .start, .end],
      rows: [
        [[.text("头")], [], [.text("数")]],
        [[.text("甲"), .lineBreak, .text("乙")], [.text("内甲 内乙")], [.text("9")]],
      ])
    #expect(try read(body).copy.body.blocks == [.table(table)])
  }

  @Test func `a table of one cell is a frame about text`() throws {
    let body = "<w:tbl><w:tr><w:tc>\(Word.paragraph("甲"))\(Word.paragraph("乙", style: "2"))</w:tc></w:tr></w:tbl>"
    #expect(try read(body).copy.body.blocks == [text("甲"), .subheading(level: 2, [.text("乙")])])
  }

  @Test func `pictures are kept byte for byte, with caption, credit and words`() throws {
    let body = """
      <w:p>\(Word.picture("p1", words: "晨雾中的桥"))</w:p>\(Word.paragraph("清晨的桥。（林汐 摄）", style: "a5"))\
      <w:p><w:r><w:t>文</w:t></w:r>\(Word.picture("p2", words: "IMG_1.JPG"))</w:p>\
      <w:p><w:r><w:pict><v:shape><v:imagedata r:id="p1"/></v:shape></w:pict></w:r></w:p>\
      <w:p>\(Word.picture("p3"))</w:p><w:p>\(Word.picture("none"))</w:p>
      """
    let read = try read(body) { file in
      file.pictures = [
        ("p1", "image1.jpeg", WordFile.pixel(1)), ("p2", "图.png", WordFile.pixel(2)),
        ("p3", "image3.emf", [1, 0, 0, 0]),
      ]
    }
    #expect(
      read.pictures == [
        ManuscriptPicture(name: "image1.png", bytes: WordFile.pixel(1)),
        ManuscriptPicture(name: "picture2.png", bytes: WordFile.pixel(2)),
      ])
    #expect(
      read.copy.body.blocks == [
        .figure(
          Figure(media: .file("image1.png"), alternative: "晨雾中的桥", caption: "清晨的桥。", credit: "林汐 摄")),
        text("文"), .figure(Figure(media: .file("picture2.png"))), .figure(Figure(media: .file("image1.png"))),
      ])
    #expect(read.leftOut.map(\.english) == ["1 picture that no browser shows"])
  }

  @Test func `paragraphs of a quote are one quote`() throws {
    let body = Word.paragraph("一", style: "a6") + Word.paragraph("二", style: "a6") + Word.paragraph("文")
    #expect(try read(body).copy.body.blocks == [.quote([text("一"), text("二")]), text("文")])
  }
}
