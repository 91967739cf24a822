import Model
import TestSupport
import Testing

private func paragraph(_ text: String) -> Block { .paragraph([.text(text)]) }

private func copy(_ blocks: [Block]) -> Copy { Copy(headline: ["桥"], body: Body(blocks)) }

@Test func `a difference of copies has both bodies and counts what changed`() {
  holds(rounds: 300) { dice in
    let old = dice.copy()
    var new = dice.once(in: 3) ? dice.copy() : old
    if dice.once(in: 2) { new.body.blocks.insert(dice.block(depth: 0), at: dice.number(0...new.body.blocks.count)) }
    let difference = CopyDifference(from: old, to: new)
    var (before, after): ([Block], [Block]) = ([], [])
    for change in difference.blocks {
      switch change {
      case .same(let block):
        before.append(block)
        after.append(block)
      case .changed(let one, let two, _):
        before.append(one)
        after.append(two)
      case .removed(let block): before.append(block)
      case .added(let block): after.append(block)
      }
    }
    #expect(before == old.body.blocks && after == new.body.blocks, "\(dice)")
    #expect(CopyDifference(from: old, to: old).isEmpty, "\(dice)")
    #expect(CopyDifference(from: old, to: old).removedCount == 0, "\(dice)")
    #expect(difference.fields.map(\.field) == CopyField.allCases.filter { $0 != .body })
  }
}

@Test func `a changed paragraph is shown within, a new one beside it as new`() {
  let old = copy([paragraph("潮水退去以后，滩涂露了出来。"), paragraph("渔船都回来了，一共两百条。"), .rule])
  let new = copy([
    paragraph("潮水退去之后，滩涂露了出来。"), paragraph("另起一段，说的是灯塔和大雾。"), paragraph("渔船都回来了，一共两百条。"), .rule,
  ])
  let difference = CopyDifference(from: old, to: new)
  #expect(
    difference.blocks == [
      .changed(
        old: old.body.blocks[0], new: new.body.blocks[0],
        TextDifference(from: "潮水退去以后，滩涂露了出来。", to: "潮水退去之后，滩涂露了出来。")),
      .added(new.body.blocks[1]), .same(old.body.blocks[1]), .same(.rule),
    ])
  #expect(difference.addedCount == 15 && difference.removedCount == 1)
}

@Test func `a figure with the same picture is one that changed`() throws {
  let media = try #require(MediaName(hash: String(repeating: "a", count: 64), type: .jpg))
  let one = Block.figure(Figure(media: .stored(media), caption: "开桥"))
  let two = Block.figure(Figure(media: .stored(media), caption: "另一句图说"))
  let change = CopyDifference(from: copy([one]), to: copy([two])).blocks
  #expect(change == [.changed(old: one, new: two, TextDifference(from: "开桥", to: "另一句图说"))])
}

@Test func `marks alone are a change without a difference of text`() throws {
  let change = CopyDifference(
    from: copy([paragraph("桥")]), to: copy([.paragraph([.strong([.text("桥")])])]))
  guard case .changed(_, _, let text)? = change.blocks.first else {
    Issue.record("not changed")
    return
  }
  #expect(text.isEmpty && !change.isEmpty && change.addedCount == 0)
}

@Test func `more blocks than are aligned count as replaced`() {
  let count = 1_100
  let old = (0..<count).map { paragraph("旧的第\($0)段") }
  let new = (0..<count).map { paragraph("新的第\($0)段") }
  let difference = CopyDifference(from: copy(old + [.rule]), to: copy(new + [.rule]))
  #expect(difference.blocks.count == 2 * count + 2 || difference.blocks.count == 2 * count + 1)
}

@Test func `many paragraphs changed at once are still held against each other`() {
  let old = (0..<200).map { paragraph("第\($0)段说的是第\($0)件事,后面还有许多话要讲.") }
  let new = (0..<200).map { paragraph("第\($0)段说的是第\($0)件事，后面还有许多话要讲。") }
  let changes = CopyDifference(from: copy(old), to: copy(new)).blocks
  #expect(changes.allSatisfy { if case .changed = $0 { true } else { false } })
}
