import Markup
import TestSupport
import Testing

@Suite struct XMLTests {
  private func tree(_ text: String, _ prefixes: [String: String] = [:]) throws -> Element {
    try XML.tree(of: Array(text.utf8), prefixes: prefixes)
  }

  @Test func `names carry the prefix of their namespace, however the file calls it`() throws {
    let text = "<x:a xmlns:x='urn:one' xmlns:y='urn:two' x:k='1' k='2'><x:b/><y:c/><d>e &amp; &#20013;</d></x:a>"
    let root = try tree(text, ["urn:one": "w"])
    #expect(root.name == "w:a")
    #expect(root["w:k"] == "1" && root["k"] == "2" && root["none"] == nil)
    #expect(root.elements.map(\.name) == ["w:b", "?:c", "d"])
    #expect(root.text == "e & 中")
  }

  @Test func `text stands in order, with what CDATA holds`() throws {
    let root = try tree("<a>一<b>二</b><![CDATA[<三>]]></a>")
    #expect(root.text == "一二<三>")
    #expect(root.children.count == 3)
  }

  @Test func `a document type is refused, with all that it could declare`() throws {
    let laughs = "<!DOCTYPE a [<!ENTITY x 'ha'><!ENTITY y '&x;&x;&x;'>]><a>&y;</a>"
    #expect(throws: XML.Failure.documentType) { try tree(laughs) }
    let outside = "<!DOCTYPE a SYSTEM 'file:///etc/passwd'><a/>"
    #expect(throws: XML.Failure.documentType) { try tree(outside) }
    #expect(throws: XML.Failure.damaged(line: 1)) { try tree("<a>&unknown;</a>") }
  }

  @Test func `what is not whole is told with its line`() throws {
    #expect(throws: XML.Failure.damaged(line: 3)) { try tree("<a>\n<b>\n</a>") }
    #expect(throws: XML.Failure.self) { try tree("") }
    #expect(throws: XML.Failure.self) { try tree("<a>") }
    #expect(throws: XML.Failure.self) { try tree("text") }
  }

  @Test func `elements stand no deeper in each other than the limit`() throws {
    func nested(_ depth: Int) -> String {
      String(repeating: "<a>", count: depth) + String(repeating: "</a>", count: depth)
    }
    #expect(try tree(nested(XML.depthMax)).name == "a")
    #expect(throws: XML.Failure.tooDeep) { try tree(nested(XML.depthMax + 1)) }
  }

  @Test func `a file has no more parts than the limit`() throws {
    let many = "<a>" + String(repeating: "<b/>", count: XML.nodesMax) + "</a>"
    #expect(throws: XML.Failure.tooMany) { try tree(many) }
  }

  @Test func `cut and flipped files give a tree or a failure, and nothing else`() {
    let whole = Array("<?xml version='1.0'?><w:a xmlns:w='urn:w' w:b='中'>text<w:c/>&lt;<![CDATA[x]]></w:a>".utf8)
    holds { dice in
      var bytes = whole
      if dice.once(in: 2) { bytes.removeLast(dice.number(0...bytes.count)) }
      for _ in 0..<dice.number(1...4) where !bytes.isEmpty {
        bytes[dice.number(0...(bytes.count - 1))] = UInt8(dice.number(0...255))
      }
      // Any outcome but a crash.
      _ = try? XML.tree(of: bytes)
    }
  }
}
