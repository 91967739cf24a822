import Foundation
import Model
import TestSupport
import Testing

@testable import Press

/// 更正, 答辩 and 撤稿 as readers subscribe to them.
@Suite struct CorrectionFeedTests {
  private let words = Result { try Theme.builtIn().words(for: "zh-Hans") }
  private let permalink = "https://haiwan.example/content/2026-03/05/002401.html"
  private let correction = Correction(date: Cast.day("2026-03-06"), text: "第四段泊位数原作“63个”，应为“36个”。")

  private func ledger(_ entries: [LedgerEntry]) -> LedgerReading { LedgerReading(entries: entries) }

  private func line(_ correction: Correction, made: Date? = nil) -> LedgerEntry {
    LedgerEntry(
      story: Cast.stories[0][0], date: correction.date, made: made, text: correction.text, isWithdrawal: false,
      kind: correction.kind)
  }

  private func feed(_ entries: [LedgerEntry], _ settings: Settings = Cast.settings) throws -> Feed {
    Feed(ledger(entries), settings, try words.get())
  }

  @Test func `an entry says what was corrected, when and how, and leads to where it stands`() throws {
    let feed = try feed([line(correction)])
    let address = "\(permalink)#\(correction.anchor)"
    let tree = try #require(XMLTree.parse(feed.atom))
    let entry = try #require(tree["entry"])
    #expect(tree["title"]?.text == "海湾半月刊 · 更正与撤稿")
    #expect(tree["id"]?.text == "https://haiwan.example/feeds/corrections/atom.xml")
    #expect(tree.all("link").contains { $0.attributes["href"] == "https://haiwan.example/corrections/" })
    #expect(entry["title"]?.text == "更正：两百条船回港过年\u{3000}退大潮也靠得上岸")
    #expect(entry["summary"]?.text == correction.text)
    #expect(entry["id"]?.text == address && entry["link"]?.attributes["href"] == address)
    let item = try #require(XMLTree.parse(feed.rss)?["channel"]?["item"])
    #expect(item["guid"]?.text == address && item["description"]?.text == correction.text)
    #expect(item["category"]?.text == "更正")
    let shown = try #require(feed.json["items"]?.array?.first)
    #expect(shown["id"]?.string == address && shown["content_text"]?.string == correction.text)
  }

  @Test func `the place that an entry leads to is on the story's page, and a withdrawal's on the page that says so`()
    throws
  {
    var reading = Cast.articleReading
    let reply = Correction(date: Cast.day("2026-03-07"), text: "施工方：工期并未延误。", kind: .reply)
    reading.article.corrections = [reply, correction, correction]
    let gallery = try Gallery()
    let page = String(decoding: gallery.renderer.article(reading, today: gallery.today).body, as: UTF8.self)
    for said in [reply, correction] {
      #expect(page.matches(of: try Regex("id=\"\(said.anchor)\"")).count == 1, "\(said.anchor)")
    }
    #expect(gallery.text("/gone/").contains("id=\"\(Withdrawal.anchor)\""))
    #expect(reply.anchor.hasPrefix("reply-") && reply.anchor != Correction(date: reply.date, text: reply.text).anchor)
  }

  @Test func `an entry is dated by the instant that is known, else by the beginning of its day`() throws {
    let made = Cast.instant("2026-03-06").addingTimeInterval(3_600)
    let tree = try #require(XMLTree.parse(try feed([line(correction, made: made), line(correction)]).atom))
    #expect(tree.all("published").map(\.text) == ["2026-03-06T07:00:00+08:00"])
    let imported = try #require(XMLTree.parse(try feed([line(correction)]).atom))
    #expect(imported.all("published").map(\.text) == ["2026-03-06T00:00:00+08:00"])
  }

  @Test func `a withdrawn story stands with its reason and nothing else of it`() throws {
    let entry = try #require(Cast.ledgerReading.entries.first { $0.isWithdrawal })
    let feed = try feed([entry])
    for format in FeedFormat.allCases {
      let text = String(decoding: feed.bytes(format), as: UTF8.self)
      #expect(text.contains("已撤回：海堤公园") && text.contains("002405.html#withdrawn"), "\(format)")
      #expect(text.contains("开放时间有变，原稿不再有效"), "\(format)")
      #expect(entry.story.summary.isEmpty || !text.contains(entry.story.summary), "\(format)")
    }
  }

  @Test func `there are no more entries than the paper sets, and its state changes with its stories`() throws {
    var settings = Cast.settings
    settings.feeds.itemsMax = 2
    let lines = (1...3).map { line(Correction(date: correction.date, text: "第\($0)处")) }
    #expect(try feed(lines, settings).entries.map(\.summary) == ["第1处", "第2处"])
    var later = line(correction)
    later.story.modified = Cast.instant("2026-03-09")
    #expect(try feed(lines + [later]).modified == Cast.instant("2026-03-09"))
    #expect(try feed([]).modified == nil)
  }

  @Test func `the ledger and the list of feeds lead to it`() throws {
    let gallery = try Gallery()
    for format in FeedFormat.allCases {
      let path = Address.feed(format, .corrections).link
      let alternate = "<link rel=\"alternate\" type=\"\(format.mediaType)\" title=\"海湾半月刊 更正与撤稿\" href=\"\(path)\">"
      #expect(gallery.text("/corrections/").contains(alternate), "\(format)")
      #expect(gallery.text("/feeds/").contains("<a href=\"\(path)\" aria-label=\"更正与撤稿 "), "\(format)")
    }
    #expect(gallery.text("/corrections/").contains("<a class=\"more\" href=\"/feeds/corrections/atom.xml\">订阅</a>"))
  }

  @Test func `whatever was said, the feed parses and names nothing twice`() throws {
    let words = try words.get()
    try holds(rounds: 60) { dice in
      let lines = dice.some(0...5) { dice in
        LedgerEntry(
          story: dice.card(), date: dice.recentDay(), text: dice.hostile(), isWithdrawal: dice.once(in: 3),
          kind: dice.one(of: CorrectionKind.allCases))
      }
      let feed = Feed(ledger(lines + lines), dice.settings(), words)
      let ids = try #require(XMLTree.parse(feed.atom), "\(dice)").all("entry").map { $0["id"]?.text ?? "" }
      #expect(Set(ids).count == ids.count && ids.count <= lines.count, "\(dice)")
      #expect(XMLTree.parse(feed.rss) != nil, "\(dice)")
      #expect(try JSON(bytes: feed.bytes(.json)) == feed.json, "\(dice)")
    }
  }
}
