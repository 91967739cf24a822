import Model
import TestSupport
import Testing

@testable import Press

@Suite struct StructuredDataTests {
  private let data = StructuredData(settings: Cast.settings)

  private func things(_ script: String) throws -> [JSON] {
    try #require(try JSON(text: script)["@graph"]?.array)
  }

  @Test func `an article says its page, its issue, its people and its corrections`() throws {
    let things = try things(data.article(Cast.articleReading))
    let article = things[0]
    #expect(article["@type"]?.string == "NewsArticle")
    #expect(article["printPage"]?.string == "1" && article["printSection"]?.string == "要闻")
    #expect(article["author"]?.array?.map { $0["name"]?.string } == ["林汐"])
    #expect(article["contributor"]?.array?.map { $0["name"]?.string } == ["许岸青"])
    #expect(article["editor"]?.array?.first?["name"]?.string == "孟桅")
    #expect(article["correction"]?.array?.first?["datePublished"]?.string == "2026-03-06")
    let issue = try #require(article["isPartOf"])
    #expect(issue["issueNumber"]?.string == "5" && issue["datePublished"]?.string == "2026-03-05")
    #expect(issue["isPartOf"]?["@type"]?.string == "Newspaper" && issue["isPartOf"]?["issn"]?.string == "0000-0019")
    #expect(article["image"]?.array?.first?["width"]?.integer == 1_600)
  }

  @Test func `the way leads from the front through issue and page`() throws {
    let steps = try #require(try things(data.article(Cast.articleReading))[1]["itemListElement"]?.array)
    #expect(steps.compactMap { $0["position"]?.integer } == [1, 2, 3, 4])
    #expect(
      steps.compactMap { $0["item"]?.string } == [
        "https://haiwan.example/", "https://haiwan.example/issues/2026-03-05/",
        "https://haiwan.example/issues/2026-03-05/01/", "https://haiwan.example/content/2026-03/05/002401.html",
      ])
  }

  @Test func `a story of nobody is by the paper`() throws {
    let article = try things(data.article(Cast.plainReading))[0]
    #expect(article["author"]?["name"]?.string == "海湾半月刊社")
    #expect(article["printPage"] == nil)
  }

  @Test func `an issue lists its stories but those withdrawn`() throws {
    let issue = try things(data.issue(Cast.issueReading()))[0]
    #expect(issue["@type"]?.string == "PublicationIssue")
    #expect(issue["hasPart"]?.array?.count == Cast.stories.flatMap { $0 }.filter { $0.withdrawal == nil }.count)
  }

  @Test func `nothing in it can end the element it stands in`() throws {
    try holds(rounds: 100) { dice in
      let data = StructuredData(settings: dice.settings())
      for script in [
        data.article(dice.articleReading()), data.front(), data.way([(name: dice.hostile(), address: .about)]),
      ] {
        #expect(!script.utf8.contains { [0x3C, 0x3E, 0x26].contains($0) }, "\(dice)")
        #expect(!script.unicodeScalars.contains { $0.value < 0x20 || [0x2028, 0x2029].contains($0.value) }, "\(dice)")
        _ = try things(script)
      }
    }
  }

  @Test func `what is printed is what JSON itself prints, keys in order`() throws {
    try holds(rounds: 100) { dice in
      let script = StructuredData(settings: dice.settings()).article(dice.articleReading())
      let printed = ScriptJSON.printed(try JSON(text: script))
      #expect(Array(script.utf8) == printed, "\(dice)")
    }
  }

  @Test func `what was escaped reads back`() throws {
    let text = "</script><!-- & \u{2028}"
    let printed = String(decoding: ScriptJSON.printed(.string(text)), as: UTF8.self)
    #expect(try JSON(text: printed).string == text)
  }
}
