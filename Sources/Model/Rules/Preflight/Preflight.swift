/// The look over an issue before it is signed: a pure rule. It names what is amiss and where, and what of it one act
/// can put right.
package struct Preflight: Sendable {
  /// Findings of one check; the rest is told as a number.
  package static let findingsMax = 100

  let facts: PreflightFacts

  package init(_ facts: PreflightFacts) { self.facts = facts }

  /// All findings, check by check in their order; a check that finds nothing says that it is passed.
  package func run() -> [PreflightFinding] {
    PreflightCheck.allCases.flatMap { check in
      let found = findings(check)
      guard !found.isEmpty else { return [PreflightFinding(.passed, check, passed(check))] }
      guard found.count > Preflight.findingsMax else { return found }
      let worst = found.filter { $0.severity == .error } + found.filter { $0.severity != .error }
      let rest = found.count - Preflight.findingsMax
      let severity =
        worst[Preflight.findingsMax...].contains { $0.severity == .error } ? PreflightSeverity.error : .warning
      return Array(worst.prefix(Preflight.findingsMax))
        + [PreflightFinding(severity, check, Wording("and \(rest) more of the kind", "另有同类 \(rest) 处"))]
    }
  }

  /// What stands in the way of a signature.
  package func errors() -> [PreflightFinding] { run().filter { $0.severity == .error } }

  private func findings(_ check: PreflightCheck) -> [PreflightFinding] {
    switch check {
    case .signatures: signatures()
    case .numbers: numbers()
    case .pages: pages()
    case .pictures: pictures()
    case .captions: captions()
    case .links: links()
    case .duplicates: duplicates()
    case .facts: requiredFacts()
    case .words: warnedWords()
    case .notices: notices()
    }
  }

  private func passed(_ check: PreflightCheck) -> Wording {
    switch check {
    case .signatures:
      Wording(
        "All \(facts.stories.count) stories are signed for the text they have.",
        "全部 \(facts.stories.count) 篇均已签，且签的就是现在的文字。")
    case .numbers: Wording("Number and date are in order.", "期号与日期无误。")
    case .pages: Wording("Every page has its stories and room enough.", "各版有稿，且容得下。")
    case .pictures: Wording("Every page has its picture.", "各版均有版面图。")
    case .captions: Wording("Every picture has its caption and alternative text.", "图片均有说明和替代文字。")
    case .links: Wording("No link leads to nothing.", "没有失效链接。")
    case .duplicates: Wording("No story stands twice.", "没有重复稿件。")
    case .facts: Wording("All facts that the paper must print are set.", "必载事项齐全。")
    case .words: Wording("No word that this kind of publication avoids.", "没有本类刊物不宜使用的词语。")
    case .notices: Wording("No correction or reply is still due.", "没有待登的更正或答辩。")
    }
  }
}

extension PreflightStory {
  /// How a finding names it.
  var name: Wording {
    let headline = story.headline.isEmpty ? "—" : story.headline
    return Wording("“\(headline)” (\(story.number))", "《\(headline)》（稿号 \(story.number)）")
  }

  func finding(
    _ severity: PreflightSeverity, _ check: PreflightCheck, _ wording: Wording, fix: PreflightFix? = nil
  ) -> PreflightFinding {
    PreflightFinding(
      severity, check, Wording("\(name.english): \(wording.english)", "\(name.chinese)：\(wording.chinese)"), page: page,
      story: story.number, fix: fix)
  }
}
