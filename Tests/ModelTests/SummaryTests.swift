import Foundation
import Model
import TestSupport
import Testing

@Test func `whole sentences fill the summary`() {
  let first = "三月一日清晨七点，连接两岸的步行桥正式开放，第一批市民走过桥面。"
  let second = "桥长三百二十米，从东岸的早市走到西岸的学校只要十分钟，比绕路省下半小时。"
  let third = "管理处说，桥上全天免费通行，电动车须推行，雨雪天会撒防滑料，夜里十一点以后只留一侧路灯，请大家慢行。" + "周末另有讲解。"
  let made = Summary.make(paragraphs: [first + second, third])
  #expect(made == first + second + third.dropLast(7))
  #expect(made.count <= Summary.charactersMax)
}

@Test func `a place line and a lone credit are left out`() {
  let text = "步行桥昨天开通。"
  let heads = [
    "本报讯（记者 张三）", "本报讯 ", "本报讯（记者　林　汐　通讯员　方汀）　", "新华社港城3月1日电（记者 张三）", "本报讯 记者张三报道：",
    "本报港城3月1日电 ", "港城网消息（晚间新闻）：",
  ]
  for head in heads { #expect(Summary.make(paragraphs: [head + text]) == text, "\(head)") }
  #expect(Summary.make(paragraphs: ["（记者 张三）", text]) == text)
  #expect(Summary.make(paragraphs: ["本报讯（记者 张三）", text]) == text)
  #expect(Summary.make(paragraphs: ["本报讯息灵通，" + text]) == "本报讯息灵通，" + text)
  #expect(Summary.make(paragraphs: ["HARBOUR TOWN, March 1 (Reporter) — The bridge opened."]) == "The bridge opened.")
  #expect(Summary.make(paragraphs: ["The bridge — long awaited — opened."]) == "The bridge — long awaited — opened.")
}

@Test func `a long sentence ends behind a whole clause with an ellipsis`() {
  let clause = "这座桥从设计到完工一共用了两年零四个月的时间"
  let text = Array(repeating: clause, count: 12).joined(separator: "，") + "。"
  let made = Summary.make(paragraphs: [text])
  #expect(made == Array(repeating: clause, count: 5).joined(separator: "，") + "……")
}

@Test func `a short first sentence is followed by whole clauses`() {
  let clause = "沿岸的商户早早把招牌擦得干干净净等着客人来"
  let made = Summary.make(paragraphs: ["好雪。" + Array(repeating: clause, count: 12).joined(separator: "，") + "。"])
  #expect(made == "好雪。" + Array(repeating: clause, count: 5).joined(separator: "，") + "……")
}

@Test func `a long quotation is closed again`() {
  let clause = "我们在河边住了三十多年天天看着对岸却走不过去"
  let made = Summary.make(paragraphs: ["她说：“" + Array(repeating: clause, count: 9).joined(separator: "，") + "。”"])
  #expect(made == "她说：“" + Array(repeating: clause, count: 4).joined(separator: "，") + "……”")
}

@Test func `nothing is made where no cut is allowed`() {
  #expect(Summary.make(paragraphs: [String(repeating: "桥", count: 400) + "。"]) == "")
  #expect(Summary.make(paragraphs: ["《" + String(repeating: "桥，", count: 200) + "》。"]) == "")
  #expect(Summary.make(paragraphs: []) == "")
  #expect(Summary.make(paragraphs: ["", "　　"]) == "")
}

@Test func `names, titles, numbers and protected terms are not cut`() {
  let filler = String(repeating: "桥", count: 100)
  let title = "\(filler)《你好，世界》" + String(repeating: "水", count: 30) + "。"
  #expect(Summary.make(paragraphs: [title]) == "")
  let term = "\(filler)好，再见" + String(repeating: "水", count: 30) + "。"
  #expect(Summary.make(paragraphs: [term]) == filler + "好……")
  #expect(Summary.make(paragraphs: [term], protected: ["好，再见"]) == "")
  #expect(Summary.make(paragraphs: [term], names: ["好，再见"]) == "")
  let number = "\(filler)１，０００" + String(repeating: "水", count: 30) + "。"
  #expect(Summary.make(paragraphs: [number]) == "")
}

@Test func `an English summary has at most sixty words in whole sentences`() {
  let one = "Mr. J. Smith of the U.S. team paid 3.50 for two cups, he said. "
  let made = Summary.make(paragraphs: [String(repeating: one, count: 8)])
  #expect(made == String(String(repeating: one, count: 4).dropLast()))
  let joined = Summary.make(paragraphs: ["The bridge opened.", "People walked."])
  #expect(joined == "The bridge opened. People walked.")
}

@Test func `paragraphs without a full stop are passed over unless there are no others`() {
  #expect(Summary.make(paragraphs: ["各位读者：", "步行桥开通。", "一、路线", "很近。"]) == "步行桥开通。很近。")
  #expect(Summary.make(paragraphs: ["本周菜单", "下周菜单"]) == "本周菜单")
}

@Test func `a summary keeps its laws whatever the text`() {
  holds(rounds: 3_000) { dice in
    let names = dice.some(0...2) { $0.name() }
    let terms = ["桥，上", "《早市，好》", "两岸。十分"]
    let paragraphs = dice.prose(names: names, terms: terms)
    let made = Summary.make(paragraphs: paragraphs, names: names, protected: terms)
    #expect(made.count <= Summary.charactersMax, "\(made) \(dice)")
    #expect(isPaired(made), "\(made) \(dice)")
    let source = paragraphs.joined()
    let end = cut(made)
    #expect(source.hasPrefix(end), "\(made)\n\(source)\n\(dice)")
    for term in names + terms {
      let around = String(source.prefix(end.count + term.count - 1))
      #expect(count(term, in: around) == count(term, in: end), "\(made) \(dice)")
    }
    let next = source.dropFirst(end.count).first
    let endsWell = end.last.map { "。！？”’）".contains($0) } ?? true
    #expect(endsWell || next.map { "，；。".contains($0) } ?? true, "\(made) \(dice)")
  }
}

@Test func `no text makes the maker of summaries fail`() {
  holds(rounds: 1_000) { dice in
    let paragraphs = dice.some(0...4) { $0.text(0...200) }
    let made = Summary.make(paragraphs: paragraphs, names: [dice.text()], protected: [dice.text()])
    #expect(made.count <= Summary.lettersMax, "\(dice)")
  }
  let start = ContinuousClock.now
  _ = Summary.make(paragraphs: [String(repeating: "“他说，", count: 500_000)], protected: ["他说"])
  #expect(ContinuousClock.now - start < .seconds(2))
}

/// The text of a summary up to where it is cut.
private func cut(_ summary: String) -> String {
  guard let ellipsis = summary.range(of: "……", options: .backwards) else { return summary }
  return String(summary[..<ellipsis.lowerBound])
}

private func count(_ term: String, in text: String) -> Int { text.ranges(of: term).count }

private func isPaired(_ text: String) -> Bool {
  let pairs: [Character: Character] = ["“": "”", "‘": "’", "（": "）", "《": "》"]
  var open: [Character] = []
  for character in text.replacingOccurrences(of: "O’Neil", with: "") {
    if let closer = pairs[character] { open.append(closer) }
    if pairs.values.contains(character), open.popLast() != character { return false }
  }
  return open.isEmpty
}
