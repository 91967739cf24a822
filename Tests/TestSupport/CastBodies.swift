package import Model

/// Texts with every kind of block.
extension Cast {
  package static let harbourText =
    "正月十五一早，潮水退到一年里最低的那条线。往年这个时辰，东澳渔港的船都要在外海漂着，等水涨回来才敢进港。今年没有等。"
    + "六点四十分，第一条船贴着三号码头靠了岸，舱里的带鱼还带着凉气。"

  package static var harbourBody: Body {
    Body([
      .note(.editor, [paragraph("东澳渔港是本区最老的渔港，也是许多读者的来处。从本期起，我们跟着回港的船走一圈，看看水深了以后，岸上有什么跟着变。")]),
      paragraph(harbourText),
      paragraph(
        "“我在这里靠了二十六年船，头一回不用看潮水的脸色。”船主阮阿满把缆绳绕上新换的系船柱，说话时没有抬头。"
          + "清淤队从前年二月进场，先后挖走淤泥八十三万立方米，相当于把半条望潮街填到三层楼高。"),
      .figure(
        Figure(
          media: .stored(harbour.name), alternative: "退潮时的东澳渔港，渔船靠在三号码头",
          caption: "清淤以后的港池。渔船满载吃水2.6米，从前退大潮时离港底只剩一掌。", credit: "许岸青 摄")),
      .subheading(level: 2, [.text("早两个钟头，鱼就是另一个价")]),
      .paragraph([
        .text("港池变深以后，最先变的是鱼价。一船货早两个钟头上岸，赶得上城里的早市。码头过磅员何　苇翻出去年和今年的登记簿：同样是正月里的带鱼，每公斤高出三元二角。“鱼没有变，变的是钟点。”她说，这笔账"),
        .emphasis([.text("每条船都会算")]), .text("。"),
      ]),
      .table(
        Table(
          hasHeader: true, alignments: [.start, .end, .end, .end],
          rows: [
            ["年份", "靠岸船次", "平均等潮（分）", "带鱼（元/公斤）"], ["2024", "1,204", "118", "21.6"],
            ["2025", "1,377", "64", "23.1"], ["2026", "1,902", "0", "24.8"],
          ].map { row in row.map { [.text($0)] } })),
      .subheading(level: 2, [.text("挖出来的泥去了哪里")]),
      .paragraph(
        [.text("八十三万立方米淤泥没有运去外海。一半筛过以后垫高了后塘的盐碱地，另一半装进土工袋，码成三公里长的缓坡，种上了")]
          + link("/content/2026-03/05/002412.html", "候鸟认得的那种碱蓬") + [.text("。做监测的许岸青说，泥里的贝壳最深的一层，测出来有四百多年。")]),
      .list(ordered: false, items: [[paragraph("后塘垫高六十厘米")], [paragraph("缓坡三公里，碱蓬两千一百亩")]]),
      .quote([paragraph("退大潮，水深4.6米。进港六十一条，没有一条在等。")]),
      .gallery([
        Figure(media: .stored(lighthouse.name), alternative: "清晨的灯塔", caption: "灯塔，六点四十分。"),
        Figure(media: .stored(tall.name), alternative: "系船柱", caption: "新换的系船柱。", credit: "许岸青 摄"),
      ]),
      .rule,
      .verse([["雷在云里翻了个身", "滩上的洞都醒了"].map { [.text($0)] }]),
      .audio(Recording(media: .stored(recording.name), title: "听：退潮时的港口")),
      .note(.background, [paragraph("东澳渔港建于1951年，清淤前最大水深2.8米。")]),
      .paragraph([
        .text("淤泥含水率以w"), .subscript([.text("0")]), .text("计，每10"), .superscript([.text("4")]), .text("立方米取样一次。"),
      ]),
    ])
  }

  private static func link(_ address: String, _ text: String) -> [Inline] {
    LinkTarget(address).map { [.link(target: $0, [.text(text)])] } ?? [.text(text)]
  }
}
