import Model
import TestSupport
import Testing

@Suite struct SearchTokensTests {
  /// Sites keep an index of these tokens: where this test must be changed, a migration must make the index anew.
  @Test func `a line becomes pairs, ends and words`() {
    let lines = [
      ("步行桥", ["步行", "行桥", "桥"]), ("桥", ["桥"]), ("", []), ("，。 ", []), ("甲乙，丙", ["甲乙", "乙", "丙"]),
      ("GDP增长3.5%", ["gdp", "增长", "长", "3", "5"]), ("第３期", ["第", "3", "期"]), ("國語", ["国语", "语"]),
      ("𠮷野家", ["𠮷野", "野家", "家"]), ("カタカナ・ﾃｽﾄ", ["カタ", "タカ", "カナ", "ナ", "テス", "スト", "ト"]),
      ("한국어 신문", ["한국", "국어", "어", "신문", "문"]), ("Café O’Neil", ["cafe", "o", "neil"]),
      ("Новости дня", ["новости", "дня"]), ("張　三", ["张", "三"]), ("人々", ["人々", "々"]), ("甲\u{200B}乙", ["甲乙", "乙"]),
      ("葛\u{E0100}飾", ["葛饰", "饰"]), ("ΟΔΟΣ οδός", ["οδοσ", "οδοσ"]), ("😀甲", ["甲"]),
    ]
    for (line, tokens) in lines { #expect(SearchTokens.of(line) == tokens, "\(line)") }
  }

  @Test func `lines are parted in the index`() {
    #expect(SearchTokens.text(of: ["甲乙", "Ab 丙"]) == "甲乙 乙 ¶ ab 丙")
    #expect(SearchTokens.text(of: [] as [String]) == "")
  }

  @Test func `a word longer than the limit is cut in texts and queries alike`() throws {
    let long = String(repeating: "a", count: SearchTokens.wordMax + 1)
    #expect(SearchTokens.of(long) == [String(repeating: "a", count: SearchTokens.wordMax)])
    let term = try #require(SearchTerm(long + "b"))
    #expect(SearchTokens.of(long) == term.phrase.tokens)
  }

  @Test func `a token never holds what the index reads as its own`() {
    holds(rounds: 300) { dice in
      let line = dice.text(0...40)
      for token in SearchTokens.of(line) {
        let isPlain = token.unicodeScalars.allSatisfy { $0.value > 0x7F || $0.properties.isAlphabetic || $0.isDigit }
        #expect(!token.isEmpty && isPlain && token != SearchTokens.boundary, "\(dice)")
      }
    }
  }

  @Test func `a text is folded alike with the places of its characters and without`() {
    let characters = Array("国國長，：“—Ａａ1é한カ😀𠮷\u{3000}\u{301}\n")
    holds(rounds: 500) { dice in
      let usual = dice.one(of: [1, 7, characters.count])
      let text = dice.some(0...20) { String($0.one(of: Array(characters.prefix(usual)))) }.joined() + dice.text(0...2)
      #expect(FoldedText(text).scalars == FoldedText(text, withSources: true).scalars, "\(dice)")
    }
  }

  @Test func `a run is marked exactly where its folded characters stand`() {
    holds(rounds: 500) { dice in
      let characters = Array("国國中长長，a ")
      let line = dice.some(0...14) { String($0.one(of: characters)) }.joined()
      let word = dice.some(1...3) { String($0.one(of: Array("国國中长長"))) }.joined()
      let runs = SearchMarks(SearchQuery(word)).runs(in: line)
      #expect(runs.map(\.text).joined() == line, "\(dice)")
      let marked = runs.flatMap { run in run.text.map { _ in run.isMarked } }
      #expect(marked == Self.marks(of: Array(Folding.fold(word)), in: Array(Folding.fold(line))), "\(dice)")
    }
  }

  private static func marks(of word: [Character], in line: [Character]) -> [Bool] {
    var marks = [Bool](repeating: false, count: line.count)
    for start in line.indices where line[start...].starts(with: word) {
      for index in start..<(start + word.count) { marks[index] = true }
    }
    return marks
  }
}

extension Unicode.Scalar {
  fileprivate var isDigit: Bool { (0x30...0x39).contains(value) }
}
