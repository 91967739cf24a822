import Foundation
import Model
import TestSupport
import Testing

struct BodyHTMLTests {
  static let labels = BodyLabels(
    editorNote: "编者按", backgroundNote: "背景", colon: "：", table: "表格", gallery: "组图", recording: "打开文件")

  private func html(_ blocks: Block..., prefix: String = "", eagerFigures: Int = 0) -> String {
    Body(blocks).html(
      media: { name in Cast.harbour.name == name ? Cast.harbour : name == Cast.recording.name ? Cast.recording : nil },
      labels: BodyHTMLTests.labels, prefix: prefix, eagerFigures: eagerFigures)
  }

  @Test func `a list counts from its first number, and says so only when that is not 1`() throws {
    let items: [[Block]] = [[.paragraph([.text("五")])]]
    #expect(html(.list(ordered: true, start: 5, items: items)) == "<ol start=\"5\">\n<li>五</li>\n</ol>\n")
    #expect(html(.list(ordered: true, items: items)) == "<ol>\n<li>五</li>\n</ol>\n")
    let block = Block.list(ordered: true, start: 0, items: items)
    #expect(Block(json: block.json) == block)
    #expect(Block.list(ordered: true, items: items).json["start"] == nil)
  }

  @Test func `a paragraph keeps its marks`() throws {
    let target = try #require(LinkTarget("https://haiwan.example/a?b=1&c=2"))
    let html = html(
      .paragraph([
        .text("水<深"), .strong([.text("四")]), .emphasis([.text("米")]), .lineBreak, .superscript([.text("2")]),
        .subscript([.text("0")]), .link(target: target, [.text("见")]),
      ]))
    #expect(
      html == "<p>水&lt;深<strong>四</strong><em>米</em><br>\n<sup>2</sup><sub>0</sub>"
        + "<a href=\"https://haiwan.example/a?b=1&amp;c=2\">见</a></p>\n")
  }

  @Test func `a link within a link is its text, and one without text shows its address`() throws {
    let one = try #require(LinkTarget("/a"))
    let other = try #require(LinkTarget("/b"))
    #expect(
      html(
        .paragraph([.link(target: one, [.text("外"), .link(target: other, [.text("里")])]), .link(target: other, [])]))
        == "<p><a href=\"/a\">外里</a><a href=\"/b\">/b</a></p>\n")
  }

  @Test func `an address holds no character that a URL may not`() throws {
    let target = try #require(LinkTarget("/a\"b<c>|d%e%20"))
    #expect(target.encoded == "/a%22b%3Cc%3E%7Cd%25e%20")
  }

  @Test func `verse keeps its lines, a stanza a paragraph`() {
    #expect(
      html(.verse([[[.text("一")], [.text("二")]], [[.text("三")]]]))
        == "<p class=\"verse\">一<br>\n二</p>\n<p class=\"verse\">三</p>\n")
  }

  @Test func `a note is read with its label`() {
    #expect(
      html(.note(.editor, [.paragraph([.text("信到了。")])])).contains(
        "<b>编者按<span class=\"vh\">：</span></b>信到了。</p>"))
  }

  @Test func `a subheading of the third rank before any of the second takes the second`() {
    let html = html(.subheading(level: 3, [.text("一")]), .subheading(level: 3, [.text("二")]))
    #expect(html == "<h2>一</h2>\n<h3>二</h3>\n")
  }

  @Test func `a table stands in a region that keys can reach, by name, and by number where there are several`() {
    let table = Block.table(
      Table(
        hasHeader: true, alignments: [.start, .end],
        rows: [[[.text("年")], [.text("船")]], [[.text("2026")], [.text("9")]]]))
    #expect(html(table).contains("role=\"region\" tabindex=\"0\" aria-label=\"表格\""))
    #expect(html(table).contains("<th scope=\"col\" class=\"end\">船</th>"))
    #expect(html(table, table).contains("aria-label=\"表格 2\""))
  }

  @Test func `a picture is offered in its sizes, in WebP and its own format`() {
    let figure = Block.figure(
      Figure(media: .stored(Cast.harbour.name), alternative: "港", caption: "港口。", credit: "林汐 摄"))
    let html = html(figure, figure, eagerFigures: 1)
    for text in [
      "<source type=\"image/webp\" srcset=\"/media/", " 480w, /media/", " 1600w\"", "width=\"1600\" height=\"1067\"",
      "alt=\"港\"", "loading=\"lazy\"", "<figcaption>港口。 <span class=\"cr\">林汐 摄</span></figcaption>",
    ] {
      #expect(html.contains(text), "\(text)")
    }
    #expect(html.components(separatedBy: "loading=\"lazy\"").count == 2)
  }

  @Test func `a picture that is not stored leaves its caption`() {
    let captioned = html(.figure(Figure(media: .file("a.jpg"), caption: "题")))
    #expect(captioned == "<figure><figcaption>题</figcaption></figure>\n")
    #expect(html(.figure(Figure(media: .file("a.jpg")))).isEmpty)
  }

  @Test func `a recording has controls and loads nothing before it is played`() {
    #expect(
      html(.audio(Recording(media: .stored(Cast.recording.name), title: "听"))).contains(
        "<audio controls preload=\"none\" src=\"/media/\(Cast.recording.name)\" aria-label=\"听\">"))
  }

  @Test func `for readers elsewhere every address of the site is whole`() throws {
    let target = try #require(LinkTarget("/about/"))
    let html = html(
      .paragraph([.link(target: target, [.text("关于")])]), .figure(Figure(media: .stored(Cast.harbour.name))),
      prefix: "https://haiwan.example")
    #expect(html.contains("href=\"https://haiwan.example/about/\""))
    #expect(!html.contains("\"/media") && !html.contains(" /media"))
  }

  @Test func `an unknown block is passed over`() {
    #expect(html(.unknown(.string("<script>"))).isEmpty)
  }

  @Test func `nothing that comes in can be more than text`() {
    let hostile = [
      "<script>alert(1)</script>", "\" onerror=\"x", "'><img src=x onerror=alert(1)>", "\u{301}\" onload=x", "]]>",
      "<!--",
      "javascript:alert(1)", "\u{0}<\u{200D}svg/onload=x>", "{{{body}}}", "&lt;script&gt;",
    ]
    holds(rounds: 500) { dice in
      let body = dice.body().poisoned(&dice, hostile)
      let html = body.html(media: { _ in Cast.tall }, labels: BodyHTMLTests.labels, prefix: "https://haiwan.example")
      let fault = MarkupCheck.fault(html)
      #expect(fault == nil, "\(fault ?? "") \(dice)")
    }
  }
}

extension Body {
  /// The body with hostile text before each of its blocks.
  fileprivate func poisoned(_ dice: inout Dice, _ hostile: [String]) -> Body {
    var blocks: [Block] = []
    for block in self.blocks {
      let text = dice.one(of: hostile)
      let figure = Figure(media: .stored(Cast.tall.name), alternative: text, caption: text, credit: text)
      var inlines = [Inline.text(text)]
      if let target = LinkTarget("https://a.example/\(text)") { inlines.append(.link(target: target, [.text(text)])) }
      blocks += [
        .paragraph(inlines), .figure(figure), .audio(Recording(media: .stored(Cast.tall.name), title: text)),
        .verse([[inlines]]), .subheading(level: 2, inlines), block,
      ]
    }
    return Body(blocks)
  }
}

/// Reads HTML tag by tag, as strictly as our own is written: a known element, known attributes in double quotes, every
/// element closed in order.
enum MarkupCheck {
  private static let attributes: [String: Set<String>] = [
    "p": ["class"], "h2": [], "h3": [], "blockquote": [], "ul": [], "ol": ["start"], "li": [], "table": [], "thead": [],
    "tbody": [], "tr": [], "td": ["class"], "th": ["class", "scope"],
    "div": ["class", "role", "tabindex", "aria-label"],
    "figure": ["class"], "figcaption": [], "picture": [], "source": ["type", "srcset", "sizes"],
    "img": ["src", "srcset", "sizes", "width", "height", "loading", "decoding", "alt"], "b": [], "span": ["class"],
    "strong": [], "em": [], "a": ["href"], "br": [], "hr": [], "sup": [], "sub": [],
    "audio": ["controls", "preload", "src", "aria-label"], "video": ["controls", "preload", "src", "aria-label"],
  ]
  private static let void: Set<String> = ["br", "hr", "img", "source"]

  /// What is not as it should be; nil when nothing is.
  static func fault(_ html: String) -> String? {
    var open: [String] = []
    var rest = Array(html.utf8)[...]
    while let start = rest.firstIndex(of: 0x3C) {
      guard let end = rest[start...].firstIndex(of: 0x3E) else { return "an open bracket is not closed" }
      let tag = String(decoding: rest[(start + 1)..<end], as: UTF8.self)
      rest = rest[(end + 1)...]
      if tag.hasPrefix("/") {
        guard open.popLast() == String(tag.dropFirst()) else { return "</\(tag.dropFirst())> closes nothing" }
        continue
      }
      let name = String(tag.prefix(while: { $0 != " " }))
      guard let allowed = attributes[name] else { return "<\(name)> is not ours" }
      if let fault = fault(inAttributes: tag.dropFirst(name.count), allowed) { return "<\(tag)>: \(fault)" }
      if !void.contains(name) { open.append(name) }
    }
    return open.isEmpty ? nil : "<\(open.joined(separator: "> <"))> is not closed"
  }

  private static func fault(inAttributes text: Substring, _ allowed: Set<String>) -> String? {
    var rest = text
    while !rest.isEmpty {
      guard rest.first == " " else { return "no space before an attribute" }
      rest = rest.dropFirst()
      let name = rest.prefix(while: { $0 != "=" && $0 != " " })
      guard allowed.contains(String(name)) else { return "the attribute \(name)" }
      rest = rest.dropFirst(name.count)
      guard rest.first == "=" else { continue }
      let bytes = Array(rest.dropFirst().utf8)
      guard bytes.first == 0x22, let end = bytes.dropFirst().firstIndex(of: 0x22) else { return "an open quote" }
      let value = String(decoding: bytes[1..<end], as: UTF8.self)
      let safe = ["https://", "http://", "mailto:", "tel:", "#", "/"]
      if name == "href" || name == "src", !safe.contains(where: value.lowercased().hasPrefix) {
        return "the address \(value)"
      }
      rest = Substring(String(decoding: bytes[(end + 1)...], as: UTF8.self))
    }
    return nil
  }
}
