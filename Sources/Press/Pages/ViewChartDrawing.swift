import Foundation
package import Model

/// A drawing of how views came about, in SVG: a bar a day, and the sums as text. It stands on a ground of its own, so
/// that it can be read wherever it is shown.
struct ViewChartDrawing {
  static let (width, height) = (640, 300)
  private static let (left, right, top, bottom) = (20, 620, 84, 212)
  private static let gap = 4

  let reading: ViewChartReading
  /// What was opened: a headline, or an issue.
  let subject: String
  let words: Words
  let dates: DateText
  let accent: Accent

  var bytes: [UInt8] {
    let box = "0 0 \(Self.width) \(Self.height)"
    var xml = XMLWriter()
    xml.element(
      "svg",
      [
        ("xmlns", "http://www.w3.org/2000/svg"), ("viewBox", box), ("width", "\(Self.width)"),
        ("height", "\(Self.height)"), ("role", "img"), ("aria-labelledby", "title desc"), ("lang", words.language),
      ]
    ) { xml in
      xml.element("title", [("id", "title")], text: "\(words("viewChart"))\(words("colon"))\(subject)")
      xml.element("desc", [("id", "desc")], text: description)
      xml.element("style", text: style)
      xml.empty("rect", [("class", "ground"), ("width", "100%"), ("height", "100%")])
      xml.element("text", [("class", "head"), ("x", "\(Self.left)"), ("y", "34")], text: words("viewChart"))
      let most = words("viewChartMost", ["n": Numerals.grouped(highest)])
      xml.element("text", [("class", "note"), ("x", "\(Self.left)"), ("y", "62")], text: most)
      bars(&xml)
      ends(&xml)
      xml.element("text", [("class", "sums"), ("x", "\(Self.left)"), ("y", "276")], text: sums)
    }
    return xml.bytes
  }

  private var highest: Int { reading.bars.map(\.views).max() ?? 0 }

  /// All figures in words, for who hears the drawing.
  private var description: String {
    let days = reading.bars.filter { $0.views > 0 }.map { "\(dates.short($0.day)) \(Numerals.grouped($0.views))" }
    return ([sums] + days).joined(separator: words("listGap"))
  }

  /// `过去24小时 12 · 过去7天 80 · 过去30天 300 · 全部 1,234`.
  private var sums: String {
    ViewPeriod.allCases.map { period in
      "\(words("period_\(period.rawValue)")) \(Numerals.grouped(reading.sums[period] ?? 0))"
    }.joined(separator: " · ")
  }

  private func bars(_ xml: inout XMLWriter) {
    let step = Double(Self.right - Self.left) / Double(max(1, reading.bars.count))
    for (index, bar) in reading.bars.enumerated() where bar.views > 0 {
      let share = Double(bar.views) / Double(max(1, highest))
      let height = max(1, share * Double(Self.bottom - Self.top))
      xml.element(
        "rect",
        [
          ("class", "bar"), ("x", Numerals.short(Double(Self.left) + Double(index) * step)),
          ("y", Numerals.short(Double(Self.bottom) - height)), ("width", Numerals.short(step - Double(Self.gap))),
          ("height", Numerals.short(height)),
        ]
      ) { $0.element("title", text: "\(dates.full(bar.day)) \(Numerals.grouped(bar.views))") }
    }
    let line = [("x1", "\(Self.left)"), ("y1", "\(Self.bottom)"), ("x2", "\(Self.right)"), ("y2", "\(Self.bottom)")]
    xml.empty("line", [("class", "rule")] + line)
  }

  /// The first and the last day under the bars.
  private func ends(_ xml: inout XMLWriter) {
    guard let first = reading.bars.first, let last = reading.bars.last else { return }
    let y = "\(Self.bottom + 22)"
    xml.element("text", [("class", "note"), ("x", "\(Self.left)"), ("y", y)], text: dates.short(first.day))
    xml.element(
      "text", [("class", "note"), ("x", "\(Self.right)"), ("y", y), ("text-anchor", "end")],
      text: dates.short(last.day))
  }

  private var style: String {
    let (ink, faint, rule) = ("#14191b", "#566166", "#cdd4d5")
    let (nightInk, nightFaint, nightRule) = ("#e6ebea", "#a3aeb1", "#38444a")
    let faces = "\"Noto Sans CJK SC\", \"PingFang SC\", \"Microsoft YaHei\", system-ui, sans-serif"
    return """
      text { font: 15px \(faces); fill: \(faint) } .head { font-weight: 700; font-size: 17px; fill: \(ink) }
      .sums { fill: \(ink) } .ground { fill: \(Accent.lightPaper) } .bar { fill: \(accent.light) }
      .rule { stroke: \(rule) }
      @media (prefers-color-scheme: dark) {
      text { fill: \(nightFaint) } .head, .sums { fill: \(nightInk) } .ground { fill: \(Accent.darkPaper) }
      .bar { fill: \(accent.dark) } .rule { stroke: \(nightRule) } }
      """
  }
}

extension Renderer {
  /// How the views of a story came about.
  package func viewChart(_ reading: ViewChartReading, of card: StoryCard) -> Document {
    viewChart(reading, subject: Copy.joined(card.headline))
  }

  /// How the views of an issue's stories came about.
  package func viewChart(_ reading: ViewChartReading, of issue: IssueHead) -> Document {
    viewChart(reading, subject: dates.titled(issue))
  }

  private func viewChart(_ reading: ViewChartReading, subject: String) -> Document {
    let drawing = ViewChartDrawing(reading: reading, subject: subject, words: words, dates: dates, accent: accent)
    return Document(contentType: "image/svg+xml", body: drawing.bytes)
  }

  /// Where a chart is shown, closed until it is wanted.
  func chart(at address: Address) -> LinkView {
    LinkView(href: address.link, text: words("viewChart"), label: words("viewChartAlternative"))
  }
}
