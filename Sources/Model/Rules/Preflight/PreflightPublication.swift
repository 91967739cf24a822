extension Preflight {
  /// The facts that the kind of publication must print, as far as they are set.
  func requiredFacts() -> [PreflightFinding] {
    facts.publication.missingFacts.map { key in
      let source =
        facts.publication.kind == .internalMaterial
        ? Wording("内部资料性出版物管理办法, articles 14 and 15", "《内部资料性出版物管理办法》第十四、十五条")
        : Wording("报纸期刊质量管理规定, 国新出发〔2020〕10号", "《报纸期刊质量管理规定》，国新出发〔2020〕10号")
      let name = Preflight.factNames[key] ?? Wording(given: key)
      return PreflightFinding(
        .warning, .facts,
        Wording(
          "The paper must print \(name.english) (publication.\(key) in the settings; \(source.english)).",
          "须载明\(name.chinese)（设置项 publication.\(key)；\(source.chinese)）。"))
    }
  }

  private static let factNames: [String: Wording] = [
    "publisher": Wording("its publisher", "出版单位"), "cn_number": Wording("its CN number", "国内统一连续出版物号"),
    "address": Wording("its address", "地址"), "permit_number": Wording("its full permit number", "准印证号"),
  ]

  /// Internal material calls itself neither 报 nor 刊, and uses neither 记者 nor 本报.
  func warnedWords() -> [PreflightFinding] {
    guard facts.publication.kind == .internalMaterial else { return [] }
    let source = Wording(
      "Internal material does not use it (内部资料性出版物管理办法, articles 14 and 15).",
      "内部资料不得使用（《内部资料性出版物管理办法》第十四、十五条）。")
    var found: [PreflightFinding] = []
    let name = facts.publication.name
    if let last = name.last, ["报", "刊", "報"].contains(String(last)) {
      found.append(
        PreflightFinding(
          .warning, .words,
          Wording("The name \(name) ends with \(last). \(source.english)", "名称“\(name)”以“\(last)”结尾。\(source.chinese)"))
      )
    }
    for story in facts.stories {
      for word in Preflight.words(in: story.copy) {
        found.append(
          story.finding(
            .warning, .words, Wording("has the word \(word). \(source.english)", "出现“\(word)”。\(source.chinese)")))
      }
    }
    return found
  }

  /// The warned words of a copy, each once, in the order of the list.
  private static func words(in copy: Copy) -> [String] {
    let roles = copy.bylines.map { $0.label(language: "zh-Hans") }
    let lines =
      [copy.kicker, copy.subhead, copy.summary, copy.source, copy.editor] + copy.headline + roles
      + copy.body.lines
    let text = Folding.fold(lines.joined(separator: "\n"))
    let others = ["本报", "本刊", "记者"].filter { text.contains($0) }
    return others
  }
}
