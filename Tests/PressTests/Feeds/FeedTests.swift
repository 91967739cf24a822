import Foundation
import Model
import TestSupport
import Testing

@testable import Press

@Suite struct FeedTests {
  private let items = Cast.stories.flatMap { $0 }.map { FeedItem(card: $0, body: Cast.harbourBody, media: [:]) }

  private func feed(
    _ items: [FeedItem], _ scope: FeedScope = .paper, _ settings: Settings = Cast.settings
  ) -> Feed {
    Feed(scope, items, settings) { body, media in
      body.html(media: { media[$0] }, labels: labels, prefix: settings.site.baseURL)
    }
  }

  private let labels = BodyLabels(
    editorNote: "编者按", backgroundNote: "背景", colon: "：", table: "表", gallery: "组图", recording: "录音")

  @Test func `an Atom entry has its permalink as id, its dates with their zone, names and text`() throws {
    let tree = try #require(XMLTree.parse(feed(items).atom))
    let entry = try #require(tree["entry"])
    #expect(tree["id"]?.text == "https://haiwan.example/feeds/atom.xml")
    #expect(tree.attributes["xml:lang"] == "zh-Hans")
    #expect(entry["id"]?.text == "https://haiwan.example/content/2026-03/05/002401.html")
    #expect(entry["title"]?.text == "两百条船回港过年\u{3000}退大潮也靠得上岸")
    #expect(entry["published"]?.text == "2026-03-05T06:00:00+08:00")
    #expect(entry["author"]?["name"]?.text == "林汐")
    #expect(entry["content"]?.attributes["type"] == "html")
    #expect(entry["content"]?.text.contains("href=\"https://haiwan.example/content/2026-03/05/002412.html\"") == true)
  }

  @Test func `an RSS item has its permalink as guid and a date as mail writes it`() throws {
    let tree = try #require(XMLTree.parse(feed(items).rss))
    let channel = try #require(tree["channel"])
    let item = try #require(channel["item"])
    #expect(channel["atom:link"]?.attributes["href"] == "https://haiwan.example/feeds/rss.xml")
    #expect(item["guid"]?.text == "https://haiwan.example/content/2026-03/05/002401.html")
    #expect(item["pubDate"]?.text == "Thu, 05 Mar 2026 06:00:00 +0800")
    #expect(item["dc:creator"]?.text == "林汐")
    #expect(item["content:encoded"]?.text.contains("<p>") == true)
    #expect(channel.all("item").count == 17)
  }

  @Test func `a JSON feed says its version and holds the text`() {
    let feed = feed(items).json
    #expect(feed["version"]?.string == "https://jsonfeed.org/version/1.1")
    #expect(feed["items"]?.array?.count == 17)
    #expect(feed["items"]?.array?.first?["content_html"]?.string?.contains("<p>") == true)
    #expect(feed["items"]?.array?.first?["id"]?.string == "https://haiwan.example/content/2026-03/05/002401.html")
  }

  @Test func `a withdrawn story leaves every feed`() {
    #expect(items.contains { $0.card.withdrawal != nil })
    for format in FeedFormat.allCases {
      #expect(!String(decoding: feed(items).bytes(format), as: UTF8.self).contains("002405"))
    }
  }

  @Test func `a paper that gives summaries gives no text`() throws {
    var settings = Cast.settings
    settings.feeds.fullText = false
    let feed = feed(items, .paper, settings)
    for format in FeedFormat.allCases {
      let text = String(decoding: feed.bytes(format), as: UTF8.self)
      #expect(!text.contains("八十三万立方米"), "\(format)")
      #expect(text.contains("今年没有等"), "\(format)")
    }
  }

  @Test func `a feed has no more items than the paper sets`() {
    var settings = Cast.settings
    settings.feeds.itemsMax = 3
    #expect(feed(items, .paper, settings).entries.count == 3)
    settings.feeds.itemsMax = 500
    #expect(feed(items, .paper, settings).entries.count == 17)
  }

  @Test func `a picture is enclosed with its type and size`() throws {
    var item = items[0]
    item.card.picture = Cast.harbour
    let enclosure = try #require(XMLTree.parse(feed([item]).rss)?["channel"]?["item"]?["enclosure"])
    #expect(enclosure.attributes["url"] == "https://haiwan.example/media/\(Cast.harbour.name)")
    #expect(enclosure.attributes["type"] == "image/jpeg")
    #expect(enclosure.attributes["length"] == "\(Cast.harbour.bytes)")
  }

  @Test func `a feed of a section, an author or an issue names it and its own address`() throws {
    let scopes: [(FeedScope, String, String)] = [
      (.section("要闻"), "海湾半月刊 · 要闻", "/feeds/sections/%E8%A6%81%E9%97%BB/atom.xml"),
      (.author("林汐"), "海湾半月刊 · 林汐", "/feeds/authors/%E6%9E%97%E6%B1%90/atom.xml"),
      (.issue(Cast.issue.key), "海湾半月刊 · 2026-03-05", "/feeds/issues/2026-03-05/atom.xml"),
    ]
    for (scope, title, path) in scopes {
      let tree = try #require(XMLTree.parse(feed(items, scope).atom))
      #expect(tree["title"]?.text == title)
      #expect(tree["id"]?.text == "https://haiwan.example" + path)
    }
  }

  @Test func `an empty feed is a feed, and is the same each time`() throws {
    for format in FeedFormat.allCases { #expect(feed([]).bytes(format) == feed([]).bytes(format)) }
    let tree = try #require(XMLTree.parse(feed([]).atom))
    #expect(tree["updated"]?.text == "1970-01-01T08:00:00+08:00")
  }

  @Test func `whatever stands in a story, every feed parses`() throws {
    try holds(rounds: 60) { dice in
      let items = dice.some(0...4) { $0.feedItem() }
      let feed = feed(items, dice.once(in: 2) ? .paper : .section(dice.hostile()), dice.settings())
      let entries = try #require(XMLTree.parse(feed.atom), "\(dice)").all("entry")
      #expect(entries.count == feed.entries.count, "\(dice)")
      #expect(XMLTree.parse(feed.rss) != nil, "\(dice)")
      #expect(try JSON(bytes: feed.bytes(.json)) == feed.json, "\(dice)")
    }
  }
}
