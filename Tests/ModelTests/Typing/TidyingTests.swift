import Model
import TestSupport
import Testing

private func tidied(_ text: String, language: String = "zh-Hans") -> String {
  Tidying(Body([.paragraph([.text(text)])]), language: language).body.lines.joined(separator: "|")
}

@Test(arguments: [
  ("　　潮水退去。　", "潮水退去。"), ("\u{A0} 潮水", "潮水"), ("潮 水 退去", "潮水退去"), ("在 2026 年", "在 2026 年"),
  ("你好, 世界.", "你好，世界。"), ("他问:真的吗?好!", "他问：真的吗？好！"), ("GDP,同比增长5.1%,达3,000元;", "GDP，同比增长5.1%，达3,000元；"),
  ("下午3:30开会", "下午3:30开会"), ("比分3:2.", "比分3:2."),
  ("见https://paper.example/a,b.html,谢谢", "见https://paper.example/a,b.html，谢谢"),
  ("网址:https://paper.example/", "网址：https://paper.example/"), ("世界卫生组织(WHO)说", "世界卫生组织（WHO）说"),
  ("函数f(x)成立", "函数f(x)成立"), ("1)先看", "1)先看"), ("（二)", "（二）"), ("他说\"好\",又说'行'", "他说“好”，又说‘行’"),
  ("他说:\"先'看看'再说.\"", "他说：“先‘看看’再说。”"), ("一块5\"乘7\"的板", "一块5\"乘7\"的板"), ("只有一个\"引号", "只有一个\"引号"),
  ("Tom's 店里", "Tom's 店里"), ("好，，的、、呀。。", "好，的、呀。"), ("等等...", "等等……"), ("等等。。。。", "等等……"),
  ("这里--那里", "这里——那里"), ("A--B", "A--B"), ("ＡＢＣ共１２．５万", "ABC共12.5万"), ("本报记者　张　三", "本报记者　张　三"),
  ("本报记者 张三 通讯员 李四", "本报记者 张三 通讯员 李四"), ("（记者 张　三）潮 水退。", "（记者 张　三）潮水退。"), ("本报讯 昨天", "本报讯 昨天"),
  ("两条船。林　汐 摄", "两条船。林　汐 摄"), ("It's \"fine\", he said.", "It's \"fine\", he said."), ("真的！！！", "真的！！！"),
  ("版本2.0.1发布", "版本2.0.1发布"), ("中文.com", "中文.com"), ("一 “引” 二", "一“引”二"), ("“OK”,然后", "“OK”，然后"),
]) func `a paragraph is tidied without changing what it says`(text: String, wanted: String) {
  #expect(tidied(text) == wanted)
  #expect(tidied(wanted) == wanted)
}

@Test func `quotes pair across marks and links, and addresses stay`() throws {
  let target = try #require(LinkTarget("https://paper.example/"))
  let made = Tidying(
    Body([
      .paragraph([
        .text("他说\""), .strong([.text("好,\"")]), .text("见"), .link(target: target, [.text("https://a.example/查?b,c")]),
        .text(" 。"),
      ])
    ]), language: "")
  #expect(
    made.body.blocks == [
      .paragraph([
        .text("他说“"), .strong([.text("好，”")]), .text("见"), .link(target: target, [.text("https://a.example/查?b,c")]),
        .text("。"),
      ])
    ])
  #expect(
    made.changes == [
      Tidying.Change(kind: .spaces, count: 1), Tidying.Change(kind: .punctuation, count: 1),
      Tidying.Change(kind: .quotes, count: 2),
    ])
}

@Test func `pasted lines become paragraphs and empty ones go`() {
  let made = Tidying(
    Body([
      .paragraph([.text("一"), .strong([.text("二"), .lineBreak, .text("三")]), .lineBreak, .lineBreak, .text("四")]),
      .paragraph([.text(" 　\u{A0}")]), .paragraph([]), .quote([.paragraph([])]), .quote([]),
      .list(ordered: true, start: 4, items: [[.paragraph([])], [.paragraph([.text("五")])]]),
    ]), language: "zh-Hant")
  #expect(
    made.body.blocks == [
      .paragraph([.text("一"), .strong([.text("二")])]), .paragraph([.strong([.text("三")])]), .paragraph([.text("四")]),
      .quote([]), .list(ordered: true, start: 4, items: [[.paragraph([.text("五")])]]),
    ])
  #expect(made.changes == [.init(kind: .lines, count: 2), .init(kind: .emptyParagraphs, count: 4)])
}

@Test func `copy in another language only loses its empty paragraphs`() {
  let kept: [Block] = [
    .paragraph([.text("  \"Hello\",他说. 中 文"), .lineBreak, .text("then")]), .verse([[[.text(" 一 ,")]]]),
  ]
  let made = Tidying(Body(kept + [.paragraph([.text(" ")])]), language: "en-GB")
  #expect(made.body.blocks == kept && made.changes == [.init(kind: .emptyParagraphs, count: 1)])
  let verse = Body([.verse([[[.text("　一 行,")]]])])
  #expect(Tidying(verse, language: "zh").body == verse)
}

@Test func `captions are tidied, credits and tables' numbers are not`() {
  let figure = Figure(media: .file("a.jpg"), alternative: "一 桥", caption: "桥 上,风.", credit: "林　汐 摄")
  let table = Table(hasHeader: false, alignments: [.start], rows: [[[.text("3,000")]], [[.text("甲 乙")]]])
  let made = Tidying(Body([.figure(figure), .table(table)]), language: "zh").body.blocks
  var (mended, cells) = (figure, table)
  mended.caption = "桥上，风。"
  cells.rows[1][0] = [.text("甲乙")]
  #expect(made == [.figure(mended), .table(cells)])
}

@Test func `whatever is taken away is told`() {
  let broken: [Block] = [.paragraph([.text("甲乙"), .lineBreak]), .paragraph([.lineBreak, .strong([.text("丙丁")])])]
  let made = Tidying(Body(broken), language: "zh")
  #expect(made.body.blocks == [.paragraph([.text("甲乙")]), .paragraph([.strong([.text("丙丁")])])])
  #expect(made.changes == [.init(kind: .lines, count: 2)])
  let listed = Tidying(
    Body([.list(ordered: false, start: 1, items: [[], [.paragraph([.text("甲")])]])]), language: "zh")
  #expect(listed.changes == [.init(kind: .emptyParagraphs, count: 1)])
}

@Test func `tidied again a body is the same`() {
  holds(rounds: 2_000) { dice in
    let noise = [
      "", " ", "　", ",", ".", "...", "\"", "'", "(", ")", "，，", "--", "１", "Ａ", "。。", "记者 ", "“", "”", ":", "!?", "；",
      "a",
    ]
    var body = dice.body()
    for text in dice.prose(names: ["张　三"], terms: ["GDP", "3.5"]) {
      let noisy = text.map { String($0) + (dice.once(in: 4) ? dice.one(of: noise) : "") }.joined()
      body.blocks.append(.paragraph([.text(noisy), .strong([.text(dice.one(of: noise))]), .text(dice.text())]))
    }
    let once = Tidying(body, language: "zh")
    let twice = Tidying(once.body, language: "zh")
    #expect(twice.body == once.body, "\(dice)")
    #expect(twice.changes.isEmpty, "\(dice) \(twice.changes)")
    #expect(once.changes.isEmpty == (once.body == body), "\(dice)")
  }
}

@Test func `a line that does not come to rest stays as it was`() {
  let line = String(repeating: "(", count: 100) + "中" + String(repeating: ") ", count: 100) + "a"
  let made = Tidying(Body([.paragraph([.text(line)])]), language: "zh")
  #expect(Tidying(made.body, language: "zh").body == made.body)
}
