import Model
import Testing

struct ChineseTests {
  @Test func `what was put into a sentence stays as it was given, in both scripts`() {
    let headline = "发稿之后：干面里只有一发“炮”"
    let refusal = Wording("“\(headline)” is signed.", "稿件“\(headline)”已签。")
    #expect(refusal.text(in: .simplified) == "稿件“发稿之后：干面里只有一发“炮””已签。")
    #expect(refusal.text(in: .traditional) == "稿件「发稿之后：干面里只有一发“炮”」已簽。")
    #expect(refusal.text(in: .english) == "“发稿之后：干面里只有一发“炮”” is signed.")
  }

  @Test func `a sentence within another is said in its script, with what was put into it`() {
    let what = Wording("planned issue of \(3)", "第 \(3) 期的计划 \("后记")")
    let whole: Chinese = "没有这个\(what.chinese)。"
    #expect(whole.traditional == "沒有這個第 3 期的計劃 后记。" && whole.simplified == "没有这个第 3 期的计划 后记。")
    let all: [Chinese] = ["签发", Chinese(given: "签发")]
    #expect(all.joined(separator: "，无").traditional == "簽發，無签发" && [Chinese]().joined(separator: "，").simplified == "")
    #expect([what, Wording(given: "头条")].joined().text(in: .traditional) == "第 3 期的計劃 后记 头条")
  }

  @Test func `words part where they are the program's, whatever they are made of`() {
    let made: Chinese = "本\("")期\("")还没有\(Chinese("稿件"))。"
    #expect(made == "本期还没有稿件。" && made.hashValue == Chinese("本期还没有稿件。").hashValue)
    #expect(made != Chinese(given: "本期还没有稿件。"))
  }

  @Test func `what was put in can be changed, and nothing else`() {
    let file: Chinese = "\("a.jpg") 不是图片：\("a.jpg")"
    #expect(file.replacingGiven { $0 == "a.jpg" ? "图.jpg" : $0 }.traditional == "图.jpg 不是圖片：图.jpg")
  }

  @Test(arguments: [
    ("zh-Hans", InterfaceLanguage.simplified), ("zh-CN", .simplified), ("zh", .simplified), ("zh-TW", .traditional),
    ("zh-Hant-HK", .traditional), ("zh-Hans-HK", .simplified), ("zh_TW.UTF-8", .traditional), ("zh_CN", .simplified),
    ("en-GB", .english), ("ug", .english), ("C.UTF-8", .english), ("", .english),
  ])
  func `the interface speaks the nearest of its languages`(language: String, expected: InterfaceLanguage) {
    #expect(InterfaceLanguage(for: language) == expected)
  }
}
