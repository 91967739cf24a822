extension Dice {
  /// Text of any characters: Han, Latin, marks, quotes, white space, and what breaks careless code.
  package mutating func text(_ range: ClosedRange<Int> = 0...20) -> String {
    some(range) { dice in dice.character() }.joined()
  }

  package mutating func character() -> String {
    switch number(0...9) {
    case 0...3: String(Unicode.Scalar(UInt32(number(0x4E00...0x9FA5))) ?? "中")
    case 4...6: one(of: Array("abcdeXYZ019").map(String.init))
    case 7: one(of: ["，", "。", "、", "！", " ", "\u{3000}", "《", "》", "“", "”", ".", ",", "\"", "'", "/", "~", "?", "%"])
    default:
      one(of: [
        "é", "e\u{301}", "ß", "İ", "Ａ", "ﬁ", "が", "カ\u{3099}", "한", "😀", "👩‍👩‍👧", "\u{200B}", "\u{202E}", "\\", "<", "&",
        "\n", "\t", "𠮷", "\u{2028}", "Ω", "ά", "½", "㊙",
      ])
    }
  }

  /// A name of two or three Han (two with their full-width space at times), or of two or three Latin words.
  package mutating func name() -> String {
    let given = Array("汐汀岸青禾舟澜遥砚棠")
    if once(in: 4) {
      return some(2...3) { $0.one(of: ["Anna", "Tom", "Mei-Lin", "O’Neil", "Ruth", "Stella"]) }.joined(separator: " ")
    }
    let family = String(one(of: Array("林许方沈陆顾姚简")))
    let rest = some(1...2) { String($0.one(of: given)) }
    return family + (rest.count == 1 && once(in: 2) ? "\u{3000}" : "") + rest.joined()
  }

  /// Paragraphs of sentences and clauses with quotes, brackets, titles, numbers and names within.
  package mutating func prose(names: [String], terms: [String]) -> [String] {
    some(1...5) { dice in
      dice.some(1...5) { dice in
        dice.some(1...5) { $0.clause(names: names, terms: terms) }.joined(separator: dice.once(in: 5) ? "；" : "，")
          + dice.one(of: ["。", "。", "。", "！", "？"])
      }.joined()
    }
  }

  private mutating func clause(names: [String], terms: [String]) -> String {
    let words = ["步行桥", "早市", "七点", "涨了３，０００元", "1.5公里", "学校门口", "下雨", "两百人", "走过去", "说"]
    let inner = some(1...8) { $0.one(of: words + names + terms) }.joined()
    switch number(0...9) {
    case 0: return "“\(inner)，好。”\(one(of: words))"
    case 1: return "《\(inner)，又》"
    case 2: return "\(inner)（\(one(of: words))，\(one(of: words))）"
    case 3: return "他说：“\(inner)‘\(one(of: words))，’\(one(of: words))”"
    default: return inner
    }
  }
}
