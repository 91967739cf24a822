extension Preflight {
  /// Every page has stories, no more than it holds; every story stands on a page that there is; the issue has a lead.
  func pages() -> [PreflightFinding] {
    var found = facts.plan.pages.flatMap(page)
    let numbers = Set(facts.plan.pages.map(\.number))
    for story in facts.stories {
      guard let page = story.page, !numbers.contains(page) else { continue }
      found.append(
        story.finding(
          .error, .pages, Wording("placed on page \(page), which this issue has not", "排在第 \(page) 版，而本期没有这一版"),
          fix: .unplace(story: story.story.number)))
    }
    if !facts.stories.isEmpty, !facts.stories.contains(where: { $0.story.place?.isLead ?? false }) {
      found.append(
        PreflightFinding(
          .warning, .pages, Wording("The issue has no lead.", "本期没有头条。"),
          fix: facts.stories.first.map { .lead(story: $0.story.number) }))
    }
    return found
  }

  private func page(_ page: PlannedPage) -> [PreflightFinding] {
    let stories = facts.stories.filter { $0.page == page.number }
    let name = page.name.isEmpty ? "" : " \(page.name)"
    guard !stories.isEmpty else {
      return [
        PreflightFinding(
          .warning, .pages,
          Wording("Page \(page.number)\(name) has no story.", "第 \(page.number) 版\(name)没有稿件。"), page: page.number)
      ]
    }
    let characters = stories.reduce(0) { $0 + $1.story.characters }
    guard let room = page.room, characters > room else { return [] }
    return [
      PreflightFinding(
        .warning, .pages,
        Wording(
          "Page \(page.number)\(name) holds \(room) characters; its stories have \(characters).",
          "第 \(page.number) 版\(name)容 \(room) 字，稿件共 \(characters) 字。"), page: page.number)
    ]
  }

  /// Every page has its picture, which is in the library.
  func pictures() -> [PreflightFinding] {
    facts.plan.pages.compactMap { page in
      guard let picture = page.picture else {
        return PreflightFinding(
          .warning, .pictures, Wording("Page \(page.number) has no picture.", "第 \(page.number) 版没有版面图。"),
          page: page.number)
      }
      guard facts.missingMedia.contains(picture) else { return nil }
      return PreflightFinding(
        .error, .pictures,
        Wording("The picture of page \(page.number) is not in the library.", "第 \(page.number) 版的版面图不在图片库中。"),
        page: page.number)
    }
  }

  /// Corrections and replies that are due and stand in no issue.
  func notices() -> [PreflightFinding] {
    facts.notices.map { notice in
      let place = notice.duePlace.isEmpty ? Wording("", "") : Wording(", \(notice.duePlace)", "，\(notice.duePlace)")
      let due = notice.dueIssue.map(\.description) ?? "—"
      let text = notice.text.prefix(40)
      let wording =
        notice.kind == .correction
        ? Wording(
          "A correction due \(due)\(place.english) is not in this issue: \(text)",
          "应于 \(due)\(place.chinese) 刊登的更正未排入本期：\(text)")
        : Wording(
          "A reply due \(due)\(place.english) is not in this issue: \(text)",
          "应于 \(due)\(place.chinese) 刊登的答辩未排入本期：\(text)")
      return PreflightFinding(.warning, .notices, wording, fix: .notice(notice.id))
    }
  }
}
