import Model
import TestSupport
import Testing

@testable import Interchange

/// HTML of files and of what is pasted.
@Suite struct HTMLManuscriptTests {
  private func clean(_ html: String) throws -> CleanedHTML { try CleanedHTML(fragment: html) }

  private func text(_ text: String) -> Block { .paragraph([.text(text)]) }

  @Test func `marks, links and breaks are kept where the grammar has them`() throws {
    let html = """
      <p>一<b>二</b><span style="font-weight:700">三</span><i>四</i><sup>5</sup><br>六
      七 <a href="https://paper.example/">链</a><a href="javascript:x()">脚</a><a href="/local">径</a></p>
      """
    let target = try #require(LinkTarget("https://paper.example/"))
    let cleaned = try clean(html)
    #expect(
      cleaned.blocks == [
        .paragraph([
          .text("一"), .strong([.text("二三")]), .emphasis([.text("四")]), .superscript([.text("5")]), .lineBreak,
          .text("六七 "), .link(target: target, [.text("链")]), .text("脚径"),
        ])
      ])
    #expect(cleaned.leftOut.map(\.english) == ["2 links that lead nowhere (their text was kept)"])
  }

  @Test func `lists, quotes, headings, tables and rules are blocks`() throws {
    let html = """
      <h2>头</h2><ol start=3><li>甲<ul><li>子</ul><li><p>乙</p></ol><blockquote><p>引</p></blockquote><hr>
      <table><tr><th>名<th align=right>数<tr><td rowspan=2>潮<td align=right>1<tr><td align=right>2</table>
      """
    let table = Table(
      hasHeader: true, alignments: [.start, .end],
      rows: [[[.text("名")], [.text("数")]], [[.text("潮")], [.text("1")]], [[], [.text("2")]]])
    #expect(
      try clean(html).blocks == [
        .subheading(level: 2, [.text("头")]),
        .list(
          ordered: true, start: 3, items: [[text("甲"), .list(ordered: false, items: [[text("子")]])], [text("乙")]]),
        .quote([text("引")]), .rule, .table(table),
      ])
  }

  @Test func `what Word puts on the clipboard becomes a list, headings and text`() throws {
    let html = """
      <html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p {color: red}</style><!--[if gte mso 9]>
      <xml>
      <w:View>Normal</w:View></xml><![endif]--></head><body lang=ZH-CN><!--StartFragment--><p class=MsoTitle>大桥
      通车<o:p></o:p></p><p class=MsoListParagraph style='text-indent:-18pt;mso-list:l0 level1 lfo1'><![if
      !supportLists]><span style='mso-list:Ignore'>1.<span style='font:7pt "A"'>&nbsp;&nbsp; </span></span><![endif]>
      第一</p><p class=MsoListParagraph style='mso-list:l0 level2 lfo1'><span style='mso-list:Ignore'>·<span>&nbsp;
      </span></span>子</p><p class=MsoNormal style='mso-list:l1 level1 lfo2'><span style='mso-list:Ignore'>一、</span>
      总则</p>
      <p class=MsoNormal><span style='mso-hide:all;display:none'>藏</span><del>删</del>文<o:p>&nbsp;</o:p></p>
      <div style='mso-element:comment-list'><p>批注</p></div></body></html>
      """
    let cleaned = try clean(html)
    #expect(
      cleaned.blocks == [
        .subheading(level: 2, [.text("大桥通车")]),
        .list(ordered: true, items: [[text("第一"), .list(ordered: false, items: [[text("子")]])]]),
        text("一、总则"), text("文"),
      ])
    #expect(
      cleaned.leftOut.map(\.english) == ["1 run of hidden text", "1 deleted passage", "1 comment"])
  }

  @Test func `an article of WeChat is its text, and its pictures are told and not fetched`() throws {
    let page = """
      <!DOCTYPE html><html><head><title>公众号</title><script>x()</script></head><body><div id="head"><h1 \
      id="activity-name"> 大桥 通车 </h1><div>关注我们</div></div><div id="js_content" style="visibility: hidden;">\
      <section><section><span><span style="font-weight: bold;">清晨</span>六点</span></section></section><section><br>\
      </section><p><img data-src="https://mmbiz.qpic.cn/a" src=""></p><mpvoice></mpvoice><p>　　雾散了。</p></div>\
      <nav>菜单</nav></body></html>
      """
    let read = try ManuscriptReader.read(Array(page.utf8), name: "a.html")
    #expect(read.copy.headline == ["大桥 通车"])
    #expect(
      read.copy.body.blocks == [.paragraph([.strong([.text("清晨")]), .text("六点")]), text("雾散了。")])
    #expect(
      read.leftOut.map(\.english) == [
        "1 picture of another site", "1 navigation bar or margin", "1 recording",
      ])
  }

  @Test func `a picture within the page is kept, one beside it is told`() throws {
    let pixel = WordFile.pixel(1)
    let data = "data:image/png;base64,iVBORw0KGgpJSERSMQ=="
    let html = """
      <figure><img src="\(data)" alt="桥"><figcaption>清晨的桥（林汐 摄）</figcaption></figure><img src="a.jpg">
      <img src="data:image/svg+xml;base64,PHN2Zz4="><img src="https://x.example/dot.gif" width=1 height=1>
      """
    let cleaned = try clean(html)
    #expect(cleaned.pictures == [ManuscriptPicture(name: "picture1.png", bytes: pixel)])
    #expect(
      cleaned.blocks == [
        .figure(
          Figure(media: .file("picture1.png"), alternative: "桥", caption: "清晨的桥", credit: "林汐 摄"))
      ])
    #expect(
      cleaned.leftOut.map(\.english) == [
        "1 picture that is not in the file", "1 picture that no browser shows",
      ])
  }

  @Test func `scripts, forms and frames are dropped and told`() throws {
    let cleaned = try clean("<p>文</p><script>a</script><style>b</style><form><input><button>发</button></form><iframe>")
    #expect(cleaned.blocks == [text("文")])
    #expect(
      cleaned.leftOut.map(\.english) == [
        "2 scripts and styles", "2 form fields", "1 frame or embedded object",
      ])
  }

  @Test func `a page of the title that is its first line has it once`() throws {
    let page = "<html><head><title>大桥通车_临江网</title></head><body><p>大桥通车</p><p>文。</p></body></html>"
    let copy = try ManuscriptReader.read(Array(page.utf8), name: "a.htm").copy
    #expect(copy.headline == ["大桥通车"])
    #expect(copy.body.blocks == [text("文。")])
  }

  @Test func `nothing but the grammar comes out of any HTML, and it reads back from CommonMark`() {
    let pieces = [
      "<table>", "<tr>", "<td colspan=9>", "</table>", "<p class=MsoTitle>", "</p>", "<b>", "<a href='https://a.b/'>",
      "<ul>", "<li>", "</ul>", "<ol start=-5>", "<blockquote>", "<h3>", "<figure>", "<figcaption>", "<pre>", "<br>",
      "字",
      " a ", "<img src=x>", "<p style='mso-list:l0 level3 lfo1'>", "<span style='mso-list:Ignore'>1.</span>", "<rt>",
      "<caption>", "<dl>", "<dt>", "<hr>", "&nbsp;", "\u{3000}", "*", "<sup>", "<div hidden>", "</div>",
      "<th rowspan=3>",
    ]
    holds(rounds: 500) { dice in
      let html = dice.some(0...40) { $0.one(of: pieces) }.joined()
      guard let cleaned = try? CleanedHTML(fragment: html) else { return }
      let body = Body(cleaned.blocks)
      let written = ProseWriter(fileName: { _ in "a.png" }).text(of: body)
      var reader = ProseReader(file: "a.md")
      #expect(reader.body(of: written, lineOffset: 0) == body, "\(dice) \(html)")
    }
  }
}
