import Model
import TestSupport
import Testing

private func paragraph(_ text: String) -> Block { .paragraph([.text(text)]) }

private func copy(_ texts: [String]) -> Copy { Copy(headline: ["桥"], body: Body(texts.map(paragraph))) }

/// Copies whose sentences are all different.
private struct Writer {
  private var next = 0
  private(set) var side = "甲"

  init(_ side: String = "基", from next: Int = 0) {
    self.side = side
    self.next = next
  }

  mutating func sentence(_ dice: inout Dice) -> String {
    next += 1
    return "\(side)第\(next)句\(dice.one(of: ["桥上有风", "船回港了", "灯亮着", "潮水退去", "阿婆点头"]))。"
  }

  mutating func block(_ dice: inout Dice) -> [String] {
    let count = dice.number(1...4)
    return (0..<count).map { _ in sentence(&dice) }
  }

  mutating func edited(_ blocks: [[String]], _ dice: inout Dice) -> [[String]] {
    var blocks = blocks
    for _ in 0..<dice.number(0...5) {
      let place = dice.number(0...blocks.count)
      switch dice.number(0...5) {
      case 0: blocks.insert(block(&dice), at: place)
      case 1 where place < blocks.count: blocks.remove(at: place)
      case 2 where place < blocks.count && blocks[place].count > 1: blocks[place].removeLast()
      case 3 where place + 1 < blocks.count: blocks[place] += blocks.remove(at: place + 1)
      default:
        guard place < blocks.count else { continue }
        blocks[place].insert(sentence(&dice), at: dice.number(0...blocks[place].count))
      }
    }
    return blocks
  }
}

private func made(_ blocks: [[String]]) -> Copy { copy(blocks.map { $0.joined() }) }

@Test func `every sentence of either side that the other did not take out is in the merged text`() {
  holds(rounds: 2_000) { dice in
    var writer = Writer()
    let base = (0..<dice.number(0...8)).map { _ in writer.block(&dice) }
    var (one, two) = (Writer("我", from: 1_000), Writer("她", from: 2_000))
    let mine = one.edited(base, &dice)
    let theirs = two.edited(base, &dice)
    let merged = CopyMerge.merge(base: made(base), mine: made(mine), theirs: made(theirs))
    let text = merged.copy.body.plainText
    let all = Set(base.joined())
    for (side, other) in [(mine, theirs), (theirs, mine)] {
      let others = Set(other.joined())
      for sentence in side.joined() where !all.contains(sentence) || others.contains(sentence) {
        #expect(text.contains(sentence), "\(dice) \(sentence)")
      }
    }
  }
}

@Test func `what one side alone changed is as that side has it`() {
  holds(rounds: 500) { dice in
    let base = dice.copy()
    var other = dice.once(in: 3) ? dice.copy() : base
    if dice.once(in: 2) { other.body.blocks.insert(dice.block(depth: 0), at: dice.number(0...other.body.blocks.count)) }
    if dice.once(in: 2), !other.body.blocks.isEmpty { other.body.blocks.removeLast() }
    if dice.once(in: 2) { other.kicker += "改" }
    for merged in [
      CopyMerge.merge(base: base, mine: other, theirs: base), CopyMerge.merge(base: base, mine: base, theirs: other),
      CopyMerge.merge(base: base, mine: other, theirs: other),
    ] {
      #expect(merged.copy == other, "\(dice)")
      #expect(merged.conflicts.isEmpty, "\(dice)")
    }
  }
}

@Test func `a paragraph changed by both is kept twice and reported`() {
  let base = copy(["潮水退去以后，滩涂露了出来。", "渔船都回来了。"])
  let mine = copy(["潮水退去以后，滩涂慢慢露了出来。", "渔船都回来了。"])
  let theirs = copy(["潮水退去以后，滩涂全露了出来。", "渔船都回来了。", "灯亮了。"])
  let merged = CopyMerge.merge(base: base, mine: mine, theirs: theirs)
  #expect(merged.copy.body.lines == ["潮水退去以后，滩涂全露了出来。", "潮水退去以后，滩涂慢慢露了出来。", "渔船都回来了。", "灯亮了。"])
  #expect(
    merged.conflicts == [
      CopyMerge.Conflict(
        field: .body, place: 0, mine: "潮水退去以后，滩涂慢慢露了出来。", theirs: "潮水退去以后，滩涂全露了出来。")
    ])
}

@Test func `changes of different paragraphs are both there without a word`() {
  let base = copy(["第一段说的是桥。", "第二段说的是船。"])
  let merged = CopyMerge.merge(
    base: base, mine: copy(["第一段说的是新桥。", "第二段说的是船。"]), theirs: copy(["第一段说的是桥。", "第二段说的是旧船。"]))
  #expect(merged.copy.body.lines == ["第一段说的是新桥。", "第二段说的是旧船。"] && merged.conflicts.isEmpty)
}

@Test func `what both put in at one place is kept, theirs first, and once where it is the same`() {
  let base = copy(["头一段。", "末一段。"])
  let mine = copy(["头一段。", "同样的话。", "我写的一句。", "末一段。"])
  let theirs = copy(["头一段。", "同样的话。", "她添上另外几个字。", "末一段。"])
  let merged = CopyMerge.merge(base: base, mine: mine, theirs: theirs)
  #expect(merged.copy.body.lines == ["头一段。", "同样的话。", "她添上另外几个字。", "我写的一句。", "末一段。"])
}

@Test func `a paragraph removed by one and changed by the other stays and is reported`() {
  let base = copy(["第一段说的是桥。", "第二段说的是船。"])
  let changed = copy(["第一段说的是桥。", "第二段说的是旧船。"])
  let removed = copy(["第一段说的是桥。"])
  for (mine, theirs) in [(changed, removed), (removed, changed)] {
    let merged = CopyMerge.merge(base: base, mine: mine, theirs: theirs)
    #expect(merged.copy.body.lines == ["第一段说的是桥。", "第二段说的是旧船。"])
    #expect(merged.conflicts.map(\.place) == [1])
  }
  #expect(CopyMerge.merge(base: base, mine: removed, theirs: removed).copy == removed)
}

@Test func `a field of the head that both changed holds both`() {
  let base = Copy(kicker: "旧", headline: ["一行", "二行"], section: "要闻", keywords: ["甲", "乙"], body: Body())
  var (mine, theirs) = (base, base)
  mine.kicker = "我的"
  theirs.kicker = "她的"
  mine.headline[1] = "我的二行"
  theirs.headline[1] = "她的二行"
  mine.section = "民生"
  theirs.section = "文化"
  mine.keywords = ["甲"]
  theirs.subhead = "只有她写"
  let merged = CopyMerge.merge(base: base, mine: mine, theirs: theirs)
  #expect(merged.copy.kicker == "她的　我的" && merged.copy.headline == ["一行", "她的二行", "我的二行"])
  #expect(merged.copy.section == "民生" && merged.copy.keywords == ["甲"] && merged.copy.subhead == "只有她写")
  #expect(merged.conflicts.map(\.field) == [.kicker, .headline, .section])
  #expect(merged.conflicts.map(\.theirs) == ["她的", "一行\n她的二行", "文化"])
}
