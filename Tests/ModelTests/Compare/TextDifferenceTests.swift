import Model
import TestSupport
import Testing

extension TextDifference {
  fileprivate var old: String { runs.map { if case .added = $0 { "" } else { $0.text } }.joined() }
  fileprivate var new: String { runs.map { if case .removed = $0 { "" } else { $0.text } }.joined() }
}

extension TextDifference.Run {
  fileprivate var text: String {
    switch self {
    case .same(let text), .removed(let text), .added(let text): text
    }
  }

  fileprivate var kind: Int {
    switch self {
    case .same: 0
    case .removed: 1
    case .added: 2
    }
  }
}

extension Dice {
  /// A text with some of its characters taken out and others put in.
  fileprivate mutating func edited(_ text: String) -> String {
    var characters = Array(text)
    for _ in 0..<number(0...6) {
      let place = number(0...characters.count)
      if once(in: 2), place < characters.count {
        characters.removeSubrange(place..<min(characters.count, place + number(1...5)))
      } else {
        characters.insert(contentsOf: self.text(1...4), at: place)
      }
    }
    return String(characters)
  }
}

private func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

@Test func `a difference holds both texts to the byte, in whole characters`() {
  holds(rounds: 2_000) { dice in
    let old = dice.text(0...60)
    let new = dice.once(in: 4) ? dice.text(0...60) : dice.edited(old)
    let difference = TextDifference(from: old, to: new)
    #expect(bytes(difference.old) == bytes(old), "\(dice)")
    #expect(bytes(difference.new) == bytes(new), "\(dice)")
    let kept = difference.runs.filter { $0.kind != 2 }.flatMap { Array($0.text) }
    #expect(kept == Array(old), "\(dice)")
    #expect(difference.runs.allSatisfy { !$0.text.isEmpty }, "\(dice)")
    #expect(zip(difference.runs, difference.runs.dropFirst()).allSatisfy { $0.kind != $1.kind }, "\(dice)")
    #expect(difference.isEmpty == (bytes(old) == bytes(new)), "\(dice)")
  }
}

@Test func `nothing short is left between two replacements`() {
  holds(rounds: 500) { dice in
    let old = dice.text(0...60)
    let runs = TextDifference(from: old, to: dice.edited(old)).runs
    for (place, run) in runs.enumerated().dropFirst().dropLast() where run.kind == 0 && run.text.count <= 2 {
      let before = runs[..<place].reversed().prefix { $0.kind > 0 }
      let about = Set((before + runs[(place + 1)...].prefix { $0.kind > 0 }).map(\.kind))
      #expect(about.count < 2, "\(dice) \(runs)")
    }
  }
}

@Test func `Han are compared by character and other scripts by word`() {
  #expect(
    TextDifference(from: "往西挪，三楼的空调没处放", to: "往西挪，三楼的空调外机没处放").runs
      == [.same("往西挪，三楼的空调"), .added("外机"), .same("没处放")])
  #expect(
    TextDifference(from: "The ferry left at noon", to: "The ferries left at noon").runs
      == [.same("The "), .removed("ferry"), .added("ferries"), .same(" left at noon")])
  #expect(TextDifference(from: "张三去了", to: "李四来了").runs == [.removed("张三去"), .added("李四来"), .same("了")])
  #expect(TextDifference(from: "甲乙，丙丁。", to: "戊己，庚辛。").runs == [.removed("甲乙，丙丁"), .added("戊己，庚辛"), .same("。")])
  #expect(TextDifference(from: "", to: "").runs == [])
  #expect(TextDifference(from: "e\u{301}", to: "é").runs == [.removed("e\u{301}"), .added("é")])
  let counted = TextDifference(from: "共三人", to: "共十五人到")
  #expect(counted.removedCount == 2 && counted.addedCount == 4)
}

@Test func `beyond the limit of changes whole sentences are compared`() {
  let many = TextDifference.distanceMax
  let kept = "这一句两边都有。"
  func sentences(_ from: Int, _ count: Int) -> String { (from..<from + count).map { "第\($0)句话独一无二。" }.joined() }
  let old = sentences(0, many) + kept + "尾巴留下来了，改一字。"
  let new = sentences(10_000, many) + kept + "尾巴留下来了，换一字。"
  let difference = TextDifference(from: old, to: new)
  #expect(difference.old == old && difference.new == new)
  let same = difference.runs.filter { $0.kind == 0 }.map(\.text)
  if many <= TextDifference.sentencesMax / 2 { #expect(same.joined().contains(kept)) }
  let few = TextDifference.sentencesMax / 4
  let half = TextDifference(
    from: sentences(0, few) + kept + "改一字。" + sentences(5_000, few), to: sentences(20_000, few) + kept + "换一字。")
  #expect(half.runs.contains { $0.kind == 0 && $0.text.contains(kept) })
  let clock = ContinuousClock()
  let long = sentences(0, 20_000)
  let time = clock.measure { _ = TextDifference(from: long, to: String(long.reversed())) }
  #expect(time < .seconds(20), "linear beyond the limits: \(time)")
}
