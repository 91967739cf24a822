import Foundation
import Model
import Testing

@Test func `characters are counted as Word counts 字数`() throws {
  let file = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Fixtures/typing/counts.json")
  let cases = try JSON(bytes: Array(Data(contentsOf: file))).array ?? []
  #expect(cases.count > 20)
  for one in cases {
    let text = one.array?.first?.string ?? ""
    #expect(CharacterCount.of(text) == one.array?.last?.integer, "\(text)")
  }
}

@Test func `head and body are counted apart`() {
  let copy = Copy(
    kicker: "望潮里", headline: ["改了九遍", "点头 OK"], subhead: "副题",
    body: Body([
      .paragraph([.text("一"), .strong([.text("二")])]), .list(ordered: false, items: [[.paragraph([.text("三四")])]]),
      .note(.editor, [.paragraph([.text("编者按。")])]), .rule,
    ]))
  let count = CharacterCount(copy)
  #expect(count.kicker == 3 && count.headline == [4, 3] && count.subhead == 2 && count.body == 8)
  #expect(count.whole == 20)
}
