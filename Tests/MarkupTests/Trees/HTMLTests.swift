import Markup
import TestSupport
import Testing

@Suite struct HTMLTests {
  private func body(_ text: String) throws -> Element { try #require(try HTML.tree(of: text).first("body")) }

  @Test func `tags are closed as browsers close them`() throws {
    let body = try body("<p>一<p>二<ul><li>a<li>b</ul>")
    #expect(body.elements.map(\.name) == ["p", "p", "ul"])
    #expect(body.elements.map(\.text) == ["一", "二", "ab"])
  }

  @Test func `unknown tags keep their names, attributes and entities are read, comments are not`() throws {
    let body = try body("<O:P CLASS=x title='a&amp;b'>&nbsp;<!-- no --></O:P>")
    let element = try #require(body.elements.first { _ in true })
    #expect(element.name == "o:p")
    #expect(element["class"] == "x" && element["title"] == "a&b")
    #expect(element.text == "\u{A0}")
  }

  @Test func `an empty text is an empty page`() throws {
    #expect(try HTML.tree(of: "").text.isEmpty)
  }

  @Test func `elements stand no deeper in each other than the limit`() throws {
    // html and body are two of them.
    let deepest = String(repeating: "<div>", count: HTML.depthMax - 2)
    #expect(try HTML.tree(of: deepest + "x").text == "x")
    #expect(throws: HTML.Failure.tooDeep) { try HTML.tree(of: deepest + "<div>x") }
  }

  @Test func `the most tags that there may be, all open, end in a refusal and not in a crash`() throws {
    let open = String(repeating: "<b>", count: HTML.tagsMax)
    #expect(throws: HTML.Failure.tooDeep) { try HTML.tree(of: open) }
    #expect(throws: HTML.Failure.tooManyTags) { try HTML.tree(of: open + "<b>") }
    // A frameset throws away what stands before it.
    let thrown = String(repeating: "<div>", count: HTML.tagsMax - 1) + "<frameset>"
    #expect(throws: HTML.Failure.self) { try HTML.tree(of: thrown + "<b>") }
    // Any outcome but a crash.
    _ = try? HTML.tree(of: thrown)
  }

  @Test func `a text is no longer than the limit`() throws {
    let bytes = HTML.bytesMax + 1
    #expect(throws: HTML.Failure.tooLong(bytes: bytes)) { try HTML.tree(of: String(repeating: "a", count: bytes)) }
  }

  @Test(arguments: ["a%=1", "a%", "a% = 'x>y'", "a%=\">\"", "a%/"])
  func `a tag has no more attributes than the limit, however they are written`(attribute: String) throws {
    func tag(_ count: Int) -> String {
      "<p " + (0..<count).map { attribute.replacing("%", with: "\($0)") }.joined(separator: " ") + ">x"
    }
    let element = try #require(try body(tag(HTML.attributesMax)).elements.first { _ in true })
    #expect(element.attributes.count == HTML.attributesMax)
    // Also where something before it looks as if a quote were open.
    for before in ["", "<!-- <b a=\" -->", "<style><b a='</style>"] {
      #expect(throws: HTML.Failure.tooLongTag) { try HTML.tree(of: before + tag(HTML.attributesMax + 1)) }
    }
  }

  @Test func `a tag is no longer than the limit outside of quotes, and as long as it likes within`() throws {
    let long = String(repeating: "a", count: 20_000)
    #expect(try body("<p class='\(long)'>x").text == "x")
    #expect(throws: HTML.Failure.tooLongTag) { try HTML.tree(of: "<p \(long)>x") }
  }

  @Test func `any text gives a tree or a failure, and nothing else`() {
    let pieces = [
      "<table>", "<tr>", "<td>", "</table>", "<p>", "</p>", "<b>", "</b>", "<a href=x>", "</a>", "<svg>", "<math>",
      "<template>", "</template>", "<select>", "<option>", "<frameset>", "<form>", "</form>", "<!--", "-->",
      "<![CDATA[",
      "<script>", "</script>", "<br/", ">", "&", "&#0;", "&#x110000;", "<p a='", "'", "中", "\u{0}", "<isindex>", "<li>",
    ]
    holds(rounds: 600) { dice in
      let text = dice.some(0...40) { $0.one(of: pieces) }.joined()
      // Any outcome but a crash.
      _ = try? HTML.tree(of: text)
    }
  }
}
