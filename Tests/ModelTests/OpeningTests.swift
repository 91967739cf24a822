import Model
import TestSupport
import Testing

@Test func `a story that opens with a note is shaped by it`() {
  let note = Block.note(.editor, [.paragraph([.text("编者按：今起连载。")])])
  let copy = Copy(headline: ["桥"], body: Body([.figure(picture), note, paragraph("正文。")]))
  #expect(Opening.shape(of: copy) == .note)
  #expect(Opening.blocks(of: copy) == [note])
}

@Test func `a poem is shaped by its verse, a report that quotes one is not`() {
  let verse = Block.verse([[[.text("桥上看月")], [.text("桥下看潮")]]])
  let poem = Copy(headline: ["桥"], body: Body([verse]))
  #expect(Opening.shape(of: poem) == .verse)
  #expect(Opening.blocks(of: poem) == [verse])
  let report = Copy(headline: ["桥"], body: Body([paragraph("一。"), paragraph("二。"), paragraph("三。"), verse]))
  #expect(Opening.shape(of: report) == .news)
  #expect(Opening.blocks(of: report) == [paragraph("一。"), paragraph("二。"), paragraph("三。")])
}

@Test func `long verse is parted between stanzas`() {
  let stanza = Array(repeating: [Inline.text("水")], count: 6)
  let copy = Copy(headline: ["桥"], body: Body([.verse(Array(repeating: stanza, count: 5))]))
  #expect(Opening.blocks(of: copy) == [.verse([stanza, stanza])])
}

@Test func `the opening is whole sentences with their marks`() {
  let sentence = String(repeating: "桥", count: 99) + "。"
  let copy = Copy(
    headline: ["桥"],
    body: Body([
      .subheading(level: 2, [.text("一")]), .figure(picture), paragraph(sentence),
      .paragraph([.strong([.text(sentence + "水。")]), .text(sentence + sentence)]), paragraph("不在。"),
    ]))
  let expected: [Block] = [paragraph(sentence), .paragraph([.strong([.text(sentence + "水。")])])]
  #expect(Opening.blocks(of: copy) == expected)
}

@Test func `the opening is never long and never changes the text`() {
  holds { dice in
    var copy = dice.copy()
    copy.body.blocks += dice.prose(names: [], terms: []).map { paragraph($0) }
    let blocks = Opening.blocks(of: copy)
    guard Opening.shape(of: copy) == .news else { return }
    let opening = Body(blocks).plainText
    #expect(opening.count <= Opening.charactersMax * 2 + 10, "\(dice)")
    #expect(blocks.allSatisfy { if case .paragraph = $0 { true } else { false } }, "\(dice)")
    let all = copy.body.paragraphs.filter { !$0.allSatisfy(\.isWhitespace) }
    for (block, paragraph) in zip(blocks, all) {
      #expect(paragraph.hasPrefix(block.lines.joined()), "\(dice)")
    }
  }
}

private let picture = Figure(media: .file("a.jpg"))

private func paragraph(_ text: String) -> Block { .paragraph([.text(text)]) }
