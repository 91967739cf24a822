extension Preflight {
  /// Numbers and date among the other issues of the paper.
  func numbers() -> [PreflightFinding] {
    let plan = facts.plan
    var found: [PreflightFinding] = []
    if facts.isIssuePublic {
      found.append(
        PreflightFinding(
          .error, .numbers,
          Wording(
            "An issue of this date, kind and number is public already.", "这一天、这一类、这一期号的报纸已经发布。")))
    }
    let suggested = Numbering.suggestion(kind: plan.kind, date: plan.date, after: facts.others)
    let fix: PreflightFix? =
      suggested.number == plan.number && suggested.total == plan.total
      ? nil : .numbers(number: suggested.number, total: suggested.total)
    for fault in Numbering.faults(of: facts.issue, among: facts.others) {
      found.append(PreflightFinding(fault.isGrave ? .error : .warning, .numbers, fault.wording, fix: fix))
    }
    if facts.publication.kind == .newspaper, plan.total == nil, plan.kind == .regular || plan.kind == .combined {
      found.append(
        PreflightFinding(
          .warning, .numbers,
          Wording(
            "A newspaper prints its running number (报纸期刊质量管理规定, 国新出发〔2020〕10号).",
            "报纸须标明总期号（《报纸期刊质量管理规定》，国新出发〔2020〕10号）。"), fix: fix))
    }
    if plan.date < facts.today {
      found.append(
        PreflightFinding(
          .warning, .numbers,
          Wording("The issue is dated \(plan.date), which is past.", "本期日期 \(plan.date) 已过。")))
    }
    return found
  }
}

extension PreflightFacts {
  /// The plan as an issue among others; its id is that of the plan.
  package var issue: Issue {
    Issue(
      id: ID(raw: plan.id.raw), date: plan.date, kind: plan.kind, number: plan.number, total: plan.total,
      title: plan.title)
  }
}

extension NumberingFault {
  /// Whether an issue with it must not go out: the number would name two issues, or none.
  package var isGrave: Bool {
    switch self {
    case .combinedMustSpan, .mustBeSingle, .spansDiffer, .numberTaken, .totalTaken: true
    case .totalOutOfOrder: false
    }
  }

  /// What is wrong, in one sentence for people.
  package var wording: Wording {
    switch self {
    case .combinedMustSpan:
      Wording("A combined issue needs a number such as 3-4.", "合刊须有“3-4”这样的期号。")
    case .mustBeSingle:
      Wording("An issue of this kind has one number, not several.", "这一类报纸只能有一个期号。")
    case .spansDiffer(let number, let total):
      Wording(
        "The number \(number) and the running number \(total) count different numbers of issues.",
        "第\(number)期与总第\(total)期包含的期数不同。")
    case .numberTaken(let number, let day):
      Wording("The number \(number) is that of the issue of \(day).", "第\(number)期已用于 \(day)。")
    case .totalTaken(let total, let day):
      Wording("The running number \(total) is that of the issue of \(day).", "总第\(total)期已用于 \(day)。")
    case .totalOutOfOrder(let total, let taken, let day):
      Wording(
        "The running number \(total) does not follow the dates: the issue of \(day) has \(taken).",
        "总第\(total)期与日期顺序不符：\(day) 为总第\(taken)期。")
    }
  }
}
