import Model
import TestSupport
import Testing

@testable import Press

struct HeadlineTests {
  @Test func `lines that the editor set are held, and the longest gives the size`() {
    let headline = Headline(["两百条船回港过年", "退大潮也靠得上岸"])
    #expect(headline.lines == ["两百条船回港过年", "退大潮也靠得上岸"])
    #expect(headline.width == 8)
    #expect(!headline.isLong)
  }

  @Test func `a line over fourteen characters parts at full-width spaces instead`() {
    let headline = Headline(["全区十二条公交线路调整首末班时间　海湾8路延至火车东站"])
    #expect(headline.lines.isEmpty)
    #expect(headline.phrases == ["全区十二条公交线路调整首末班时间", "海湾8路延至火车东站"])
    #expect(headline.width == nil)
    #expect(headline.isLong)
  }

  @Test func `fourteen characters are held, fifteen are not`() {
    #expect(Headline([String(repeating: "字", count: Headline.heldMax)]).width == 14)
    #expect(Headline([String(repeating: "字", count: Headline.heldMax + 1)]).width == nil)
  }

  @Test func `twenty-four characters keep the rank, one more loses it`() {
    let line = String(repeating: "字", count: 12)
    #expect(!Headline([line, line]).isLong)
    #expect(Headline([line, line + "多"]).isLong)
  }

  @Test func `a short name still has room to be large`() {
    #expect(Headline(["更正"]).width == 4)
  }

  @Test func `Latin letters and figures count about half`() {
    #expect(Headline.width("2026") < 2.5)
    #expect(Headline.width("“字”") == 3)
  }

  @Test func `a screen reader hears lines apart`() throws {
    let page = try Gallery().text("/article/")
    #expect(page.contains("<span class=\"ln\">两百条船回港过年</span> <span class=\"ln\">退大潮也靠得上岸</span>"))
  }
}

struct NumeralsTests {
  @Test(arguments: [(0, "0"), (999, "999"), (1_000, "1,000"), (276_413, "276,413"), (-1_234, "-1,234")])
  func `numbers are grouped by three`(number: Int, text: String) { #expect(Numerals.grouped(number) == text) }

  @Test(arguments: [(0, "1 KB"), (640_000, "640 KB"), (999_600, "1.0 MB"), (1_840_000, "1.8 MB")])
  func `sizes are said in the unit a reader knows`(bytes: Int, text: String) { #expect(Numerals.bytes(bytes) == text) }

  @Test(arguments: [(34.04, "34"), (0.25, "0.3"), (-1.5, "-1.5"), (1_600, "1600")])
  func `coordinates carry no needless digits`(number: Double, text: String) { #expect(Numerals.short(number) == text) }
}

struct DateTextTests {
  private func dates(_ language: String) throws -> DateText {
    DateText(words: try Theme.builtIn().words(for: language))
  }

  @Test func `days are said in the reader's language`() throws {
    let day = Cast.day("2026-03-05")
    #expect(try dates("zh-Hans").withWeekday(day) == "2026年3月5日 星期四")
    #expect(try dates("en").withWeekday(day) == "Thursday, 5 March 2026")
    #expect(try dates("zh-Hant").short(day) == "3月5日")
  }

  @Test func `issues are named by number, run, kind and running number`() throws {
    let dates = try dates("zh-Hans")
    #expect(dates.numbers(Cast.issue) == "第5期 · 总第121期")
    #expect(dates.number(Cast.head("2026-02-05", number: 3, to: 4, kind: .combined)) == "第3–4期合刊")
    #expect(dates.number(Cast.head("2026-02-05", kind: .supplement)) == "号外")
    #expect(dates.numbers(Cast.head("2026-02-05")).isEmpty)
    #expect(dates.named(Cast.head("2026-02-05")) == "2月5日")
  }
}

struct AddressWordsTests {
  @Test(arguments: [
    ("/html/2019-05/21/harbour-bridge_4750.htm", "harbour bridge"), ("/内容/渡口老街.html", "内容 渡口老街"),
    ("/content/2026-03/05/000001.html", ""), ("/", ""), ("/a/b/c", ""),
    ("/one/two/three/four/five/six/seven", "one two three four five six"),
  ])
  func `a lost address gives its words to the search`(path: String, words: String) {
    #expect(AddressWords.words(of: path) == words)
  }
}
