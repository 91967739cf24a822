import Model
import TestSupport
import Testing

@testable import Interchange

/// What of a manuscript becomes the head of the story.
@Suite struct HeadTests {
  private func copy(_ paragraphs: [(text: String, style: String)]) throws -> Copy {
    let body = paragraphs.map { WordFile.paragraph($0.text, style: $0.style) }.joined()
    return try ManuscriptReader.read(WordFile(body).bytes, name: "投稿/三月稿.docx").copy
  }

  @Test func `a title with the line above, the subtitle and the byline below is the head`() throws {
    let copy = try copy([
      ("乡村振兴看临江", ""), ("一座桥", "a3"), ("连起两岸人家", "a3"), ("临江大桥通车侧记", "a4"), ("本报记者 林汐 通讯员 方汀", ""),
      ("清晨六点，雾还没有散。", ""),
    ])
    #expect(copy.kicker == "乡村振兴看临江")
    #expect(copy.headline == ["一座桥", "连起两岸人家"])
    #expect(copy.subhead == "临江大桥通车侧记")
    #expect(copy.bylines.map(\.name) == ["林汐", "方汀"])
    #expect(copy.bylines.map(\.role) == [.reporter, .correspondent])
    #expect(copy.body.blocks == [.paragraph([.text("清晨六点，雾还没有散。")])])
  }

  @Test func `a line break in the headline parts its lines`() throws {
    let body =
      "<w:p><w:pPr><w:pStyle w:val=\"1\"/></w:pPr><w:r><w:t>上行</w:t><w:br/><w:t>下行</w:t></w:r></w:p>"
      + WordFile.paragraph("文。")
    #expect(try ManuscriptReader.read(WordFile(body).bytes, name: "a.docx").copy.headline == ["上行", "下行"])
  }

  @Test func `without styles the first short line is the headline, or the one in the largest letters`() throws {
    #expect(try copy([("大桥通车", ""), ("——临江侧记", ""), ("文字在这里。", "")]).subhead == "——临江侧记")
    let big = "<w:sz w:val=\"44\"/>"
    let body = WordFile.paragraph("引题在上") + WordFile.paragraph("大桥通车", run: big) + WordFile.paragraph("正文在此。")
    let sized = try ManuscriptReader.read(WordFile(body).bytes, name: "a.docx").copy
    #expect(sized.kicker == "引题在上")
    #expect(sized.headline == ["大桥通车"])
    #expect(sized.body.blocks.count == 1)
  }

  @Test func `a manuscript that begins with a sentence is called as its file is, and loses none of it`() throws {
    let copy = try copy([("大桥今天通车了，人们从四面八方赶来。", ""), ("二", "2"), ("正文。", "")])
    #expect(copy.headline == ["三月稿"])
    #expect(copy.body.blocks.count == 3)
  }

  @Test func `the names in brackets at the end are the byline`() throws {
    let copy = try copy([("大桥通车", "a3"), ("正文。", ""), ("（记者 林汐 摄影 方汀）", "")])
    #expect(copy.bylines.map(\.name) == ["林汐", "方汀"])
    #expect(copy.body.blocks.count == 1)
  }

  @Test func `a paragraph of the style of authors names them, with no word on what they did`() throws {
    let body = WordFile.paragraph("题", style: "Title") + WordFile.paragraph("林汐", style: "Author")
    var file = WordFile(body + WordFile.paragraph("文。"))
    file.styles = ""
    let copy = try ManuscriptReader.read(file.bytes, name: "a.docx").copy
    #expect(copy.bylines == [Byline(name: "林汐", role: .unnamed)] && copy.body.blocks.count == 1)
  }

  @Test(arguments: ["（完）", "桥通了", "记者来到江边。", "张三 李四", "一九四九年十月"])
  func `other lines are no byline`(line: String) {
    #expect(HeadFinder.bylines(line) == nil)
  }

  @Test(arguments: ["□本报记者 林汐", "文/图 许岸青", "（通讯员 方汀）", "本报记者 林　汐 实习生 方汀"])
  func `lines that say who made the story are bylines`(line: String) {
    #expect(HeadFinder.bylines(line)?.isEmpty == false)
  }

  @Test func `a headline is never empty, whatever the file is called`() throws {
    for name in ["", ".docx", "/", "\u{1}.docx"] {
      let copy = try ManuscriptReader.read(WordFile("").bytes, name: name).copy
      #expect(copy.headline.count == 1 && copy.headline[0].isEmpty == false, "\(name)")
    }
  }
}
