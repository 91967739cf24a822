import Model
import Testing

@testable import Press

/// What was typed stands in the form that it was typed in, and nowhere else.
@Suite struct RefusedFormTests {
  private static let page = """
    <form method="get" action="/a"><input name="q" value=""></form>
    <form method="post" action="/a"><input type="hidden" name="story" value="1"><input name="page" value="3"></form>
    <details class="fold"><summary>x</summary><form method="post" action="/a" id="two">
    <input type="hidden" name="story" value="2"><input type="hidden" name="seen" value="9">
    <label><span>Page</span><input class="in" name="page" value="4" required></label>
    <textarea name="text">old</textarea>
    <select name="kind"><option value="a" selected>A</option><option value="b">B</option></select>
    <fieldset><legend>Boxes</legend><input type="checkbox" name="box" value="1" checked>
    <input type="checkbox" name="box" value="2"></fieldset>
    <input type="password" name="password"></form></details>
    <input name="far" form="two" value="">
    <script type="application/json">{"a":"</b> <input name=page>"}</script>
    """

  @Test func `values go back into the form whose own values were sent, and it is unfolded`() {
    let filled = RefusedFormTests.filled(place: "")
    #expect(filled.contains(#"<input name="page" value="3">"#), "the other form of the same path stays")
    #expect(filled.contains(#"<details class="fold" open>"#))
    #expect(filled.contains(#"<input class="in" name="page" required value="&quot;&gt;7">"#))
    #expect(filled.contains("<textarea name=\"text\">\n\nfirst line</textarea>"))
    #expect(filled.contains(#"<option value="a">A</option><option selected value="b">B</option>"#))
    #expect(filled.contains(#"</legend><input name="box" type="checkbox" value="1">"#))
    #expect(filled.contains(#"<input checked name="box" type="checkbox" value="2">"#))
    #expect(filled.contains(#"<input form="two" name="far" value="away">"#))
    #expect(filled.contains(#"<input type="password" name="password">"#) && !filled.contains("secret"))
    #expect(filled.contains(#"name="seen" type="hidden" value="5""#))
    #expect(filled.hasSuffix("<script type=\"application/json\">{\"a\":\"</b> <input name=page>\"}</script>"))
    #expect(!filled.contains("class=\"fault\""))
  }

  @Test func `what was looked at before is forgotten where it is not the latest any more`() {
    #expect(RefusedFormTests.filled(place: "", isStale: true).contains(#"name="seen" value="9""#))
  }

  @Test func `the refusal stands behind its field, of boxes before the first`() {
    let fault = #"<span class="fault" id="refused">a &lt;b&gt;</span>"#
    let text = RefusedFormTests.filled(place: "page")
    let mark = #"<input aria-describedby="refused" aria-invalid="true" autofocus class="in" name="page""#
    #expect(text.contains(mark) && text.contains(#"value="&quot;&gt;7">"# + fault + "</label>"))
    #expect(RefusedFormTests.filled(place: "text").contains("</textarea>" + fault))
    #expect(RefusedFormTests.filled(place: "kind").contains("</select>" + fault))
    #expect(RefusedFormTests.filled(place: "box").contains("</legend>" + fault))
    #expect(!RefusedFormTests.filled(place: "story").contains(fault), "what is hidden says nothing")
  }

  @Test func `a page without the form stays as it is`() {
    let typed = TypedForm(action: "/b", entries: [], place: "page", fault: Wording("", ""), isStale: false)
    #expect(PageForm.best(for: typed, among: PageTags.of(Array(RefusedFormTests.page.utf8))) == nil)
    for cut in 0..<RefusedFormTests.page.utf8.count {
      _ = PageTags.of(Array(RefusedFormTests.page.utf8.prefix(cut)))
    }
  }

  private static func filled(place: String, isStale: Bool = false) -> String {
    let typed = TypedForm(
      action: "/a",
      entries: [
        ("csrf", "k"), ("story", "2"), ("seen", "5"), ("page", "\">7"), ("text", "\nfirst line"), ("kind", "b"),
        ("box", "2"), ("password", "secret"), ("far", "away"),
      ].map { TypedForm.Entry(name: $0.0, value: $0.1) }, place: place, fault: Wording("a <b>", "甲"),
      isStale: isStale)
    let bytes = Array(page.utf8)
    let tags = PageTags.of(bytes)
    guard let form = PageForm.best(for: typed, among: tags) else { return "" }
    var filling = FormFilling(page: bytes, tags: tags, form: form, typed: typed)
    return String(decoding: filling.filled(fault: "a <b>"), as: UTF8.self)
  }
}
