import Model
import TestSupport
import Testing

@Suite struct SearchQueryTests {
  private static func terms(_ text: String) -> [String] { SearchQuery(text).terms.map(\.text) }

  @Test func `words and phrases are told apart`() {
    #expect(Self.terms("步行桥 开放") == ["步行桥", "开放"])
    #expect(Self.terms("  \"a phrase\"　词 ") == ["a phrase", "词"])
    #expect(Self.terms("“十四五” 规划") == ["十四五", "规划"])
    #expect(Self.terms("“十四五”规划") == ["“十四五”规划"])
    #expect(Self.terms("\"open end") == ["open end"])
    #expect(Self.terms("桥 桥 桥") == ["桥"])
    #expect(Self.terms("张　三") == ["张　三"])
    #expect(Self.terms("张　三丰") == ["张", "三丰"])
  }

  @Test func `a name is also looked for in its one form`() throws {
    let name = try #require(SearchQuery("张　三").terms.first)
    #expect(name.phrase.tokens == ["张", "三"] && name.phrase.isOpen)
    #expect(name.name?.tokens == ["张三"] && name.name?.isOpen == false)
    #expect(SearchQuery("张三").terms.first?.name == nil)
  }

  @Test func `only what is being typed is a beginning`() {
    func open(_ text: String) -> [Bool] { SearchQuery(text).terms.map(\.phrase.isOpen) }
    #expect(open("new yor") == [false, true])
    #expect(open("\"new yor\"") == [false])
    #expect(open("\"new yor") == [true])
    #expect(open("yor 桥") == [false, true])
    #expect(open("桥 步行") == [true, false])
    #expect(open("第3期 GDP增长") == [true, false])
    #expect(open("c++") == [false])
  }

  @Test func `operators are read by either name`() {
    let query = SearchQuery("author:\"张　三\" section:要闻 page:3 year:2026 before:2026-03 after:2025 title:桥 -雨")
    #expect(query.author == "张三" && query.section == "要闻" && query.page == 3 && query.year == 2026)
    #expect(query.before == Day("2026-03-01") && query.after == Day("2025-12-31"))
    #expect(query.titleTerms.map(\.text) == ["桥"] && query.excluded.map(\.text) == ["雨"] && query.terms.isEmpty)
    let chinese = SearchQuery("作者：张三 栏目:要闻 版：３ 年：2026 早于：2026-03-01 晚于：2025-12-31 标题：桥 －雨")
    #expect(chinese.author == query.author && chinese.page == 3 && chinese.year == 2026)
    #expect(chinese.before == query.before && chinese.after == query.after)
    #expect(chinese.titleTerms == query.titleTerms && chinese.excluded == query.excluded)
  }

  @Test func `what cannot be read is words`() {
    #expect(Self.terms("year:soon") == ["year:soon"])
    #expect(Self.terms("page:0") == ["page:0"])
    #expect(Self.terms("before:2026-13") == ["before:2026-13"])
    #expect(Self.terms("note:桥") == ["note:桥"])
    #expect(Self.terms("author: 张三") == ["author:", "张三"])
    #expect(Self.terms("http://a.example/b") == ["http://a.example/b"])
    for text in ["", " ", "-", "\"", "\"\"", "，。", ":", "-\"", "“", "- -", "title:，"] {
      #expect(SearchQuery(text).terms.allSatisfy { !$0.phrase.tokens.isEmpty }, "\(text)")
    }
    #expect(SearchQuery("，。 - \"").isEmpty)
  }

  @Test func `length and terms are bounded`() {
    let request = SearchRequest(String(repeating: "桥", count: SearchQuery.textMax + 1), limit: 1_000)
    #expect(request.text.count == SearchQuery.textMax && request.limit == SearchRequest.limitMax)
    #expect(request.query.terms.first?.phrase.tokens.count == SearchQuery.textMax - 1)
    let many = (0..<(SearchQuery.termsMax + 3)).map { "w\($0)" }.joined(separator: " ")
    #expect(SearchQuery(many).terms.count == SearchQuery.termsMax)
    #expect(SearchRequest("桥", limit: -3).limit == 1)
  }

  @Test func `any text is a query`() {
    holds(rounds: 500) { dice in
      let pieces = ["author:", "标题：", "\"", "“", "”", "-", "year:20", "before:", "　", "桥", " ", "张　三"]
      let text = dice.some(0...12) { $0.once(in: 2) ? $0.one(of: pieces) : $0.text(0...4) }.joined()
      let query = SearchQuery(text)
      #expect(query.terms.count + query.excluded.count + query.titleTerms.count <= SearchQuery.termsMax, "\(dice)")
    }
  }
}
