extension Preflight {
  /// Every story is signed in all its steps, for the very text that it has.
  func signatures() -> [PreflightFinding] {
    guard !facts.stories.isEmpty else {
      return [
        PreflightFinding(.error, .signatures, Wording("The issue has no stories.", "本期还没有稿件。"))
      ]
    }
    return facts.stories.filter { !$0.isSigned }.map { $0.finding(.error, .signatures, Preflight.standing(of: $0)) }
  }

  /// How far a story is that is not signed.
  static func standing(of story: PreflightStory) -> Wording {
    switch story.story.state {
    case .draft: return Wording("still a draft, not handed in", "仍是草稿，未提交")
    case .returned: return Wording("sent back, not handed in again", "已退回，未再提交")
    case .review:
      let title = story.progress.due?.title ?? Wording(given: story.story.step)
      let signed = story.progress.steps.count { (story.progress.standing[$0.key]?.count ?? 0) >= $0.count }
      return Wording(
        "waits for: \(title.english) (\(signed) of \(story.progress.steps.count) steps signed)",
        "待\(title.chinese)（\(story.progress.steps.count) 步已签 \(signed) 步）")
    case .signed:
      return Wording(
        "its signatures are not for the text that it has now; take it back and sign it anew", "签字不是针对现在的文字；请退回重签")
    case .published: return Wording("published already", "已经发布")
    case .withdrawn: return Wording("withdrawn", "已撤稿")
    case .spiked: return Wording("put aside", "已搁置")
    }
  }
}
