import Model
import TestSupport
import Testing

@Test(arguments: [
  ("记者 张三 李四 摄影 王五", "reporter 张三|reporter 李四|photographer 王五"),
  ("本报记者 林　汐 通讯员 方　汀", "reporter 林　汐|correspondent 方　汀"),
  ("文/图 许岸青", "writer 许岸青|photographer 许岸青"),
  ("文图 许岸青", "writer 许岸青|photographer 许岸青"),
  ("张三", " 张三"),
  ("张三 李四", " 张三| 李四"),
  ("记者张三", "reporter 张三"),
  ("记者林　汐", "reporter 林　汐"),
  ("本报记者张三、李四", "reporter 张三|reporter 李四"),
  ("张三（摄影）", "photographer 张三"),
  ("记者 张三 李四（摄影）", "reporter 张三|photographer 李四"),
  ("林　汐 摄", "photographer 林　汐"),
  ("林汐摄", "photographer 林汐"),
  ("张三 文 李四 图", "writer 张三|photographer 李四"),
  ("张三/文 李四/摄", "writer 张三|photographer 李四"),
  ("记者 张三 文/图", "reporter 张三|writer 张三|photographer 张三"),
  ("（记者 张三 通讯员 李四）", "reporter 张三|correspondent 李四"),
  ("记者：张三，李四；编辑：王五", "reporter 张三|reporter 李四|editor 王五"),
  ("责任编辑 张三 插图 李四", "editor 张三|illustrator 李四"),
  ("新华社记者 张三", "reporter 张三"),
  ("特约记者 张三", "reporter 张三"),
  ("本報記者 張三 攝影 李四", "reporter 張三|photographer 李四"),
  ("编译 张三", "translator 张三"),
  ("文　静", " 文　静"),
  ("文 文　静", "writer 文　静"),
  ("文 图 文　静", "writer 文　静|photographer 文　静"),
  ("记者 买买提·艾力 Tom Lee 张三", "reporter 买买提·艾力|reporter Tom Lee|reporter 张三"),
  ("By Anna Smith and Tom Lee", " Anna Smith| Tom Lee"),
  ("by Anna Smith; photos by Wang Wu", " Anna Smith|photographer Wang Wu"),
  ("Reporter Anna Smith, Tom O’Neil Photos by 王五", "reporter Anna Smith|reporter Tom O’Neil|photographer 王五"),
  ("Anna Smith", " Anna Smith"),
  ("本报评论员", " 本报评论员"),
  ("本报记者", " 本报记者"),
  ("张三（北京）", " 张三（北京）"),
  ("", ""), ("（）", " （）"), (" \u{3000}", ""), ("（（（", " （（（"),
])
func `a byline is read as papers print it`(text: String, expected: String) {
  #expect(described(Byline.parse(text)) == expected)
}

@Test(arguments: [
  ("zh-Hans", "记者 张三 李　四 摄影 王五"), ("zh-Hans", "文/摄影 许岸青"), ("zh-Hant", "記者 張三"), ("zh-Hans", "张三 李四"),
  ("zh-Hans", "记者 张三；李四"), ("zh-Hans", "记者 Anna Smith、张三 摄影 王五"),
  ("en", "By Anna Smith and Tom Lee; Photos by Wang Wu"), ("en", "Reporting by A. Smith, B. Lee and 张三"),
])
func `a byline is printed as papers print it`(language: String, text: String) {
  #expect(Byline.print(Byline.parse(text), language: language) == text)
}

@Test(arguments: ["zh-Hans", "zh-Hant", "en"])
func `what is printed reads the same`(language: String) {
  holds(rounds: 1_000) { dice in
    var bylines: [Byline] = []
    for byline in dice.some(0...6, { Byline(name: $0.name(), role: $0.one(of: BylineRole.allCases)) })
    where !bylines.contains(byline) {
      bylines.append(byline)
    }
    let text = Byline.print(bylines, language: language)
    #expect(described(Byline.parse(text)) == described(bylines), "\(text) \(dice)")
  }
}

@Test func `no text makes the reader of bylines fail, and no name is empty`() {
  holds(rounds: 1_000) { dice in
    let parts = ["记者", "摄影", "文", "图", " ", "\u{3000}", "（", "）", "/", "；", "By", "photos by", "and", "、"]
    let text = dice.some(0...12) { $0.once(in: 2) ? $0.one(of: parts) : $0.text(0...4) }.joined()
    let bylines = Byline.parse(text)
    #expect(bylines.allSatisfy { !$0.name.isEmpty }, "\(text) \(dice)")
    #expect(bylines.isEmpty == text.allSatisfy { $0.isWhitespace }, "\(text) \(dice)")
  }
  let long = String(repeating: "记者", count: 100_000)
  #expect(Byline.parse(long).count == 1)
  #expect(Byline.parse(String(repeating: "（", count: 100_000)).count == 1)
}

@Test(arguments: [
  ("本报记者 张三 李四 通讯员 王五", "本报记者 张三|本报记者 李四|通讯员 王五"), ("新华社记者张三", "新华社记者 张三"),
  ("实习生 张三；记者 李四", "实习生 张三|记者 李四"), ("本報記者 張三", "本報記者 張三"), ("記者 張三", "记者 張三"),
])
func `a title that says more than its role is kept as it was printed`(text: String, expected: String) {
  let bylines = Byline.parse(text)
  let labels = bylines.map { "\($0.label(language: "zh-Hans")) \($0.name)" }
  #expect(labels.joined(separator: "|") == expected)
  #expect(Byline.parse(Byline.print(bylines, language: "zh-Hans")) == bylines)
  let copy = Copy(headline: ["题"], bylines: bylines, body: Body())
  #expect(Copy(json: copy.json).bylines == bylines)
}

private func described(_ bylines: [Byline]) -> String {
  bylines.map { "\($0.role.rawValue) \($0.name)" }.joined(separator: "|")
}
