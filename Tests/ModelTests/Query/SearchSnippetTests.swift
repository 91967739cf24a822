import Model
import TestSupport
import Testing

@Suite struct SearchSnippetTests {
  private static func snippet(_ query: String, _ body: [String]) -> String {
    let lines = SearchLines(headline: ["头"], kicker: [], subhead: [], bylines: [], body: body)
    return SearchMarks(SearchQuery(query)).snippet(of: lines).map { $0.isMarked ? "[\($0.text)]" : $0.text }.joined()
  }

  @Test func `a snippet marks the original text`() {
    #expect(Self.snippet("步行桥", ["頭一段。", "今天，步行橋開放了。"]) == "今天，[步行橋]開放了。")
    #expect(Self.snippet("cafe 3", ["Ｃａｆé ３号店"]) == "[Ｃａｆé] [３]号店")
    #expect(Self.snippet("年", ["２０２６年，新年"]) == "２０２６[年]，新[年]")
    #expect(Self.snippet("qua", ["The quality of a quay"]) == "The [qua]lity of a [qua]y")
  }

  @Test func `the line that matches most is shown`() {
    #expect(Self.snippet("桥 河", ["有桥。", "桥在河上。", "河。"]) == "[桥]在[河]上。")
  }

  @Test func `where only the head matches the text begins`() {
    #expect(Self.snippet("头", ["第一段。", "第二段。"]) == "第一段。")
    #expect(Self.snippet("头", []) == "")
  }

  @Test func `a long line is cut at clauses around the match`() {
    let before = String(repeating: "前面的话很多，", count: 40)
    let after = String(repeating: "后面的话也多，", count: 40)
    let text = Self.snippet("步行桥", [before + "步行桥开了，" + after])
    #expect(text.hasPrefix("…[步行桥]开了，后面的话也多，") && text.hasSuffix("，…"))
    #expect(text.count <= SearchMarks.snippetMax + 4)
  }

  @Test func `a snippet is part of its line`() {
    holds(rounds: 300) { dice in
      let body = dice.prose(names: ["张三"], terms: ["步行桥"]).map { $0 + dice.text(0...300) }
      let lines = SearchLines(headline: ["头"], kicker: [], subhead: [], bylines: [], body: body)
      let runs = SearchMarks(SearchQuery(dice.one(of: ["步行桥", "说", "１", "a", "下雨 张三"]))).snippet(of: lines)
      var text = runs.map(\.text).joined()
      if text.hasPrefix("…"), !body.contains(where: { $0.contains(text) }) { text.removeFirst() }
      if text.hasSuffix("…"), !body.contains(where: { $0.contains(text) }) { text.removeLast() }
      #expect(body.contains { Array($0.utf8).contains(Array(text.utf8)) }, "\(dice)")
      #expect(text.count <= SearchMarks.snippetMax * 4, "\(dice)")
    }
  }
}
