import Foundation
import TestSupport
import Testing

@testable import Markup

@Suite struct CommonMarkTests {
  /// Kinds and lines, a word each, for short comparisons.
  private func outline(_ nodes: [MarkNode]) -> String {
    nodes.map { node in
      let inner = node.children.isEmpty ? "" : "(\(outline(node.children)))"
      return "\(node.kind)@\(node.line)\(inner)"
    }.joined(separator: " ")
  }

  @Test func `blocks know the lines on which they begin`() throws {
    let nodes = try CommonMark.blocks(of: "# 题\n\n一段\n二行\n\n> 引\n\n---\n", lineOffset: 10)
    #expect(nodes.map(\.line) == [11, 13, 16, 18])
    #expect(nodes.map(\.kind) == [.heading(level: 1), .paragraph, .quote, .rule])
    #expect(nodes[1].children.map(\.kind) == [.text("一段"), .softBreak, .text("二行")])
  }

  @Test func `a table has its alignments and a head`() throws {
    let nodes = try CommonMark.blocks(of: "|甲|乙|丙|\n|-|:-:|-:|\n|1|2|3|\n")
    #expect(nodes.map(\.kind) == [.table([.start, .center, .end])])
    #expect(nodes[0].children.map(\.kind) == [.row(isHeader: true), .row(isHeader: false)])
    #expect(
      nodes[0].children[1].children.map { outline($0.children) } == ["text(\"1\")@3", "text(\"2\")@3", "text(\"3\")@3"])
  }

  @Test func `raw HTML comes as text`() throws {
    let nodes = try CommonMark.blocks(of: "<script>x</script>\n\n一<b>二</b>")
    #expect(nodes[0].kind == .htmlBlock("<script>x</script>"))
    #expect(nodes[1].children.map(\.kind) == [.text("一"), .html("<b>"), .text("二"), .html("</b>")])
  }

  @Test func `an unsafe link is told with its address, for the caller to refuse`() throws {
    let nodes = try CommonMark.blocks(of: "[l](javascript:1) ![a](b.jpg \"t\")")
    #expect(nodes[0].children.first?.kind == .link(address: "javascript:1"))
    #expect(nodes[0].children.last?.kind == .image(address: "b.jpg", title: "t"))
  }

  @Test func `a text above the limit is refused`() {
    let text = String(repeating: "a", count: CommonMark.bytesMax + 1)
    #expect(throws: CommonMark.Failure.tooLong(bytes: CommonMark.bytesMax + 1)) { try CommonMark.blocks(of: text) }
  }

  @Test func `a line with more bars than a table has columns is refused`() throws {
    let bars = String(repeating: "|", count: CommonMark.barsMax + 1)
    #expect(throws: CommonMark.Failure.tooWide(line: 2)) { try CommonMark.blocks(of: "a\n" + bars) }
    #expect(try !CommonMark.blocks(of: String(bars.dropLast())).isEmpty)
  }

  @Test func `quotes within quotes beyond the limit are refused with their line`() throws {
    let deep = "一\n\n" + String(repeating: ">", count: CommonMark.depthMax + 10) + " 深"
    #expect(throws: CommonMark.Failure.tooDeep(line: 3)) { try CommonMark.blocks(of: deep) }
    #expect(try !CommonMark.blocks(of: String(repeating: ">", count: 20) + " 浅").isEmpty)
  }

  @Test func `texts that are hard on parsers end soon`() {
    let count = 20_000
    let texts = [
      String(repeating: "[", count: count), String(repeating: "![", count: count),
      String(repeating: "*a_", count: count),
      String(repeating: "[a](", count: count), String(repeating: "`a``", count: count),
      String(repeating: ">", count: count), String(repeating: "- ", count: count),
      String(repeating: "a**b", count: count),
      String(repeating: "<!", count: count), String(repeating: "<?", count: count),
      String(repeating: "&", count: count),
      String(repeating: "_a__", count: count),
      String(repeating: "|", count: count) + "\n" + String(repeating: "|-", count: count),
      String(repeating: "[a]: b\n", count: count),
      (0..<300).map { String(repeating: " ", count: $0) + "* a\n" }.joined(),
      String(repeating: "|a\n|-\n", count: count),
    ]
    for (index, text) in texts.enumerated() {
      let start = Date()
      _ = try? CommonMark.blocks(of: text)
      #expect(Date().timeIntervalSince(start) < 5, "text \(index)")
    }
  }

  @Test func `cut and changed texts never crash`() {
    let source =
      "# 题\n\n> 一 *二* **三**\n\n- a\n  1. b\n\n|a|b|\n|-|:-:|\n|1|2|\n\n```\nx\n```\n![p](q \"r\") [l](m) <b>&amp;\\*"
    holds(rounds: 400) { dice in
      var bytes = Array(source.utf8.prefix(dice.number(0...source.utf8.count)))
      for _ in 0..<dice.number(0...6) where !bytes.isEmpty {
        bytes[dice.number(0...(bytes.count - 1))] = UInt8(dice.number(0...255))
      }
      _ = try? CommonMark.blocks(of: String(decoding: bytes, as: UTF8.self))
    }
  }
}
