import Model
import TestSupport
import Testing

@testable import Press

@Suite struct APITests {
  private let documents = APIDocuments(Cast.settings) { body, _ in "<p>\(body.blocks.count)</p>" }
  private let check = SchemaCheck(OpenAPI.document(settings: Cast.settings))

  private var query: ArticlesQuery {
    get throws { try ArticlesQuery([(name: "limit", value: "2"), (name: "section", value: "要闻/海湾")]) }
  }

  @Test func `every answer has the shape that the description gives it`() throws {
    let heads = [Cast.laterIssue, Cast.issue, Cast.head("2026-01-20", number: 1, to: 2, kind: .combined, title: "合刊")]
    let answers: [(String, JSON)] = [
      ("Publication", documents.publication(latest: nil)),
      ("Publication", documents.publication(latest: Cast.issue)), ("Issues", documents.issues(heads)),
      ("Issues", documents.issues([])), ("IssueWithStories", documents.issue(Cast.issueReading(withPictures: true))),
      ("IssueWithStories", documents.issue(Cast.unpagedReading)),
      ("PageWithHotspots", documents.page(Cast.pageReading())),
      ("Articles", documents.articles(Cast.stories[0], next: 2_405, of: try query)),
      ("Articles", documents.articles([], next: nil, of: try query)),
      ("Article", documents.article(Cast.articleReading)), ("Article", documents.article(Cast.plainReading)),
      ("Search", documents.search(Cast.searchReading)),
      ("Withdrawn", documents.withdrawn(Withdrawal(date: Cast.day("2026-03-07"), reason: "有误"), serial: 2_401)),
    ]
    for (name, answer) in answers {
      #expect(check.faults(try JSON(text: answer.text), named: name) == [], "\(name)")
    }
  }

  @Test func `whatever stands in a story, its answer keeps its shape`() throws {
    try holds(rounds: 60) { dice in
      let html = dice.hostile()
      let documents = APIDocuments(dice.settings()) { _, _ in html }
      let article = documents.article(dice.articleReading())
      #expect(check.faults(try JSON(text: article.text), named: "Article") == [], "\(dice)")
      let list = documents.articles(dice.some(0...4) { $0.card() }, next: dice.number(1...99), of: try query)
      #expect(check.faults(try JSON(text: list.text), named: "Articles") == [], "\(dice)")
    }
  }

  @Test func `a story gives its body as blocks, HTML and text`() {
    let article = documents.article(Cast.articleReading)
    #expect(Body(json: article["body"] ?? .null) == Cast.harbourBody)
    #expect(article["html"]?.string == "<p>\(Cast.harbourBody.blocks.count)</p>")
    #expect(article["text"]?.string == Cast.harbourBody.plainText)
    #expect(article["author_paths"]?.array?.first?.string == "/authors/%E6%9E%97%E6%B1%90/")
  }

  @Test func `of a withdrawn story only the headline is left in a list`() throws {
    var card = Cast.stories[0][4]
    card.summary = "原来的摘要"
    card.bylines = [Cast.reporter]
    card.picture = Cast.harbour
    let story = documents.card(card)
    #expect(story["summary"]?.string == "" && story["bylines"]?.array == [] && story["picture"] == .null)
    #expect(story["withdrawal"]?["reason"]?.string == "开放时间有变，原稿不再有效")
    #expect(!story.text.contains("原来的摘要"))
  }

  @Test func `the next run is asked for with the same question`() throws {
    let answer = documents.articles(Cast.stories[0], next: 2_405, of: try query)
    #expect(
      answer["next"]?.string == "https://haiwan.example/api/v1/articles?after=2405&limit=2&section="
        + "%E8%A6%81%E9%97%BB%2F%E6%B5%B7%E6%B9%BE")
  }

  @Test func `every shape that is named is described, and every description is used`() throws {
    let document = OpenAPI.document(settings: Cast.settings)
    func references(_ json: JSON) -> Set<String> {
      switch json {
      case .array(let values): values.reduce(into: []) { $0.formUnion(references($1)) }
      case .object(let values):
        values.reduce(into: Set(values["$ref"]?.string.map { [$0] } ?? [])) { $0.formUnion(references($1.value)) }
      default: []
      }
    }
    let named = Set(check.schemas.keys.map { "#/components/schemas/\($0)" })
    #expect(references(document) == named)
  }

  @Test func `the signed heads are described as they stand, at the site's own address`() throws {
    let renderer = try Gallery().renderer
    let chain = String(repeating: "0a", count: 32)
    let head = try RecordKey().head(day: Cast.day("2026-03-05"), number: 1_204, chain: chain)
    for reading in [
      RecordHeadsReading(heads: [head], latest: (number: 1_210, chain: chain)),
      RecordHeadsReading(heads: [], latest: nil),
    ] {
      #expect(check.faults(try JSON(bytes: renderer.record(reading).body), named: "Record") == [])
    }
    let path = OpenAPI.document(settings: Cast.settings)["paths"]?["/.well-known/broadsheet-record"]
    #expect(path?["servers"]?.array?.map { $0["url"]?.string } == ["https://haiwan.example"])
  }

  @Test func `every address of the interface is described`() throws {
    guard case .object(let paths)? = OpenAPI.document(settings: Cast.settings)["paths"] else {
      Issue.record("no paths")
      return
    }
    let addresses: [APIAddress] = [
      .publication, .issues, .issue(Cast.issue.key), .page(Cast.issue.key, 1), .articles, .article(2_401), .mostRead,
      .search, .openAPI,
    ]
    let printed = addresses.map {
      Address.api($0).path.replacing("/api/v1", with: "").replacing("2026-03-05", with: "{key}")
        .replacing("/pages/1", with: "/pages/{number}").replacing("2401", with: "{serial}")
    }
    #expect(Set(paths.keys) == Set(printed + ["/.well-known/broadsheet-record"]))
    for (path, operations) in paths {
      let answers = operations["get"]?["responses"]
      #expect(answers?["200"] != nil && answers?["304"] != nil && answers?["405"] != nil, "\(path)")
    }
    #expect(paths["/articles/{serial}"]?["get"]?["responses"]?["410"] != nil)
    #expect(paths["/articles"]?["get"]?["responses"]?["400"] != nil)
  }
}

@Suite struct ArticlesQueryTests {
  private func read(_ name: String, _ value: String) -> ArticlesQuery? {
    try? ArticlesQuery([(name: name, value: value)])
  }

  @Test func `numbers are taken within their bounds and refused one step beyond`() {
    #expect(read("limit", "1")?.limit == 1 && read("limit", "100")?.limit == 100)
    #expect(read("limit", "0") == nil && read("limit", "101") == nil)
    #expect(read("after", "0")?.after == 0 && read("after", "999999999999")?.after == 999_999_999_999)
    #expect(read("after", "1000000000000") == nil)
    #expect(read("year", "9999")?.year == 9_999 && read("year", "10000") == nil && read("year", "0") == nil)
    for text in ["", " 5", "+5", "-1", "5.0", "1e2", "０", "0x10", "null", String(repeating: "9", count: 99)] {
      #expect(read("limit", text) == nil, "\(text)")
    }
  }

  @Test func `names are taken up to eighty characters`() {
    #expect(read("section", String(repeating: "版", count: 80))?.section?.count == 80)
    #expect(read("section", String(repeating: "版", count: 81)) == nil)
    #expect(read("author", "") == nil)
  }

  @Test func `what stands twice is refused, what is not known is passed over`() {
    let twice = [(name: "limit", value: "5"), (name: "limit", value: "5")]
    #expect(throws: ArticlesQuery.Fault(parameter: "limit", message: "limit stands twice.")) {
      try ArticlesQuery(twice)
    }
    #expect((try? ArticlesQuery([(name: "utm_source", value: "x"), (name: "utm_source", value: "y")])) != nil)
    #expect((try? ArticlesQuery([]))?.limit == ArticlesQuery.limitStandard)
  }
}
