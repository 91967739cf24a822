import Foundation
import Model
import TestSupport
import Testing

@testable import Interchange

/// Text of DOCX files: paragraphs, runs, changes, fields, notes.
@Suite struct DOCXTextTests {
  private typealias Word = WordFile

  /// The blocks of a document, below a headline that it is given.
  private func blocks(_ body: String, _ change: (inout WordFile) -> Void = { _ in }) throws -> [Block] {
    try read(body, change).copy.body.blocks
  }

  private func read(_ body: String, _ change: (inout WordFile) -> Void = { _ in }) throws -> ReadManuscript {
    var file = WordFile(Word.paragraph("标题", style: "a3") + body)
    change(&file)
    return try ManuscriptReader.read(file.bytes, name: "稿.docx")
  }

  private func text(_ text: String) -> Block { .paragraph([.text(text)]) }

  @Test func `runs become marks, and runs of one look become one`() throws {
    let body = """
      <w:p><w:r><w:t xml:space="preserve">潮 </w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>大</w:t></w:r><w:r><w:rPr>\
      <w:b w:val="1"/></w:rPr><w:t>事</w:t></w:r><w:r><w:rPr><w:b w:val="0"/><w:i/></w:rPr><w:t>记</w:t></w:r><w:r>\
      <w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>2</w:t></w:r><w:r><w:rPr><w:rStyle w:val="b"/></w:rPr>\
      <w:t>强</w:t></w:r></w:p>
      """
    #expect(
      try blocks(body) == [
        .paragraph([
          .text("潮 "), .strong([.text("大事")]), .emphasis([.text("记")]), .superscript([.text("2")]),
          .strong([.text("强")]),
        ])
      ])
  }

  @Test func `breaks, tabs, hyphens and symbols are what they show`() throws {
    let body = """
      <w:p><w:r><w:t>a</w:t><w:br/><w:t>b</w:t><w:tab/><w:t>c</w:t><w:softHyphen/><w:t>d</w:t><w:noBreakHyphen/>\
      <w:t>e</w:t><w:sym w:font="Wingdings" w:char="F0FC"/><w:sym w:font="Symbol" w:char="F061"/></w:r></w:p>
      """
    #expect(try blocks(body) == [.paragraph([.text("a"), .lineBreak, .text("b cd\u{2011}e✓α")])])
  }

  @Test func `changes are taken as accepted`() throws {
    let run = { (text: String) in "<w:r><w:t>\(text)</w:t></w:r>" }
    let body = """
      <w:p>\(run("一"))<w:del><w:r><w:delText>删</w:delText></w:r></w:del><w:ins>\(run("二"))</w:ins><w:moveFrom>\
      \(run("旧处"))</w:moveFrom><w:moveTo>\(run("三"))</w:moveTo></w:p>
      <w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>\(run("前半"))</w:p><w:p>\(run("后半"))</w:p>
      <w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc><w:p>\(run("删行"))</w:p></w:tc></w:tr><w:tr><w:tc><w:p>\(run("甲"))\
      </w:p></w:tc><w:tc><w:p>\(run("乙"))</w:p></w:tc></w:tr></w:tbl>
      """
    let table = Table(hasHeader: false, alignments: [.start, .start], rows: [[[.text("甲")], [.text("乙")]]])
    #expect(try blocks(body) == [text("一二三"), text("前半后半"), .table(table)])
  }

  @Test func `text within controls, tags, links and alternatives is found once`() throws {
    let run = { (text: String) in "<w:r><w:t>\(text)</w:t></w:r>" }
    let body = """
      <w:sdt><w:sdtPr/><w:sdtContent><w:p>\(run("控件"))<w:smartTag>\(run("标签"))</w:smartTag><w:sdt><w:sdtContent>\
      \(run("内"))</w:sdtContent></w:sdt></w:p></w:sdtContent></w:sdt>
      <w:p><w:hyperlink r:id="l">\(run("链接"))</w:hyperlink><w:hyperlink w:anchor="here">\(run("书签"))</w:hyperlink>\
      <w:hyperlink r:id="bad">\(run("坏"))</w:hyperlink></w:p>
      <w:p><mc:AlternateContent><mc:Choice Requires="x">\(run("新"))</mc:Choice><mc:Fallback>\(run("旧"))</mc:Fallback>\
      </mc:AlternateContent></w:p>
      """
    let read = try read(body) { file in
      file.links = [("l", "https://paper.example/a b"), ("bad", "javascript:alert(1)")]
    }
    let target = try #require(LinkTarget("https://paper.example/a%20b"))
    #expect(
      read.copy.body.blocks == [
        text("控件标签内"), .paragraph([.link(target: target, [.text("链接")]), .text("书签坏")]), text("新"),
      ])
    #expect(read.leftOut.map(\.english) == ["1 link that leads nowhere (its text was kept)"])
  }

  @Test func `of a field the result is text, and a link's address is kept`() throws {
    func mark(_ kind: String) -> String { "<w:r><w:fldChar w:fldCharType=\"\(kind)\"/></w:r>" }
    func words(_ text: String) -> String { "<w:r><w:instrText>\(text)</w:instrText></w:r>" }
    let body = """
      <w:p><w:r><w:t>见第</w:t></w:r>\(mark("begin"))\(words(" PAGEREF _x "))\(mark("separate"))<w:r><w:t>3</w:t></w:r>\
      \(mark("end"))<w:r><w:t>页</w:t></w:r></w:p>
      <w:p>\(mark("begin"))\(words("HYPERLINK \"https://paper.example/\""))\(mark("separate"))<w:r><w:t>报</w:t></w:r>\
      \(mark("end"))<w:r><w:t>社</w:t></w:r></w:p>
      <w:p>\(mark("begin"))\(words("eq \\o\\ac(○,增)"))\(mark("end"))<w:r><w:t>补</w:t></w:r></w:p>
      <w:p>\(mark("begin"))\(words("IF"))<w:r><w:t>未完</w:t></w:r></w:p><w:p><w:r><w:t>后文</w:t></w:r></w:p>
      """
    let target = try #require(LinkTarget("https://paper.example/"))
    #expect(
      try blocks(body) == [
        text("见第3页"), .paragraph([.link(target: target, [.text("报")]), .text("社")]), text("增补"), text("后文"),
      ])
  }

  @Test func `footnotes are marked in the text and stand in order at its end`() throws {
    let body = """
      <w:p><w:r><w:t>潮</w:t></w:r><w:r><w:footnoteReference w:id="3"/></w:r><w:r><w:t>起</w:t></w:r><w:r>\
      <w:footnoteReference w:id="2"/></w:r></w:p>
      """
    let blocks = try blocks(body) { file in
      file.footnotes = """
        <w:footnote w:type="separator" w:id="0"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>
        <w:footnote w:id="2"><w:p><w:r><w:footnoteRef/><w:t>后注</w:t></w:r></w:p></w:footnote>
        <w:footnote w:id="3"><w:p><w:r><w:footnoteRef/><w:t>前注</w:t></w:r></w:p></w:footnote>
        """
    }
    #expect(
      blocks == [
        .paragraph([
          .text("潮"), .superscript([.text("[1]")]), .text("起"), .superscript([.text("[2]")]),
        ]), .rule, .list(ordered: true, items: [[text("前注")], [text("后注")]]),
      ])
  }

  @Test func `comments stand beside the block that they were set to`() throws {
    let body = """
      \(Word.paragraph("第一段。"))<w:p><w:commentRangeStart w:id="7"/><w:r><w:t>第二段。</w:t></w:r><w:commentRangeEnd \
      w:id="7"/><w:r><w:commentReference w:id="7"/></w:r></w:p>
      """
    let read = try read(body) { file in
      file.comments = """
        <w:comment w:id="7" w:author="林汐" w:date="2026-03-01T08:30:00Z"><w:p><w:r><w:t>核实</w:t></w:r></w:p><w:p><w:r>\
        <w:t>人数</w:t></w:r></w:p></w:comment><w:comment w:id="8" w:author="空"><w:p/></w:comment>
        """
    }
    let made = try #require(InstantText.read("2026-03-01T08:30:00Z", in: .gmt))
    #expect(read.notes == [ManuscriptNote(paragraph: 1, author: "林汐", text: "核实\n人数", made: made)])
    #expect(read.copy.body.blocks == [text("第一段。"), text("第二段。")])
  }

  @Test func `what readers do not see is dropped and told`() throws {
    let body = """
      \(Word.paragraph("可见", run: ""))\(Word.paragraph("隐藏", run: "<w:vanish/>"))
      <w:p><m:oMath><m:r><m:t>E=mc</m:t></m:r><m:sSup><m:e/><m:sup><m:r><m:t>2</m:t></m:r></m:sup></m:sSup></m:oMath>\
      </w:p>
      """
    let read = try read(body) { $0.header = "内部资料" }
    #expect(
      read.copy.body.blocks == [text("可见"), .paragraph([.text("E=mc"), .superscript([.text("2")])])])
    #expect(
      read.leftOut.map(\.chinese.simplified) == ["1 个公式（只保留文字）", "1 处隐藏文字", "1 个页眉页脚"])
  }

  @Test func `of a formula brackets, sums, roots and fractions stay`() throws {
    let run = { (text: String) in "<m:r><m:t>\(text)</m:t></m:r>" }
    let body = """
      <m:oMathPara><m:oMath><m:nary><m:naryPr><m:chr m:val="∑"/></m:naryPr><m:sub>\(run("i"))</m:sub><m:e>\(run("x"))\
      </m:e></m:nary><m:d><m:dPr><m:begChr m:val="["/></m:dPr><m:e>\(run("a"))</m:e><m:e>\(run("b"))</m:e></m:d><m:f>\
      <m:num>\(run("1"))</m:num><m:den>\(run("2"))</m:den></m:f><m:rad><m:deg/><m:e>\(run("y"))</m:e></m:rad></m:oMath>\
      </m:oMathPara>
      """
    #expect(
      try blocks(body) == [.paragraph([.text("∑"), .subscript([.text("i")]), .text("x[a|b)1/2√(y)")])])
  }

  @Test func `the text of a box stands behind its paragraph`() throws {
    let box = { (text: String) in "<w:txbxContent>\(Word.paragraph(text))</w:txbxContent>" }
    let body = """
      <w:p><w:r><w:t>正文</w:t></w:r><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:wsp><wps:txbx>\
      \(box("框中"))</wps:txbx></wps:wsp></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>\(box("框中"))\
      </v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>\(Word.paragraph("后文"))
      """
    let read = try read(body)
    #expect(read.copy.body.blocks == [text("正文"), text("框中"), text("后文")])
    #expect(read.leftOut.map(\.english) == ["1 text box (its text stands behind)"])
  }
}
