/// One thing that the look over an issue before its signature found.
package struct PreflightFinding: Sendable, Equatable {
  package let severity: PreflightSeverity
  package let check: PreflightCheck
  package let wording: Wording
  /// 版次 that it is about; nil for none.
  package let page: Int?
  /// The number of the story that it is about; nil for none.
  package let story: Int?
  /// What one act may do about it; nil where a person must.
  package let fix: PreflightFix?

  package init(
    _ severity: PreflightSeverity, _ check: PreflightCheck, _ wording: Wording, page: Int? = nil, story: Int? = nil,
    fix: PreflightFix? = nil
  ) {
    self.severity = severity
    self.check = check
    self.wording = wording
    self.page = page
    self.story = story
    self.fix = fix
  }
}

/// How much a finding weighs. An issue with an error cannot be signed.
package enum PreflightSeverity: String, Sendable, CaseIterable { case error, warning, passed }

/// What is looked over, in the order in which it is told. Each gives at least one finding.
package enum PreflightCheck: String, Sendable, CaseIterable {
  case signatures, numbers, pages, pictures, captions, links, duplicates, facts, words, notices

  /// What the check is called.
  package var title: Wording {
    switch self {
    case .signatures: Wording("Signatures", "签字")
    case .numbers: Wording("Number and date", "期号与日期")
    case .pages: Wording("Pages and places", "版面")
    case .pictures: Wording("Pictures of pages", "版面图")
    case .captions: Wording("Captions and alternative texts", "图片说明与替代文字")
    case .links: Wording("Links", "链接")
    case .duplicates: Wording("Duplicates", "重复稿件")
    case .facts: Wording("Facts the paper must print", "必载事项")
    case .words: Wording("Words of the kind of publication", "刊物类别用语")
    case .notices: Wording("Corrections and replies due", "待登更正与答辩")
    }
  }
}

/// What one act can put right without touching any copy.
package enum PreflightFix: Hashable, Sendable {
  /// Sets the numbers that follow from the last issue.
  case numbers(number: NumberRange?, total: NumberRange?)
  /// Makes a story the lead.
  case lead(story: Int)
  /// Takes a story off its page, so that it stands on none.
  case unplace(story: Int)
  /// Puts a correction or reply that is due into this issue.
  case notice(ID<ArticleNotice>)
}
