import Foundation
import Model
import TestSupport
import Testing

@testable import Press

struct SearchAnswerTests {
  private let documents = APIDocuments(Cast.settings) { _, _ in "" }

  @Test func `a snippet is escaped but for its marks, and a headline is plain text`() throws {
    var hit = try #require(Cast.searchReading.hits.first)
    hit.headline = [MarkedRun(text: "<b>", isMarked: false), MarkedRun(text: "潮", isMarked: true)]
    hit.snippet = [MarkedRun(text: "a < b & ", isMarked: false), MarkedRun(text: "潮\"", isMarked: true)]
    let reading = SearchReading(
      text: "潮", query: SearchQuery("潮"), total: 1, took: .microseconds(1_234), hits: [hit], next: "c1")
    let answer = documents.search(reading)
    let item = try #require(answer["items"]?.array?.first)
    #expect(item["headline"]?.string == "<b>潮")
    #expect(item["snippet"]?.string == "a &lt; b &amp; <mark>潮&quot;</mark>")
    #expect(answer["took_ms"] == .number(1.23) && answer["next"]?.string == "c1")
  }

  @Test func `what is asked is bounded, and what is not known is passed over`() throws {
    let asked = try SearchParameters([
      (name: "q", value: "桥"), (name: "sort", value: "date"), (name: "limit", value: "100"),
      (name: "cursor", value: "x"), (name: "utm_source", value: "mail"),
    ]).request
    #expect(asked.text == "桥" && asked.sort == .date && asked.limit == 100 && asked.cursor == "x")
    for (name, value) in [("limit", "0"), ("limit", "101"), ("limit", "ten"), ("sort", "best")] {
      #expect(throws: ArticlesQuery.Fault.self) { try SearchParameters([(name: name, value: value)]) }
    }
    #expect(throws: ArticlesQuery.Fault.self) {
      try SearchParameters([(name: "q", value: "a"), (name: "q", value: "b")])
    }
  }
}

struct SearchLinksTests {
  @Test func `a filter is added before what was typed, and takes the place of the one before`() {
    let links = SearchLinks(text: "year:2025 桥 -渡口 \"a b\"", sort: .date)
    #expect(
      links.with(.year, "2026")?.removingPercentEncoding == "/search?q=year:2026 桥 -渡口 \"a b\"&sort=date")
    #expect(links.without(.year).removingPercentEncoding == "/search?q=桥 -渡口 \"a b\"&sort=date")
    #expect(links.sorted(by: .relevance).hasSuffix("b%22"))
    #expect(links.with(.author, "Wen Xi")?.contains("author%3A%22Wen%20Xi%22") == true)
    #expect(links.with(.section, "a\"b") == nil)
  }

  @Test func `a query says what a link has set, and no more without it`() throws {
    try holds { dice in
      let text = dice.one(of: ["桥", "栏目：要闻 桥", "作者:\"Wen Xi\" ferry", "Year:2024", "section:\"a b\" -x", ""])
      for (filter, value) in [(SearchLinks.Filter.year, "2026"), (.section, "要 闻"), (.author, "林汐")] {
        let link = try #require(SearchLinks(text: text, sort: .relevance).with(filter, value))
        let query = SearchQuery(try #require(URLComponents(string: link)?.queryItems?.first?.value))
        let before = SearchQuery(text)
        switch filter {
        case .year: #expect(query.year == 2026)
        case .section: #expect(query.section == "要 闻")
        case .author: #expect(query.author == "林汐")
        }
        #expect(query.terms.map(\.text) == before.terms.map(\.text), "\(dice)")
        let bare = SearchQuery(SearchLinks.text(text, without: filter))
        #expect(filter != .year || bare.year == nil)
        #expect(filter != .section || bare.section == nil)
        #expect(filter != .author || bare.author == nil)
      }
    }
  }
}

struct OpenSearchTests {
  @Test func `a browser is told where to search, under a name that it can show`() throws {
    var settings = Cast.settings
    settings.publication.name = String(repeating: "海湾半月刊<&>", count: 9)
    let bytes = OpenSearch(settings: settings, label: "搜索").bytes
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(text.contains("template=\"\(settings.site.baseURL)/search?q={searchTerms}\""))
    let name = try #require(text.firstMatch(of: /<ShortName>(.*)<\/ShortName>/)?.output.1)
    #expect(name.replacing(/&[a-z]+;/, with: "x").count == OpenSearch.shortNameMax)
  }
}
