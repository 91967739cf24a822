import TestSupport
import Testing

@testable import Press

@Suite struct XMLWriterTests {
  @Test func `any text reads back as it was, without what XML forbids`() throws {
    try holds(rounds: 500) { dice in
      let (text, value) = (dice.hostile(0...60), dice.hostile(0...60))
      var writer = XMLWriter()
      writer.element("a", [("b", value)], text: text)
      let tree = try #require(XMLTree.parse(writer.bytes), "\(dice)")
      #expect(Array(tree.text.utf8) == Array(allowed(text).utf8), "\(dice)")
      #expect(Array((tree.attributes["b"] ?? "").utf8) == Array(allowed(value).utf8), "\(dice)")
    }
  }

  @Test func `elements lie within each other`() throws {
    var writer = XMLWriter()
    writer.element("a") { a in
      a.empty("b", [("c", "1")])
      a.element("d") { $0.element("e", text: "二") }
    }
    let tree = try #require(XMLTree.parse(writer.bytes))
    #expect(tree.children.map(\.name) == ["b", "d"])
    #expect(tree["d"]?["e"]?.text == "二")
  }

  private func allowed(_ text: String) -> String {
    var out = String.UnicodeScalarView()
    out.append(
      contentsOf: text.unicodeScalars.filter { scalar in
        switch scalar.value {
        case 9, 10, 13: true
        case 0..<0x20, 0xFFFE, 0xFFFF: false
        default: true
        }
      })
    return String(out)
  }
}
